/** Whoever may erase answers can do so where the report shows them. Handed down to whatever shows a card. */
import { getContext, setContext } from 'svelte';

export interface Eraser {
  /** Undefined for whoever may not. Asks first. */
  readonly erase: ((note: string, text: string) => void) | undefined;
}

const KEY = Symbol('eraser');

export function setEraser(eraser: Eraser): void {
  setContext(KEY, eraser);
}

export function getEraser(): Eraser | undefined {
  return getContext<Eraser | undefined>(KEY);
}
