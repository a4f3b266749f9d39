/** The room split into groups. */
import type { PersonId } from './ids.ts';
import type { MeetingState, Note, Prompt } from './state.ts';

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

/**
 * Is it somebody's to see and, where it is a group's, with the pen to change? A group's note is its members' as long as the group
 * stands; then its author's again, whose it was in the first place.
 */
export function isOwn(state: MeetingState, note: Note, person: PersonId): boolean {
  if (note.imported) return false;
  return isGroups(state, note) ? groupOf(state, person)?.id === note.group : note.author === person;
}

/** Did a group write it that still stands? */
export function isGroups({ groups }: MeetingState, { group }: Note): boolean {
  return group !== undefined && groups.some(({ id }) => id === group);
}

/** Who writes for a group: nobody, where whoever took the pen has left the group since. */
export function penOf({ members }: MeetingState, { pens }: Prompt, group: string): PersonId | undefined {
  const person = pens[group];
  return person !== undefined && members[person] === group ? person : undefined;
}

/** In which groups these people are; those in none are left out. */
export function placesOf({ members }: MeetingState, people: readonly PersonId[]): Record<PersonId, string> {
  return Object.fromEntries(
    people.flatMap((person) => (members[person] === undefined ? [] : [[person, members[person]]]))
  );
}

/** Everybody of a group. */
export function membersOf({ members }: MeetingState, group: string): PersonId[] {
  return Object.keys(members)
    .filter((person) => members[person] === group)
    .sort();
}
