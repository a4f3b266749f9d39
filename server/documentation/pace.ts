/** How fast a page may write: it sends one update at a time. */
import { Bucket } from '../bucket.ts';

const BURST = [60, 20] as const;
/** Whoever has not posted for long begins anew. */
const MOST = 1_000;

export function newPace(): Bucket {
  return new Bucket(...BURST, performance.now());
}

/** Of those who post, where there is no connection that has a pace of its own. */
export class Paces {
  readonly #of = new Map<string, Bucket>();

  take(user: string): boolean {
    const pace = this.#of.get(user) ?? newPace();
    this.#of.delete(user);
    this.#of.set(user, pace);
    for (const oldest of this.#of.keys()) {
      if (this.#of.size <= MOST) break;
      this.#of.delete(oldest);
    }
    return pace.take(performance.now());
  }
}
