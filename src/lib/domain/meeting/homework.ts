/**
 * Homework: a step that is answered from home between two times, whether the meeting that it belongs to is planned, running or
 * over. What comes in lies in that meeting's log like any other answer. Opened in the room, it is a step like any other from then on.
 */
import type { Stage } from './events.ts';

/** Milliseconds since 1970 by the server's clock; null: not decided yet, and nobody is told of it. */
export interface Homework {
  from: number | null;
  until: number | null;
}

interface Step {
  stage: Stage;
  homework: Homework | null;
  /** Seconds after the end in which half-written answers are still taken. */
  grace: number;
}

/** Do others than leaders know of it: has it been opened, or is it homework with its dates? */
export function isAnnounced({ stage, homework }: Pick<Step, 'stage' | 'homework'>): boolean {
  return stage !== 'draft' || (homework?.from != null && homework.until != null);
}

/** Where homework stands at that time; undefined: it is none, has no dates yet, or has been taken to the room. */
export function atHome({ stage, homework, grace }: Step, at: number): 'soon' | 'open' | 'over' | undefined {
  if (stage !== 'draft' || homework?.from == null || homework.until == null) return undefined;
  if (at < homework.from) return 'soon';
  return at < homework.until + grace * 1_000 ? 'open' : 'over';
}

/** Why it is not taken from home then. */
export const WHY_NOT_AT_HOME = { soon: 'homework-soon', open: undefined, over: 'homework-over' } as const;

/** Is there something that may be answered from home at that time? Then the meeting's code lets people in. */
export function hasHomework(
  { agenda, prompts }: { agenda: readonly string[]; prompts: Readonly<Record<string, Step>> },
  at: number
): boolean {
  return agenda.some((id) => prompts[id] !== undefined && atHome(prompts[id], at) === 'open');
}
