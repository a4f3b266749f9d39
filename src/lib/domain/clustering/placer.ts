/**
 * The cards of one prompt as they lie in clusters, and where one more would go. Lives in the worker beside the words;
 * deterministic: the same cards lying the same way give the same answer.
 */
import { foldKey } from '../text.ts';
import type { Why } from './why.ts';

export interface Card {
  id: string;
  text: string;
}

export interface Placement {
  /** Undefined: a cluster of its own. */
  cluster?: string;
  why: Why;
}

export type Suggestion =
  | { kind: 'merge'; cluster: string; into: string; why: Why }
  | { kind: 'split'; cluster: string; notes: string[]; why: Why };

/** Two clusters that may be one, as far as language can tell. */
export interface Prior {
  a: string;
  b: string;
  /** 0..1 */
  likeness: number;
}

/** What has been decided against: neither is suggested again. */
export interface Decided {
  apart: readonly (readonly [string, string])[];
  whole: readonly string[];
}

export class Placer {
  readonly #cards = new Map<string, { text: string; cluster: string }>();

  /** What stands: a card that is new, was moved, or says something else now. `pinned`: a person laid it there. */
  set(card: Card, cluster: string, pinned = false): void {
    void pinned;
    this.#cards.set(card.id, { text: card.text, cluster });
  }

  remove(card: string): void {
    this.#cards.delete(card);
  }

  /** Where a card belongs. Does not lay it there. */
  place({ id, text }: Card): Placement {
    for (const [other, lying] of this.#cards) {
      if (other !== id && foldKey(lying.text) === foldKey(text)) {
        return { cluster: lying.cluster, why: { kind: 'same', other } };
      }
    }
    return { why: { kind: 'alone' } };
  }

  /** What to call a cluster, and the card that the word came from. */
  label(cluster: string): { text: string; from: string } | undefined {
    for (const [from, lying] of this.#cards) if (lying.cluster === cluster) return { text: lying.text, from };
    return undefined;
  }

  /** What a rerun over all cards would do otherwise, in order of how much it would help. */
  suggestions(limit: number, decided: Decided): Suggestion[] {
    void limit;
    void decided;
    return [];
  }

  /** Pairs of clusters worth asking people about, the likeliest first. */
  priors(): Prior[] {
    return [];
  }
}
