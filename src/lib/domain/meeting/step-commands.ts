/** Requests about the steps of the agenda and their time. */
import * as v from 'valibot';
import { MOST_BROUGHT } from './brought.ts';
import { ID_PATTERN } from './ids.ts';
import { PLEDGES } from './pledge.ts';
import { MODERATIONS, MOST_CHOICES, MOST_VOTES } from './step-settings.ts';

/** Generous bounds on what is read at all; the finer limits are told with a sentence by `decide`. */
const MAX_RAW = 20_000;
const id = v.pipe(v.string(), v.regex(ID_PATTERN));
const raw = v.pipe(v.string(), v.maxLength(MAX_RAW));
const short = v.pipe(v.string(), v.maxLength(2_000));
const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));

const vote = v.strictObject({
  about: v.nullable(v.strictObject({ prompt: id, of: v.picklist(['notes', 'clusters']) })),
  choices: v.pipe(
    v.array(v.strictObject({ id, text: short, taken: v.optional(v.literal(true)) })),
    v.maxLength(MOST_CHOICES)
  ),
  votes: whole(1, MOST_VOTES),
  stack: v.boolean(),
  low: short,
  high: short
});

const time = v.nullable(whole(0, Number.MAX_SAFE_INTEGER));
const homework = v.strictObject({ from: time, until: time });

const brought = v.strictObject({
  meeting: id,
  number: whole(1, 1_000),
  prompt: id,
  title: short,
  items: v.pipe(
    v.array(v.strictObject({ id, text: short, count: v.optional(whole(0, 1_000_000)) })),
    v.maxLength(MOST_BROUGHT)
  )
});

const settings = v.partial(
  v.strictObject({
    title: raw,
    instruction: raw,
    minutes: whole(0, 600),
    hidden: v.boolean(),
    pledge: v.picklist(PLEDGES),
    perPerson: whole(0, 100),
    speaker: short,
    grace: whole(0, 600),
    closes: v.boolean(),
    moderation: v.picklist(MODERATIONS),
    suggests: v.boolean(),
    perGroup: v.boolean(),
    vote: v.nullable(vote),
    homework: v.nullable(homework),
    brought: v.nullable(brought)
  })
).entries;

const step = { prompt: id, kind: v.pipe(v.string(), v.maxLength(40)), ...settings, title: raw };
const index = whole(0, 1_000);
const MOST_STEPS = 60;

export const STEP_COMMANDS = {
  AddPrompt: v.strictObject({ ...step, index: v.optional(index) }),
  /** Several steps in one deed: a template, another meeting's agenda, what a vote put first. */
  AddPrompts: v.strictObject({
    steps: v.pipe(v.array(v.strictObject(step)), v.minLength(1), v.maxLength(MOST_STEPS)),
    index: v.optional(index)
  }),
  EditPrompt: v.strictObject({ prompt: id, ...settings }),
  MovePrompt: v.strictObject({ prompt: id, index }),
  RemovePrompt: v.strictObject({ prompt: id }),
  OpenPrompt: v.strictObject({ prompt: id }),
  ClosePrompt: v.strictObject({ prompt: id }),
  RevealNotes: v.strictObject({ prompt: id }),
  ConcealNotes: v.strictObject({ prompt: id }),
  /** Anew from that many seconds; a step's own time begins by itself when it is opened. */
  StartTimer: v.strictObject({ prompt: id, seconds: whole(1, 36_000) }),
  PauseTimer: v.strictObject({ prompt: id }),
  ResumeTimer: v.strictObject({ prompt: id }),
  /** So many seconds more, or fewer. */
  ExtendTimer: v.strictObject({ prompt: id, seconds: whole(-3_600, 3_600) }),
  StopTimer: v.strictObject({ prompt: id }),
  /** What leaders write beside the answers, about all of them (`about` empty) or a part of them, e.g. one kind of actor. */
  WriteSummary: v.strictObject({ prompt: id, about: v.pipe(v.string(), v.maxLength(80)), text: raw })
} as const;

/** What participants ask of a vote. */
export const VOTE_COMMANDS = {
  CastBallot: v.strictObject({
    prompt: id,
    ballot: v.pipe(
      v.record(id, whole(0, 1_000)),
      v.check((ballot) => Object.keys(ballot).length <= 100)
    )
  })
} as const;
