/** What the worker for data files does: long texts and tables, for which nobody's phone is to wait. */
import { createHash } from 'node:crypto';
import { writeProjectFile } from '../../src/lib/domain/project-file/file.ts';
import { projectFile } from '../../src/lib/domain/project-file/make.ts';
import type { Stored } from '../../src/lib/domain/project-file/make.ts';
import { readProjectFile } from '../../src/lib/domain/project-file/read.ts';
import type { ReadProject } from '../../src/lib/domain/project-file/read.ts';
import { statesText } from '../../src/lib/domain/project-file/states.ts';
import type { Sheet } from '../../src/lib/domain/outputs/sheets/sheet.ts';
import { xlsxOf } from './xlsx.ts';

export type DataTask =
  | { task: 'sheets'; sheets: readonly Sheet[] }
  | { task: 'project'; stored: Stored }
  | { task: 'read'; text: string };

/** Bytes of a file; of 'read' what was read. */
export type DataAnswer = Uint8Array | ReadProject;

export function done(one: DataTask): Promise<Uint8Array> | DataAnswer {
  switch (one.task) {
    case 'sheets':
      return xlsxOf(one.sheets);
    case 'project':
      return new TextEncoder().encode(projectText(one.stored));
    case 'read':
      return readChecked(one.text);
  }
}

/** A project's file, with the hash of what its logs come to. */
export function projectText(stored: Stored): string {
  const file = projectFile(stored);
  return writeProjectFile({ ...file, stateHash: hashOf(file.meetings) });
}

/** Reads it, and folds its logs: what they come to must be what the file says. */
export function readChecked(text: string): ReadProject {
  const read = readProjectFile(text);
  if (!read.ok) return read;
  return hashOf(read.file.meetings) === read.file.stateHash
    ? read
    : { ok: false, fault: { code: 'altered' } };
}

function hashOf(meetings: readonly { log: Parameters<typeof statesText>[0][number] }[]): string {
  const logs = meetings.map(({ log }) => log);
  return createHash('sha256').update(statesText(logs)).digest('hex');
}
