/** Brakes against guessing, in this process's memory. Only failures count: a room behind one address never meets them. */
import { RateLimiterMemory } from 'rate-limiter-flexible';

export class Brake {
  readonly #limiter: RateLimiterMemory;

  /** At most `failures` of one key within `seconds`. */
  constructor(failures: number, seconds: number) {
    this.#limiter = new RateLimiterMemory({ points: failures, duration: seconds });
  }

  /** Whether this key has failed too often. */
  async isShut(key: string): Promise<boolean> {
    const seen = await this.#limiter.get(key);
    return seen !== null && seen.remainingPoints <= 0;
  }

  async failed(key: string): Promise<void> {
    await this.#limiter.penalty(key);
  }

  async forget(key: string): Promise<void> {
    await this.#limiter.delete(key);
  }
}

/** Waits until that much time has passed since `started` (performance.now()): failures then all take alike. */
export async function noSoonerThan(milliseconds: number, started: number): Promise<void> {
  const left = milliseconds - (performance.now() - started);
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}
