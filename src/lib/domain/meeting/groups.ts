/** The room split into groups. */
import type { PersonId } from './ids.ts';
import type { MeetingState, Note } from './state.ts';

export interface Group {
  id: string;
  name: string;
}

export const MOST_GROUPS = 20;
export const GROUP_NAME_LIMIT = 60;

/** The group that somebody is in, where it still exists. */
export function groupOf({ groups, members }: MeetingState, person: PersonId): Group | undefined {
  return groups.find(({ id }) => id === members[person]);
}

/** Does somebody see and, with the pen, change it as a note of the own group? */
export function isOfOwnGroup(state: MeetingState, note: Note, person: PersonId): boolean {
  return note.group !== undefined && groupOf(state, person)?.id === note.group;
}

/** Everybody of a group. */
export function membersOf({ members }: MeetingState, group: string): PersonId[] {
  return Object.keys(members)
    .filter((person) => members[person] === group)
    .sort();
}
