/** The output of a worker may grow without an end: its beginning and its end say what has to be known. */
import { lstat, open } from 'node:fs/promises';
import { missing } from '../../node/containedPath';

const headBytes = 16 * 1024;
const tailBytes = 512 * 1024;

export interface Tail {
  readonly text: string;
  /** False when the middle was left out. */
  readonly isWhole: boolean;
  /** Ms since the epoch. */
  readonly modifiedAt: number;
}

/** Nothing when the file is not there, or is a link. */
export async function readTail(path: string): Promise<Tail | undefined> {
  const kind = await lstat(path).catch(missing);
  if (kind === undefined || !kind.isFile()) return undefined;
  const file = await open(path, 'r');
  try {
    const modifiedAt = Math.trunc(kind.mtimeMs);
    if (kind.size <= headBytes + tailBytes)
      return { text: await file.readFile('utf8'), isWhole: true, modifiedAt };
    const head = Buffer.alloc(headBytes);
    const tail = Buffer.alloc(tailBytes);
    await file.read(head, 0, headBytes, 0);
    await file.read(tail, 0, tailBytes, kind.size - tailBytes);
    // Lines that were cut are no JSON, and are passed over.
    const text = `${head.toString('utf8')}\n${tail.toString('utf8')}`;
    return { text, isWhole: false, modifiedAt };
  } finally {
    await file.close();
  }
}
