/** What the page of the documentation knows besides its text: what placed blocks show now, which cards stand behind what, what lies beside the sheet. */
import { getContext, setContext } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import type { Part, Seen, Source } from '$lib/domain/documentation/source';
import type { NoteId } from '$lib/domain/meeting/ids';

/** What a source shows now. `of`: the step and the meeting it is from. */
export interface Shown extends Seen {
  html: string;
  of: { meeting: number; title: string };
}

export interface MeetingOffer {
  id: string;
  number: number;
  title: string;
  attended: boolean;
  steps: readonly { id: string; title: string; what: string; parts: readonly Part[] }[];
  quotes: readonly QuoteOffer[];
}

export interface QuoteOffer {
  id: NoteId;
  prompt: string;
  text: string;
  by: string;
  /** Where it was said, and what it can be found by besides its words. */
  about: string;
}

export interface StepCards {
  title: string;
  /** Words or themes. */
  words: readonly { text: string; notes: readonly NoteId[] }[];
  cards: readonly BehindCard[];
}

export interface BehindCard {
  id: NoteId;
  text: string;
  explanation: string;
  from: string;
  organisation: string;
  theme: string;
  at: string;
}

/** `notes` none: all of the step. `word`: what it is behind. */
export interface Behind {
  meeting: string;
  prompt: string;
  notes: readonly NoteId[];
  word: string;
  /** The ink of the word. */
  ink?: string;
}

export type Panel = { name: 'behind'; behind: Behind } | { name: 'insert' | 'tie' | 'contents' } | undefined;

export class Desk {
  /** What lies beside the sheet. */
  panel = $state.raw<Panel>();
  quiet = false;
  /** By source; null where it is gone, undefined where it has not come yet. */
  readonly shown = new SvelteMap<string, Shown | null>();
  readonly #home: string;
  #asked = new Map<string, Source>();
  #asking: ReturnType<typeof setTimeout> | undefined;
  #openedBy: Element | null = null;

  constructor(project: string) {
    this.#home = `/projects/${project}/documentation`;
  }

  /** `quiet`: the focus stays where it is, e.g. in the text. */
  open(panel: Panel, { quiet = false } = {}): void {
    if (!this.panel) this.#openedBy = document.activeElement;
    this.quiet = quiet;
    this.panel = panel;
  }

  /** The focus goes back to where it was. */
  close(): void {
    this.panel = undefined;
    if (this.#openedBy instanceof HTMLElement || this.#openedBy instanceof SVGElement)
      this.#openedBy.focus({ preventScroll: true });
    this.#openedBy = null;
  }

  /** Has it fetched, once for all that are asked for together. */
  want(source: Source): void {
    const key = keyOf(source);
    if (this.#asked.has(key)) return;
    this.#asked.set(key, source);
    this.#soon();
  }

  /** What is on the page, anew: something may have changed meanwhile. */
  refresh(): void {
    this.#soon();
  }

  /** For a block that is being placed; undefined where there is no net. */
  async look(source: Source): Promise<Shown | null | undefined> {
    const found = await this.#post([source]);
    if (!found) return undefined;
    const shown = found[0] ?? null;
    this.#asked.set(keyOf(source), source);
    this.shown.set(keyOf(source), shown);
    return shown;
  }

  offers(): Promise<MeetingOffer[] | undefined> {
    return this.#get<MeetingOffer[]>('offers');
  }

  cards({ meeting, prompt }: Pick<Behind, 'meeting' | 'prompt'>): Promise<StepCards | undefined> {
    return this.#get<StepCards>(`cards?${new URLSearchParams({ meeting, prompt })}`);
  }

  #soon(): void {
    clearTimeout(this.#asking);
    this.#asking = setTimeout(() => void this.#ask(), 50);
  }

  async #ask(): Promise<void> {
    const asked = [...this.#asked];
    const found = await this.#post(asked.map(([, source]) => source));
    found?.forEach((shown, at) => this.shown.set(asked[at]![0], shown));
  }

  async #post(sources: Source[]): Promise<(Shown | null)[] | undefined> {
    if (sources.length === 0) return [];
    return answerOf<(Shown | null)[]>(() =>
      fetch(`${this.#home}/blocks`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(sources)
      })
    );
  }

  #get<T>(path: string): Promise<T | undefined> {
    return answerOf<T>(() => fetch(`${this.#home}/${path}`));
  }
}

/** Undefined where no net, or no server of ours, answers. */
async function answerOf<T>(ask: () => Promise<Response>): Promise<T | undefined> {
  try {
    const answer = await ask();
    return answer.ok ? ((await answer.json()) as T) : undefined;
  } catch {
    return undefined;
  }
}

export function keyOf({ meeting, prompt, part, only }: Source): string {
  return [meeting, prompt, part, ...only].join(' ');
}

const DESK = Symbol('desk');
export const setDesk = (desk: Desk): Desk => setContext(DESK, desk);
export const getDesk = (): Desk => getContext<Desk>(DESK);
