/** What the logs of a file come to, as one text: its hash is the same wherever they are folded. */
import { fold } from '../meeting/evolve.ts';
import type { Recorded } from '../meeting/events.ts';
import { EMPTY } from '../meeting/state.ts';
import type { MeetingState } from '../meeting/state.ts';
import { inOrder } from './file.ts';
import type { FileEvent } from './file.ts';

/** Throws where the numbers have a gap. */
export function foldFile(log: readonly FileEvent[]): MeetingState {
  // The fold passes over what it does not know: a withheld event is a number.
  return fold(EMPTY, log as readonly Recorded[]);
}

/** The folded states, keys in the order of the alphabet. People have the file's own ids, which are numbered as they appear. */
export function statesText(logs: readonly (readonly FileEvent[])[]): string {
  return logs.map((log) => JSON.stringify(inOrder(foldFile(log)))).join('\n');
}
