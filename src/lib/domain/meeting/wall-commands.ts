/** What leaders ask of the projector and of the walls: what each request may carry. */
import * as v from 'valibot';
import { FACES } from '../wall/layout/lettering.ts';
import { ID_PATTERN } from './ids.ts';

const id = v.pipe(v.string(), v.regex(ID_PATTERN));
const whole = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));

/** More words than anybody could read. */
const MOST_SHOWN = 1_000;

export const WALL_COMMANDS = {
  TurnProjector: v.strictObject({
    screen: v.variant('view', [
      v.strictObject({ view: v.literal('lobby') }),
      v.strictObject({ view: v.literal('prompt'), prompt: id }),
      v.strictObject({ view: v.literal('tour'), prompt: id, stop: whole(1_000) }),
      v.strictObject({ view: v.literal('replay'), prompt: id }),
      v.strictObject({ view: v.literal('quotes'), prompt: id, note: v.optional(id) }),
      v.strictObject({ view: v.literal('groups'), prompt: id }),
      v.strictObject({ view: v.literal('thoughts') }),
      v.strictObject({ view: v.literal('note'), note: id }),
      v.strictObject({ view: v.literal('word'), note: id })
    ])
  }),
  /** The room is dark: walls are light on dark. */
  DarkenProjector: v.strictObject({ dark: v.boolean() }),
  /** `shown`: so many of the most common words at most, 0 = all. `locked`: the picture stands as it is. */
  SetWall: v.strictObject({
    prompt: id,
    shown: v.optional(whole(MOST_SHOWN)),
    face: v.optional(v.picklist(FACES)),
    locked: v.optional(v.boolean())
  }),
  /** The words are to be set in order now. */
  TidyWall: v.strictObject({ prompt: id })
} as const;
