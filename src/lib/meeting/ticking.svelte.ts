/** A clock for a component: the time, as often as it is shown. Read off the clock, never added up. */
const LOOK_MS = 250;

export class Ticking {
  now: number = $state(0);
  readonly #clock: () => number;

  /** `clock`: milliseconds since 1970, the server's where ends of timers are measured. */
  constructor(clock: () => number) {
    this.#clock = clock;
    this.now = clock();
  }

  /** In `onMount`: returns what ends it. */
  start(): () => void {
    const look = () => (this.now = this.#clock());
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }
}
