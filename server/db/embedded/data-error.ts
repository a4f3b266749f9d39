/** The data folder cannot be used. The message is one sentence for the person at the terminal. */
import { statfsSync } from 'node:fs';

export class DataError extends Error {
  readonly code = 'data';
}

/** With less than this the first write of PostgreSQL (16 MB of log at a time) fails. */
const ROOM_BYTES = 32 * 1024 * 1024;
const LEAVE_IT = 'set DATA_DIR to another folder';

const SENTENCES: Record<string, (folder: string) => string> = {
  EACCES: (folder) =>
    `The data folder ${folder} cannot be written by this user: give it the right to, or ${LEAVE_IT}.`,
  EROFS: (folder) => `The data folder ${folder} is on a read-only disk: ${LEAVE_IT}.`,
  ENOTDIR: (folder) =>
    `The data folder ${folder} cannot be made, because a part of that path is a file: ${LEAVE_IT}.`,
  EEXIST: (folder) => `The data folder ${folder} cannot be made, because a file has that name: ${LEAVE_IT}.`,
  ENOSPC: (folder) => `The disk of the data folder ${folder} is full: make room, or ${LEAVE_IT}.`,
  ENAMETOOLONG: (folder) => `The path of the data folder ${folder} is too long: ${LEAVE_IT}.`
};
SENTENCES.EPERM = SENTENCES.EACCES!;
SENTENCES.EDQUOT = SENTENCES.ENOSPC!;

/** The sentence for a failed file operation, or undefined where there is none. */
export function folderError(folder: string, code: string | undefined): DataError | undefined {
  const sentence = SENTENCES[code ?? ''];
  return sentence && new DataError(sentence(folder));
}

/** Runs file work below the data folder and puts its usual failures into a sentence. */
export function inFolder<T>(folder: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw folderError(folder, (error as NodeJS.ErrnoException).code) ?? error;
  }
}

/** The sentence for what a PostgreSQL program said as it gave up; undefined where it is none of the known ones. */
export function programError(folder: string, said: string): DataError | undefined {
  if (/No space left|Disk quota/i.test(said) || isFull(folder)) return folderError(folder, 'ENOSPC');
  if (/Read-only file system/i.test(said)) return folderError(folder, 'EROFS');
  if (/Permission denied/i.test(said)) return folderError(folder, 'EACCES');
  return undefined;
}

/** A program may have had no room left to say why it gave up. */
function isFull(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < ROOM_BYTES;
  } catch {
    return false;
  }
}
