/** The data folder cannot be used. The message is one sentence for the person at the terminal. */
export class DataError extends Error {
  readonly code = 'data';
}

const SENTENCES: Record<string, (folder: string) => string> = {
  EACCES: (folder) =>
    `The data folder ${folder} cannot be written. Give this user the right to it, or set DATA_DIR to another folder.`,
  EPERM: (folder) =>
    `The data folder ${folder} cannot be written. Give this user the right to it, or set DATA_DIR to another folder.`,
  EROFS: (folder) =>
    `The data folder ${folder} is on a read-only disk. Set DATA_DIR to a folder that can be written.`,
  ENOTDIR: (folder) =>
    `The data folder ${folder} cannot be made, because a part of that path is a file. Set DATA_DIR to another folder.`,
  EEXIST: (folder) =>
    `The data folder ${folder} cannot be made, because a file has that name. Set DATA_DIR to another folder.`,
  ENOSPC: (folder) =>
    `The disk with the data folder ${folder} is full. Make room, or set DATA_DIR to another disk.`
};

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
