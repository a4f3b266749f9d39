/** The polite voice of the page: at most one announcement every five seconds, what came meanwhile joined. */
const PAUSE_MS = 5_000;

export class Announcer {
  /** What stands in the live region. */
  text = $state('');
  #waiting: string[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;

  say(sentence: string): void {
    if (!this.#waiting.includes(sentence)) this.#waiting.push(sentence);
    if (!this.#timer) this.#speak();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #speak(): void {
    this.text = this.#waiting.join(' ');
    this.#waiting = [];
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      // Emptied in between, so that the same sentence is read out again next time.
      this.text = '';
      if (this.#waiting.length > 0) this.#speak();
    }, PAUSE_MS);
  }
}
