/** The other tabs of this browser: a letter that one of them is done with is forgotten by all. */
export class Tabs {
  readonly #channel: BroadcastChannel | undefined;

  /** `done` is told of letters that another tab has brought to an end. */
  constructor(done: (letter: string) => void) {
    // Browsers of before 2022 have none: a letter may then be sent by two tabs, and arrives once all the same.
    if (typeof BroadcastChannel === 'undefined') return;
    this.#channel = new BroadcastChannel('ordvagg.letters');
    this.#channel.onmessage = ({ data }: MessageEvent) => typeof data === 'string' && done(data);
  }

  tell(letter: string): void {
    this.#channel?.postMessage(letter);
  }

  close(): void {
    this.#channel?.close();
  }
}
