/** Who reads the review may write summaries beside the answers, where that person leads the meeting. Handed down to whatever shows one. */
import { getContext, setContext } from 'svelte';

export interface SummaryDesk {
  /** Only reads. */
  readonly readonly: boolean;
  /** Stores it; what went wrong as a sentence, else undefined. An empty text takes it away. */
  write(prompt: string, about: string, text: string): Promise<string | undefined>;
}

const KEY = Symbol('summaries');

export function setSummaryDesk(desk: SummaryDesk): void {
  setContext(KEY, desk);
}

export function getSummaryDesk(): SummaryDesk {
  return getContext<SummaryDesk>(KEY);
}
