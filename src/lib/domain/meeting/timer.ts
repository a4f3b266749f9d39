/** The time of a step: it runs, or stands with what is left. Nothing ends by it but what the step's own settings say. */

import type { Stage } from './events.ts';

/** Milliseconds. `endsAt` is of the server's clock; while it stands, `left` says what is left. */
export type Timer = { length: number; endsAt: number } | { length: number; left: number };

const MINUTE = 60_000;

/** A timer as an event keeps it: what is left, and whether it runs on. So a deed that is taken back later costs no time. */
export interface KeptTimer {
  length: number;
  left: number;
  runs: boolean;
}

export function kept(timer: Timer | undefined, at: number): KeptTimer | null {
  return timer ? { length: timer.length, left: leftOf(timer, at), runs: 'endsAt' in timer } : null;
}

/** The timer that goes on, or stands, from that time. */
export function wound(timer: KeptTimer | null | undefined, at: number): Timer | undefined {
  if (!timer) return undefined;
  const { length, left, runs } = timer;
  return runs ? { length, endsAt: at + left } : { length, left };
}

/** What is left at that time, negative when it is over. */
export function leftOf(timer: Timer, at: number): number {
  return 'endsAt' in timer ? timer.endsAt - at : timer.left;
}

/** How long what was half-written at its closing is still taken, in milliseconds; 0: it is open, or too late. */
export function graceLeft(
  { stage, closedAt, grace }: { stage: Stage; closedAt?: number; grace: number },
  at: number
): number {
  if (stage !== 'closed' || closedAt === undefined) return 0;
  return Math.max(0, closedAt + grace * 1_000 - at);
}

/** Stands still, with no less than nothing left. */
export function stopped(timer: Timer | undefined, at: number): Timer | undefined {
  return timer && { length: timer.length, left: Math.max(0, leftOf(timer, at)) };
}

/** Runs on with what was left; undefined where nothing was. */
export function resumed(timer: Timer | undefined, at: number): Timer | undefined {
  if (!timer) return undefined;
  const left = leftOf(timer, at);
  return left > 0 ? { length: timer.length, endsAt: at + left } : undefined;
}

/** Of a step that is opened: its planned minutes the first time, later what was left of them. */
export function opened(
  { minutes, openedAt, timer }: { minutes: number; openedAt?: number; timer?: Timer },
  at: number
): Timer | undefined {
  if (openedAt !== undefined || timer) return resumed(timer, at);
  return minutes > 0 ? { length: minutes * MINUTE, endsAt: at + minutes * MINUTE } : undefined;
}
