/** What each event of a file must look like. A file was written by anybody: what is not just this is refused. */
import * as v from 'valibot';
import { kindOf } from '../kinds/registry.ts';
import { MARKS } from '../meeting/mark.ts';
import { MOST_GROUPS } from '../meeting/groups.ts';
import { PLEDGES } from '../meeting/pledge.ts';
import { MODERATIONS, MOST_CHOICES, MOST_VOTES } from '../meeting/step-settings.ts';
import { isStorable } from '../text.ts';
import { FACES } from '../wall/layout/lettering.ts';
import { WITHHELD } from './file.ts';
import type { FileEventName } from './file.ts';

/** Keys of the state: the names that every object has are none. */
export const id = v.pipe(v.string(), v.regex(/^(?!__proto__$|constructor$|toString$)[A-Za-z0-9_-]{1,48}$/));
export const text = (most: number) => v.pipe(v.string(), v.maxLength(most), v.check(isStorable));
export const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
/** Milliseconds since 1970, until the year 9999. */
export const instant = whole(0, 253_402_300_799_999);

const LONG = 20_000;
const MANY = 20_000;
const ids = v.pipe(v.array(id), v.maxLength(MANY));
const fields = v.record(id, text(LONG));
const stage = v.picklist(['draft', 'open', 'closed']);
const phase = v.picklist(['planned', 'open', 'finished']);
const timer = v.strictObject({ length: v.number(), left: v.number(), runs: v.boolean() });
const words = v.pipe(v.array(text(400)), v.maxLength(100));
const pairs = v.pipe(v.array(v.tuple([text(400), text(400)])), v.maxLength(100));
const why = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['theme', 'apart', 'alone']) }),
  v.strictObject({ kind: v.picklist(['same', 'near']), other: id }),
  v.strictObject({ kind: v.literal('form'), other: id, stem: text(400) }),
  v.strictObject({ kind: v.literal('typo'), other: id, wrote: text(400), meant: text(400) }),
  v.strictObject({ kind: v.literal('parts'), other: id, parts: words }),
  v.strictObject({ kind: v.picklist(['synonym', 'pack']), other: id, parts: words, pairs })
]);
const homework = v.nullable(v.strictObject({ from: v.nullable(instant), until: v.nullable(instant) }));
const vote = v.nullable(
  v.strictObject({
    about: v.nullable(v.strictObject({ prompt: id, of: v.picklist(['notes', 'clusters']) })),
    choices: v.pipe(
      v.array(v.strictObject({ id, text: text(LONG), taken: v.optional(v.literal(true)) })),
      v.maxLength(MOST_CHOICES)
    ),
    votes: whole(0, MOST_VOTES),
    stack: v.boolean(),
    low: text(LONG),
    high: text(LONG)
  })
);
const brought = v.nullable(
  v.strictObject({
    meeting: v.union([v.literal(''), id]),
    number: whole(0, 1_000),
    prompt: id,
    title: text(LONG),
    items: v.pipe(
      v.array(v.strictObject({ id: text(400), text: text(LONG), count: v.optional(whole(0, 1e6)) })),
      v.maxLength(1_000)
    )
  })
);
const step = {
  title: text(LONG),
  instruction: text(LONG),
  minutes: whole(0, 10_000),
  hidden: v.boolean(),
  pledge: v.picklist(PLEDGES),
  perPerson: whole(0, 10_000),
  speaker: text(LONG),
  grace: whole(0, 10_000),
  closes: v.boolean(),
  moderation: v.picklist(MODERATIONS),
  suggests: v.boolean(),
  perGroup: v.boolean(),
  vote,
  homework,
  brought
};
const kind = v.pipe(
  v.string(),
  v.check((name) => kindOf(name) !== undefined)
);
const group = v.strictObject({ id, name: text(LONG) });

const nothing = v.strictObject({});
const prompt = v.strictObject({ prompt: id });
const note = v.strictObject({ note: id });
const action = v.strictObject({ action: id });

