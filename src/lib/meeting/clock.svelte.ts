/** The server's time, looked at anew while somebody reads it on the page. */
import { createSubscriber } from 'svelte/reactivity';

const LOOK_MS = 250;

export class Clock {
  readonly #read: () => number;
  readonly #subscribe = createSubscriber((update) => {
    const timer = setInterval(update, LOOK_MS);
    return () => clearInterval(timer);
  });

  constructor(read: () => number) {
    this.#read = read;
  }

  /** Milliseconds since 1970. What depends on it is asked anew several times a second: derive little. */
  get now(): number {
    this.#subscribe();
    return this.#read();
  }
}
