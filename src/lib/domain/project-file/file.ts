/**
 * A project as a file, for another server, another year or an archive; docs/project-file.md says its shape in full. It is made from
 * the logs, but says no more than what the project's reviewers may read, and its leaders have planned: `redact.ts` sees to that.
 */
import type { ContentNode } from '../documentation/content.ts';
import type { EventName, MeetingEvent } from '../meeting/events.ts';
import type { Actor } from '../meeting/ids.ts';

export const PROJECT_FORMAT = 'ordvagg-project';
export const PROJECT_VERSION = 1;
/** A project of 20,000 notes comes to half of it. */
export const MAX_PROJECT_BYTES = 32 * 1024 * 1024;
export const MOST_MEETINGS = 20;
export const MOST_PEOPLE = 5_000;
export const MOST_EVENTS = 200_000;

/** A number of the log of which nothing is told: what happened there may not be read, or is told elsewhere as it stands in the end. */
export const WITHHELD = 'Withheld';

/** An event of a log in the file: the fact itself, or only its number. */
export type FileEvent = { seq: number; at: number; by: Actor; command: string } & (
  MeetingEvent | { name: typeof WITHHELD; data: Record<never, never> }
);
export type FileEventName = EventName | typeof WITHHELD;

export interface FileOrganisation {
  id: string;
  name: string;
  kind: string;
  added: boolean;
  removed: boolean;
}

/** Somebody who is named where the project's reviewers read it; else a place, which is nobody in particular. */
export interface FilePerson {
  id: string;
  name?: string;
  organisation: string | null;
}

/** How many of an organisation came to a meeting; null: of those who named none. */
export interface FileAttendance {
  organisation: string | null;
  people: number;
}

export interface FileMeeting {
  id: string;
  number: number;
  title: string;
  place: string;
  day: string | null;
  startsAt: string | null;
  endsAt: string | null;
  attendance: readonly FileAttendance[];
  log: readonly FileEvent[];
}

export interface ProjectFile {
  format: typeof PROJECT_FORMAT;
  version: number;
  project: { name: string; question: string; host: string; about: string; language: 'sv' | 'en' };
  organisations: readonly FileOrganisation[];
  people: readonly FilePerson[];
  meetings: readonly FileMeeting[];
  documentation: ContentNode | null;
  /** SHA-256 of what the logs come to: `statesText` says of what exactly. */
  stateHash: string;
}

/** The file's text: two projects that are the same give the same letters. */
export function writeProjectFile(file: ProjectFile): string {
  const { meetings, documentation, ...head } = file;
  const lines = meetings.map(({ log, ...meeting }) => {
    const events = log.map(({ seq, at, by, command, name, data }) =>
      JSON.stringify({ seq, at, by, command, name, data: inOrder(data) })
    );
    const facts = JSON.stringify(meeting).slice(0, -1);
    return `${facts},"log":[\n${events.join(',\n')}\n]}`;
  });
  const outer = JSON.stringify(head, null, 1).slice(0, -2);
  return `${outer},\n "documentation": ${JSON.stringify(inOrder(documentation))},\n "meetings": [\n${lines.join(',\n')}\n]\n}\n`;
}

/** The same with its keys in the order of the alphabet: a database gives them back in an order of its own. */
export function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, inOrder(one)])
  );
}
