/** Words for a wall as a meeting gives them: cards arrive one by one, some say again what was said before, the engine clusters them. */
import { strongestLinks } from '../../src/lib/domain/wall/layout/kin.ts';
import type { Link } from '../../src/lib/domain/wall/layout/kin.ts';
import type { WallInput, WallWord } from '../../src/lib/domain/wall/layout/wall-layout.ts';
import type { Prior } from '../../src/lib/domain/clustering/placer.ts';
import { clustered } from '../fixtures/clustered.ts';
import { chanceOf } from '../fixtures/random.ts';
import { inventedCards } from './invented.ts';

export const AREA = { width: 1920, height: 1080 };
export const QUESTION = 'Vem är du?';
/** So many of a hundred cards say what was said before, most often what was said early. */
const AGAIN = 45;

/** A card as the wall sees it: which word it counts for, and that word's text. */
export interface Arrival {
  word: string;
  text: string;
}

export interface Stream {
  arrivals: readonly Arrival[];
  priors: readonly Prior[];
}

/** Cards until `words` words stand, or four times as many cards have come: many say the same. */
export function streamOf(words: number, seed: number): Stream {
  const chance = chanceOf(seed);
  const invented = inventedCards(words * 4, seed);
  const said: string[] = [];
  const texts = Array.from({ length: words * 4 }, (_, at) => {
    if (said.length > 0 && chance.percent(AGAIN))
      return said[Math.floor((chance.int(said.length) * chance.int(1_000)) / 1_000)]!;
    said.push(invented[at]!);
    return invented[at]!;
  });
  const { clusters, placer } = clustered(texts);
  const arrivals: Arrival[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < texts.length && seen.size < words; at++) {
    seen.add(clusters[at]!);
    arrivals.push({ word: clusters[at]!, text: texts[at]! });
  }
  const priors = placer.priors().filter(({ a, b }) => seen.has(a) && seen.has(b));
  return { arrivals, priors };
}

/** What the wall is given, as cards arrive. */
export class Growing {
  readonly #words = new Map<string, WallWord>();
  readonly #priors: readonly Prior[];
  /** Sought as they are asked for. */
  #links: readonly Link[] | undefined;

  constructor(priors: readonly Prior[]) {
    this.#priors = priors;
  }

  get size(): number {
    return this.#words.size;
  }

  take({ word, text }: Arrival): void {
    const standing = this.#words.get(word);
    this.#words.set(word, { id: word, text: standing?.text ?? text, count: (standing?.count ?? 0) + 1 });
    if (!standing) this.#links = undefined;
  }

  input(): Omit<WallInput, 'mode'> {
    return {
      words: [...this.#words.values()],
      links: (this.#links ??= strongestLinks(
        this.#priors.filter(({ a, b }) => this.#words.has(a) && this.#words.has(b))
      )),
      face: 'patrick-hand',
      area: AREA,
      centre: QUESTION
    };
  }
}
