/** Leaves something alone for a while that has failed several times in a row; after that, one try tells. */
export class Breaker {
  readonly #limit: number;
  readonly #pauseMs: number;
  #failures = 0;
  #until = -Infinity;

  constructor(limit: number, pauseMs: number) {
    this.#limit = limit;
    this.#pauseMs = pauseMs;
  }

  /** May it be tried? `now` in milliseconds. */
  closed(now: number): boolean {
    return now >= this.#until;
  }

  worked(): void {
    this.#failures = 0;
  }

  failed(now: number): void {
    if (++this.#failures >= this.#limit) this.#until = now + this.#pauseMs;
  }
}