/** Those that a file may hold; all others are unknown there. */
export const EVENTS: Partial<Record<FileEventName, v.GenericSchema>> = {
  [WITHHELD]: nothing,
  MeetingOpened: nothing,
  MeetingFinished: nothing,
  MeetingPutBack: v.strictObject({
    phase,
    openedAt: v.optional(instant),
    finishedAt: v.optional(instant)
  }),
  PromptAdded: v.strictObject({ prompt: id, kind, index: whole(0, 10_000), ...step }),
  PromptEdited: v.strictObject({ prompt: id, ...v.partial(v.strictObject(step)).entries }),
  PromptMoved: v.strictObject({ prompt: id, index: whole(0, 10_000) }),
  PromptRemoved: prompt,
  PromptBroughtBack: v.strictObject({ prompt: id, index: whole(0, 10_000) }),
  PromptOpened: prompt,
  PromptClosed: prompt,
  PromptPutBack: v.strictObject({
    prompt: id,
    stage,
    openedAt: v.optional(instant),
    closedAt: v.optional(instant),
    timer: v.optional(v.nullable(timer))
  }),
  TimerSet: v.strictObject({ prompt: id, timer: v.nullable(timer) }),
  OptionsDrawn: v.strictObject({ prompt: id, options: ids }),
  BallotCast: v.strictObject({ prompt: id, by: id, ballot: v.record(id, whole(0, 1_000)) }),
  RoomSplit: v.strictObject({
    groups: v.pipe(v.array(group), v.maxLength(MOST_GROUPS * 2)),
    members: v.record(id, id)
  }),
  ThoughtParked: v.strictObject({
    thought: id,
    text: text(LONG),
    by: id,
    at: instant,
    done: v.optional(v.boolean())
  }),
  ThoughtChanged: v.strictObject({ thought: id, done: v.boolean() }),
  ThoughtDropped: v.strictObject({ thought: id }),
  NotesRevealed: prompt,
  NotesConcealed: prompt,
  WallSet: v.strictObject({
    prompt: id,
    shown: v.optional(whole(0, 10_000)),
    face: v.optional(v.picklist(FACES)),
    locked: v.optional(v.boolean())
  }),
  WallTidied: prompt,
  NoteSubmitted: v.strictObject({
    note: id,
    prompt: id,
    author: id,
    fields,
    pledge: v.picklist(PLEDGES),
    group: v.optional(id),
    unquoted: v.optional(v.literal(true))
  }),
  NoteMarked: v.strictObject({ note: id, mark: v.nullable(v.picklist(MARKS)) }),
  SummaryWritten: v.strictObject({ prompt: id, about: text(LONG), text: text(LONG) }),
  NoteRevealed: note,
  NotesImported: v.strictObject({
    prompt: id,
    author: id,
    notes: v.pipe(
      v.array(v.strictObject({ note: id, fields, organisation: v.optional(id) })),
      v.maxLength(MANY)
    )
  }),
  NotesPlaced: v.strictObject({
    prompt: id,
    placements: v.pipe(v.array(v.strictObject({ note: id, cluster: id, why })), v.maxLength(MANY)),
    labels: v.pipe(v.array(v.strictObject({ cluster: id, text: text(LONG), from: id })), v.maxLength(MANY))
  }),
  NotesMoved: v.strictObject({
    prompt: id,
    notes: ids,
    cluster: id,
    name: v.optional(text(LONG)),
    by: v.literal('leader'),
    left: ids
  }),
  NotesSorted: v.strictObject({
    prompt: id,
    placements: v.pipe(v.array(v.strictObject({ note: id, cluster: id })), v.maxLength(MANY)),
    left: ids
  }),
  ClusterAdded: v.strictObject({ prompt: id, cluster: id, name: text(LONG) }),
  FindingStarted: prompt,
  FindingEnded: prompt,
  FindingPutBack: v.strictObject({ prompt: id, finding: v.optional(v.picklist(['on', 'done'])) }),
  AnswerGiven: v.strictObject({
    prompt: id,
    by: id,
    cluster: id,
    other: v.optional(id),
    says: v.picklist(['same', 'apart', 'own', 'unsure']),
    author: v.literal(false)
  }),
  ActionUndone: action,
  ActionRedone: action
};
