/** Which repository a task's work lies in, as its progress file or the task itself names it. */
import { proseLinesOf } from '../runs/proseLines';
import { readField } from '../runs/readProgress';
import { slug } from '../runs/knownTasks';

/** `Repository`, `Project Directory` and their like come before `Project`. */
const places = /^(?:repository|repo|project (?:directory|dir|path|root)|working directory)$/i;
const project = /^project$/i;

/** The values that may name it, the best first, without markup. */
export function namedRepositories(
  progressText: string,
  taskFields: readonly NamedValue[],
): readonly string[] {
  const own = proseLinesOf(progressText)
    .slice(0, 400)
    .flatMap((line) => readField(line) ?? [])
    .map(({ name, value }) => ({ name, value: value.value }));
  const all = [...own, ...taskFields];
  return [places, project].flatMap((label) =>
    all
      .filter((field) => label.test(field.name.trim()))
      .map((field) => field.value.replace(/[`*"']|\([^)]*\)/g, '').trim())
      .filter((value) => value !== ''),
  );
}

export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

export interface MappedRepository {
  readonly name: string;
  /** The folder that the setting maps it to, as written there. */
  readonly folder: string;
  /** How the file itself writes the folder, if it names one: claims may begin with it. */
  readonly writtenAs: string | undefined;
}

/** The mapped project that one of the values names: by its name, by its folder, or by the last part of a path. */
export function mappedRepository(
  values: readonly string[],
  projects: Readonly<Record<string, string>>,
): MappedRepository | undefined {
  for (const value of values) {
    const isPath = /[/\\]/.test(value);
    const written = value.replace(/[/\\]+$/, '');
    const last = written.split(/[/\\]/).at(-1) ?? '';
    const found = Object.entries(projects).find(
      ([name, folder]) =>
        folder.replace(/[/\\]+$/, '') === written || slug(name) === slug(isPath ? last : value),
    );
    if (found) return { name: found[0], folder: found[1], writtenAs: isPath ? written : undefined };
  }
  return undefined;
}
