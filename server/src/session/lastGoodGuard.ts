/**
 * The queue guard: holds the last good content of each queue against what comes from outside. Good is what was there
 * first, what the person wrote in the editor, what came from outside without alarm, and what was accepted.
 */
import { guardVerdict, type GuardAlarm, type GuardVerdict } from '../core/guard/guardVerdict';
import type { QueueDocument } from '../core/model/queueDocument';
import type { KeptVersion, LastGoodStore } from '../workspace/lastGoodStore';
import type { Clock, Files, Logger } from '../workspace/ports';
import { showsFile } from '../workspace/showsFile';
import { normalUri } from '../workspace/uris';
import { DocumentMemo } from './documentMemo';
import type { Engine } from './engine';
import type { Picture } from './picture';

export interface LastGoodPorts {
  readonly engine: Engine;
  readonly files: Files;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** Longer than the word of a save takes after the file is written, in ms; shorter than anybody takes to answer an alarm. */
const saveLag = 1_500;

interface Entry {
  good: string;
  /** The newest content that was looked at; nothing when the file was gone meanwhile. */
  seen: string | undefined;
  alarm: GuardAlarm | undefined;
  /** When it opened, in ms since the epoch. */
  alarmedAt: number;
  /** Lost tasks are being put back: what is still missing then is nobody's accident. */
  isRestoring: boolean;
}

export class LastGoodGuard {
  readonly #ports: LastGoodPorts;
  readonly #changed: (alarms: ReadonlyMap<string, GuardAlarm>) => void;
  readonly #memo: DocumentMemo;
  readonly #entries = new Map<string, Entry>();
  /** What the editor itself has written to disk. */
  readonly #saved = new Map<string, string>();
  #store: LastGoodStore;
  #alarms: ReadonlyMap<string, GuardAlarm> = new Map();
  #newest: Picture | undefined;
  #checking: Promise<void> | undefined;

  /** `changed` is called with all open alarms whenever one opens, changes or closes. */
  constructor(
    ports: LastGoodPorts,
    store: LastGoodStore,
    changed: (alarms: ReadonlyMap<string, GuardAlarm>) => void,
  ) {
    this.#ports = ports;
    this.#store = store;
    this.#changed = changed;
    this.#memo = new DocumentMemo(ports.engine);
  }

  /** By URI. */
  get alarms(): ReadonlyMap<string, GuardAlarm> {
    return this.#alarms;
  }

  /** Keeps contents there from now on; to be called before the first picture. */
  useStore(store: LastGoodStore): void {
    this.#store = store;
  }

