/** Requests about the room: its groups, and what came up besides. */
import * as v from 'valibot';
import { MOST_GROUPS } from './groups.ts';
import { ID_PATTERN } from './ids.ts';

const id = v.pipe(v.string(), v.regex(ID_PATTERN));
const text = v.pipe(v.string(), v.maxLength(4_000));
const MOST_PEOPLE = 1_000;

export const ROOM_COMMANDS = {
  /** The room anew; no groups: it is one again. Who is not named stays in the own group, where it still stands. */
  SplitRoom: v.strictObject({
    groups: v.pipe(v.array(v.strictObject({ id, name: text })), v.maxLength(MOST_GROUPS)),
    members: v.pipe(
      v.record(id, id),
      v.check((members) => Object.keys(members).length <= MOST_PEOPLE)
    )
  }),
  /** These people go to that group; null: to none. */
  MoveToGroup: v.strictObject({
    people: v.pipe(v.array(id), v.minLength(1), v.maxLength(MOST_PEOPLE)),
    group: v.nullable(id)
  }),
  /** A participant chooses one's own. */
  JoinGroup: v.strictObject({ group: id }),
  /** A participant's phone writes for the group from now on. */
  TakePen: v.strictObject({ prompt: id }),
  ParkThought: v.strictObject({ thought: id, text }),
  ChangeThought: v.strictObject({ thought: id, text: v.optional(text), done: v.optional(v.boolean()) }),
  DropThought: v.strictObject({ thought: id })
} as const;
