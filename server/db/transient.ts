/** Errors that pass by themselves: the database starts, stops or is just being started again. */
import { setTimeout as wait } from 'node:timers/promises';

const PASSING = new Set([
  'ENOENT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  '57P01',
  '57P02',
  '57P03'
]);

export function isTransient(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: string; cause?: unknown };
  return PASSING.has(code ?? '') || (cause !== undefined && isTransient(cause));
}

/** Repeats work that may be done twice, for at most that many milliseconds. */
export async function retry<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + milliseconds;
  for (let pause = 20; ; pause = Math.min(pause * 2, 500)) {
    try {
      return await work();
    } catch (error) {
      if (!isTransient(error) || Date.now() + pause > until) throw error;
      await wait(pause);
    }
  }
}