  /** Looks at the queues of a picture; resolves when the newest one was looked at. */
  check(picture: Picture): Promise<void> {
    this.#newest = picture;
    this.#checking ??= this.#checkNewest().finally(() => {
      this.#checking = undefined;
    });
    return this.#checking;
  }

  /** The editor wrote the file: what it held is the person's. */
  async saved(uri: string, text: string): Promise<void> {
    const key = normalUri(uri);
    this.#saved.set(key, text);
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    if (entry.alarm !== undefined) {
      // The file said it before the editor did: it only looked as if it had come from outside.
      if (entry.seen !== text || this.#ports.clock.now() - entry.alarmedAt > saveLag) return;
      await this.#accept(key, entry, text);
      return this.#publish();
    }
    entry.good = text;
    entry.seen = text;
    await this.#keep(key, text);
  }

  /** The change was intended: what stands there now is good. False when there was no alarm. */
  async accept(uri: string): Promise<boolean> {
    const key = normalUri(uri);
    const entry = this.#entries.get(key);
    if (entry?.alarm === undefined || entry.seen === undefined) return false;
    await this.#accept(key, entry, entry.seen);
    this.#publish();
    return true;
  }

  /** Tasks of this queue are being put back; `isOver`: that did not happen after all. */
  restoring(uri: string, isOver = false): void {
    const entry = this.#entries.get(normalUri(uri));
    if (entry !== undefined) entry.isRestoring = !isOver;
  }

  /** The last good content; nothing for a queue that was never seen. */
  lastGood(uri: string): string | undefined {
    return this.#entries.get(normalUri(uri))?.good;
  }

  /** Good contents that were kept, the newest first. */
  versions(uri: string): Promise<readonly KeptVersion[]> {
    return this.#store.versions(normalUri(uri));
  }

  async #checkNewest(): Promise<void> {
    for (let picture = this.#newest; picture !== undefined; picture = this.#newest) {
      this.#newest = undefined;
      // Before the end of the search nobody knows whether a task only moved to another queue.
      if (picture.scanning) continue;
      const documents = [...picture.state.documents.values()];
      for (const document of documents) {
        const others = documents.filter((other) => other !== document);
        await this.#checkQueue(document, others, picture);
      }
      for (const [uri, entry] of this.#entries) {
        if (picture.state.documents.has(uri)) continue;
        entry.seen = undefined;
        entry.alarm = undefined;
      }
      this.#publish();
    }
  }

  async #checkQueue(
    document: QueueDocument,
    others: readonly QueueDocument[],
    picture: Picture,
  ): Promise<void> {
    const { uri, text, coverage } = document;
    if (coverage !== 'full') return;
    const entry = this.#entries.get(uri) ?? (await this.#firstSeen(uri, text));
    const isNew = entry.seen !== text;
    if (!isNew && entry.alarm === undefined) return;
    const isOpen = picture.files.get(uri)?.version !== undefined;
    const isOutside = isNew && (await this.#isFromOutside(uri, text, isOpen));
    entry.seen = text;
    if (entry.alarm === undefined && !isOutside) {
      entry.good = text;
      return;
    }
    const before = this.#memo.read(uri, entry.good, picture.state.options);
    const verdict = guardVerdict(before, document, others);
    const isRestored = entry.isRestoring && !isOutside && isOnlySmaller(verdict);
    if (verdict.kind === 'calm' || isRestored) await this.#accept(uri, entry, text);
    else {
      if (entry.alarm === undefined) entry.alarmedAt = this.#ports.clock.now();
      entry.alarm = verdict.alarm;
    }
  }

  async #firstSeen(uri: string, text: string): Promise<Entry> {
    const [kept] = await this.#store.versions(uri);
    const good = kept?.text ?? text;
    const entry: Entry = { good, seen: good, alarm: undefined, alarmedAt: 0, isRestoring: false };
    this.#entries.set(uri, entry);
    if (kept === undefined) await this.#keep(uri, text);
    return entry;
  }

  /** An open file that equals the disk was read again by the editor, unless the editor wrote it. */
  async #isFromOutside(uri: string, text: string, isOpen: boolean): Promise<boolean> {
    if (this.#saved.get(uri) === text) return false;
    if (!isOpen) return true;
    const disk = await this.#ports.files.read(uri, text.length + 1);
    return disk.kind === 'text' && showsFile(text, disk.text);
  }

  async #accept(uri: string, entry: Entry, text: string): Promise<void> {
    Object.assign(entry, { good: text, alarm: undefined, isRestoring: false });
    await this.#keep(uri, text);
  }

  #keep(uri: string, text: string): Promise<void> {
    return this.#store.keep(uri, text, this.#ports.clock.now());
  }

  #publish(): void {
    const open = [...this.#entries].flatMap(([uri, { alarm }]) =>
      alarm === undefined ? [] : [[uri, alarm] as const],
    );
    const isSame =
      open.length === this.#alarms.size &&
      open.every(([uri, alarm]) => JSON.stringify(this.#alarms.get(uri)) === JSON.stringify(alarm));
    if (isSame) return;
    this.#alarms = new Map(open);
    this.#changed(this.#alarms);
  }
}

/** All tasks are back; that the rest is still shorter is no reason to go on. */
function isOnlySmaller(verdict: GuardVerdict): boolean {
  return (
    verdict.kind === 'alarm' &&
    verdict.alarm.reasons.every((reason) => reason === 'shrunk' || reason === 'no-headings')
  );
}
