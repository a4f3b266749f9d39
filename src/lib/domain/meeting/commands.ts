/**
 * Requests to a meeting, in the imperative: what each may carry, checked once at the edge.
 * Unknown fields are refused, so that a misspelt one is never lost in silence.
 */
import * as v from 'valibot';
import { CLUSTER_COMMANDS, FINDING_COMMANDS } from './cluster-commands.ts';
import type { PlaceNotes } from './cluster-commands.ts';
import type { Actor, CommandId, PromptId } from './ids.ts';
import { NOTE_COMMANDS } from './note-commands.ts';
import { ROOM_COMMANDS } from './room-commands.ts';
import { STEP_COMMANDS, VOTE_COMMANDS } from './step-commands.ts';
import { WALL_COMMANDS } from './wall-commands.ts';

const nothing = v.strictObject({});

/** One schema per command name. Leaders send all but what PARTICIPANT_COMMANDS names. */
export const COMMANDS = {
  OpenMeeting: nothing,
  FinishMeeting: nothing,
  Undo: nothing,
  Redo: nothing,
  ...STEP_COMMANDS,
  ...VOTE_COMMANDS,
  ...NOTE_COMMANDS,
  ...CLUSTER_COMMANDS,
  ...FINDING_COMMANDS,
  ...ROOM_COMMANDS,
  ...WALL_COMMANDS
} as const;

export type CommandName = keyof typeof COMMANDS;
export type CommandData<N extends CommandName> = v.InferOutput<(typeof COMMANDS)[N]>;

/** What somebody asks for. */
export type Request = { [N in CommandName]: { name: N; data: CommandData<N> } }[CommandName];

/** What the machine asks for: it has no schema, since it never comes over the wire. */
export type MachineRequest =
  | { name: 'PlaceNotes'; data: PlaceNotes }
  /** Closes a step whose time is out, where a leader has said so. */
  | { name: 'CloseInTime'; data: { prompt: PromptId } };

/** A request with who asks, under which id, and when (server's clock, milliseconds since 1970). */
export type Command = (Request | MachineRequest) & { id: CommandId; by: Actor; at: number };

const PARTICIPANT_COMMANDS: ReadonlySet<string> = new Set<CommandName>([
  'SubmitNote',
  'ChangeNote',
  'WithdrawNote',
  'MarkOwnNote',
  'CastBallot',
  'JoinGroup',
  'TakePen',
  'GiveAnswer',
  'PlaceOwnNote',
  'PassOwnNote'
]);

/** Who may send a command of that name. */
export function roleFor(name: Command['name']): Actor['role'] {
  if (name === 'PlaceNotes' || name === 'CloseInTime') return 'machine';
  return PARTICIPANT_COMMANDS.has(name) ? 'participant' : 'leader';
}
