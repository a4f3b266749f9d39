/**
 * Requests to a meeting, in the imperative: what each may carry, checked once at the edge.
 * Unknown fields are refused, so that a misspelt one is never lost in silence.
 */
import * as v from 'valibot';
import { CLUSTER_COMMANDS, FINDING_COMMANDS } from './cluster-commands.ts';
import type { PlaceNotes } from './cluster-commands.ts';
import { ID_PATTERN } from './ids.ts';
import type { Actor, CommandId } from './ids.ts';
import { PLEDGES } from './pledge.ts';
import { WALL_COMMANDS } from './wall-commands.ts';

/** Generous bounds on what is read at all; the finer limits of a kind are told with a sentence by `decide`. */
const MAX_RAW = 20_000;
const id = v.pipe(v.string(), v.regex(ID_PATTERN));
const raw = v.pipe(v.string(), v.maxLength(MAX_RAW));
const fields = v.pipe(
  v.record(v.pipe(v.string(), v.maxLength(40)), raw),
  v.check((record) => Object.keys(record).length <= 20)
);
const nothing = v.strictObject({});
const index = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000));

const promptText = {
  title: raw,
  instruction: raw,
  minutes: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(600)),
  hidden: v.boolean(),
  pledge: v.picklist(PLEDGES),
  perPerson: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100))
};

/** One schema per command name. Leaders send all but what PARTICIPANT_COMMANDS names. */
export const COMMANDS = {
  OpenMeeting: nothing,
  FinishMeeting: nothing,
  AddPrompt: v.strictObject({
    prompt: id,
    kind: v.pipe(v.string(), v.maxLength(40)),
    index: v.optional(index),
    ...v.partial(v.strictObject(promptText)).entries,
    title: raw
  }),
  EditPrompt: v.strictObject({ prompt: id, ...v.partial(v.strictObject(promptText)).entries }),
  MovePrompt: v.strictObject({ prompt: id, index }),
  RemovePrompt: v.strictObject({ prompt: id }),
  OpenPrompt: v.strictObject({ prompt: id }),
  ClosePrompt: v.strictObject({ prompt: id }),
  RevealNotes: v.strictObject({ prompt: id }),
  ConcealNotes: v.strictObject({ prompt: id }),
  HideNote: v.strictObject({ note: id }),
  RestoreNote: v.strictObject({ note: id }),
  Undo: nothing,
  Redo: nothing,
  SubmitNote: v.strictObject({ note: id, prompt: id, fields, pledge: v.optional(v.picklist(PLEDGES)) }),
  ChangeNote: v.strictObject({ note: id, fields, pledge: v.optional(v.picklist(PLEDGES)) }),
  WithdrawNote: v.strictObject({ note: id }),
  ...CLUSTER_COMMANDS,
  ...FINDING_COMMANDS,
  ...WALL_COMMANDS
} as const;

export type CommandName = keyof typeof COMMANDS;
export type CommandData<N extends CommandName> = v.InferOutput<(typeof COMMANDS)[N]>;

/** What somebody asks for. */
export type Request = { [N in CommandName]: { name: N; data: CommandData<N> } }[CommandName];

/** What the machine asks for: it has no schema, since it never comes over the wire. */
export interface MachineRequest {
  name: 'PlaceNotes';
  data: PlaceNotes;
}

/** A request with who asks, under which id, and when (server's clock, milliseconds since 1970). */
export type Command = (Request | MachineRequest) & { id: CommandId; by: Actor; at: number };

const PARTICIPANT_COMMANDS: ReadonlySet<string> = new Set<CommandName>([
  'SubmitNote',
  'ChangeNote',
  'WithdrawNote',
  'GiveAnswer',
  'PlaceOwnNote',
  'PassOwnNote'
]);

/** Who may send a command of that name. */
export function roleFor(name: Command['name']): Actor['role'] {
  if (name === 'PlaceNotes') return 'machine';
  return PARTICIPANT_COMMANDS.has(name) ? 'participant' : 'leader';
}

/** Limits of what a leader writes, in code points after cleaning. */
export const PROMPT_LIMITS = { title: 120, instruction: 500 } as const;
