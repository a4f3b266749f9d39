/** What the sentences of a report stand on, as a printed report tells it: numbers in the text, the cards behind them at its end. */
import type { Figure, Origin } from './document.ts';

/** A card as it may be shown: who wrote it, as far as it is told. */
export interface Card {
  text: string;
  /** What else was asked for. */
  more: string;
  who: string;
}

export interface Reference {
  /** From 1, in the order in which they are read. */
  number: number;
  cards: readonly Card[];
}

/** A word of a picture with its cards, in the picture's order. */
export interface WordCards {
  word: string;
  cards: readonly Card[];
}

export type CardsOf = (origin: Origin) => readonly Card[];

export interface References {
  all: readonly Reference[];
  /** The number of what that text stands on; undefined where it says itself what its cards say, or where they are gone. */
  refer(text: string, origin: Origin): number | undefined;
}

export function references(cardsOf: CardsOf): References {
  const all: Reference[] = [];
  const known = new Map<string, number>();
  return {
    all,
    refer(text, origin) {
      const key = originKey(origin);
      const before = known.get(key);
      const cards = before === undefined ? cardsOf(origin) : all[before - 1]!.cards;
      if (cards.every((card) => says(text, card))) return undefined;
      if (before !== undefined) return before;
      const number = all.length + 1;
      all.push({ number, cards });
      known.set(key, number);
      return number;
    }
  };
}

/** Of each word that a picture names by id, once; none of which no card is left. */
export function wordsBehind({ scene, origins = {} }: Figure, cardsOf: CardsOf): WordCards[] {
  const seen = new Set<string>();
  return scene.texts.flatMap(({ id, part, lines }) => {
    const origin = id === undefined || part || seen.has(id) ? undefined : origins[id];
    if (!origin || id === undefined) return [];
    seen.add(id);
    const cards = cardsOf(origin);
    return cards.length > 0 ? [{ word: lines.map(({ text }) => text).join(' '), cards }] : [];
  });
}

/** Equal where two stand on the same. */
export function originKey(origin: Origin | undefined): string {
  return origin ? [origin.meeting, origin.prompt, ...origin.notes].join(' ') : '';
}

function says(text: string, card: Card): boolean {
  const [said, head, all] = [text, card.text, `${card.text}\n${card.more}`].map((one) =>
    one.replace(/\s+/g, ' ').trim().toLocaleLowerCase()
  ) as [string, string, string];
  return said.includes(head) || all.includes(said);
}
