/** Files that somebody has asked for and does not have yet: what is told of them, and how they are called off. */
import { m } from '$lib/paraglide/messages';
import { fetchFile } from './fetching';
import type { FetchedFile } from './file';

/** Milliseconds: what is there sooner needs no word. */
const SOON = 1_000;
/** So long a sentence stands. */
const READ = 12_000;

export interface Under {
  id: number;
  file: FetchedFile;
  /** How much is made, from 0 to 1; undefined where that is not known. */
  part: number | undefined;
  cancel(): void;
}

export class OnTheirWay {
  /** Those that take longer than a moment. */
  under = $state.raw<readonly Under[]>([]);
  /** The latest that happened. */
  said = $state('');
  #asked = 0;
  #saying: ReturnType<typeof setTimeout> | undefined;

  async fetch(file: FetchedFile): Promise<void> {
    const { name } = file;
    const abort = new AbortController();
    let own: Under = { id: ++this.#asked, file, part: undefined, cancel: () => abort.abort() };
    let told = false;
    const late = setTimeout(() => {
      told = true;
      this.under = [...this.under, own];
      this.#say(m.files_making({ name }));
    }, SOON);
    const fault = await fetchFile(file, {
      signal: abort.signal,
      done: (part) => {
        const before = own;
        own = { ...own, part };
        this.under = this.under.map((one) => (one === before ? own : one));
      }
    });
    clearTimeout(late);
    this.under = this.under.filter((one) => one !== own);
    if (fault) this.#say(fault);
    else if (abort.signal.aborted) this.#say(m.files_cancelled({ name }));
    else if (told) this.#say(m.files_done({ name }));
    else this.#say('');
  }

  #say(sentence: string): void {
    clearTimeout(this.#saying);
    this.said = sentence;
    this.#saying = setTimeout(() => (this.said = ''), READ);
  }
}
