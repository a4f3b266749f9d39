/**
 * Stray words: somebody wrote them in a paragraph that somebody else removed or made anew at the same time, and nobody can say for
 * sure where they belong. They lie beside the text, in the shared document, until somebody lays them in or says that they are not needed.
 */

/** The Y.Map that holds them, by ids of their own. */
export const STRAYS = 'strays';

/** Of an item in Yjs. */
export interface ItemId {
  client: number;
  clock: number;
}

export interface Stray {
  words: string;
  /** What else the paragraph said, as far as it is known. */
  stood: string;
  /** The block before it; null: it was the first. Undefined where nobody knows. */
  after?: ItemId | null;
  at: number;
}

/** What was stored, as that; undefined where it is none. */
export function strayOf(stored: unknown): Stray | undefined {
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { words, stood, after, at } = stored as Record<string, unknown>;
  if (typeof words !== 'string' || !words.trim()) return undefined;
  return {
    words,
    stood: typeof stood === 'string' ? stood : '',
    ...(after === null || isItemId(after) ? { after } : {}),
    at: typeof at === 'number' ? at : 0
  };
}

function isItemId(value: unknown): value is ItemId {
  if (typeof value !== 'object' || value === null) return false;
  const { client, clock } = value as Record<string, unknown>;
  return typeof client === 'number' && typeof clock === 'number';
}
