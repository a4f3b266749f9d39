/** Plays a wall's growth: how many of its cards have come, and the clock that lets the next ones come. */
export const PACES = ['slow', 'medium', 'fast'] as const;
export type Pace = (typeof PACES)[number];

/** Milliseconds that a whole replay takes, and the most that one card takes: few cards are no reason to wait. */
const WHOLE: Readonly<Record<Pace, number>> = { slow: 90_000, medium: 45_000, fast: 20_000 };
const A_CARD: Readonly<Record<Pace, number>> = { slow: 2_000, medium: 1_000, fast: 500 };
/** Cards that come faster than this come several at a time: the wall glides all the same. */
const TICK_MS = 100;

export class Player {
  playing = $state(false);
  #pace = $state<Pace>('medium');
  /** Cards that have come, and a part of the next; before anybody touches it, all that there are. */
  #at = $state(Infinity);
  readonly #count: () => number;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(count: () => number) {
    this.#count = count;
  }

  get shown(): number {
    return Math.min(Math.floor(this.#at), this.#count());
  }

  get pace(): Pace {
    return this.#pace;
  }

  set pace(pace: Pace) {
    this.#pace = pace;
  }

  /** From where it is; from the beginning once it has come to the end. */
  play(): void {
    if (this.#count() === 0 || this.playing) return;
    if (this.shown === this.#count()) this.#at = 0;
    this.playing = true;
    this.#timer = setInterval(() => this.#tick(), TICK_MS);
  }

  pause(): void {
    clearInterval(this.#timer);
    this.playing = false;
  }

  /** Holds there. */
  go(shown: number): void {
    this.pause();
    this.#at = Math.min(Math.max(shown, 0), this.#count());
  }

  #tick(): void {
    const count = this.#count();
    this.#at += TICK_MS / Math.min(WHOLE[this.#pace] / count, A_CARD[this.#pace]);
    if (this.#at < count) return;
    this.#at = Infinity;
    this.pause();
  }
}
