/**
 * How near two words are in meaning, as far as a thesaurus tells: 0..1. Words are named by the key of their analysis
 * (roots joined), so that "rådgivare" finds what stands under "rådgivning".
 */
import type { Analyser, Part, Token } from './analysis.ts';
import { remember } from './remember.ts';

/** Both are told under each other. */
const MUTUAL = 0.9;
/** The one is told under the other; less where that has many, since then they are far apart. */
const TOLD = 0.86;
const EACH_MORE = 0.03;
const LEAST_TOLD = 0.62;
/** Both are told under a third word. */
const SHARED_MEANING = 0.88;
const RARE_MEANING = 0.78;
const ABOVE = 0.6;
/** The one stands in the sentence by which the other is told: a hint, never enough to join on. */
const IN_GLOSS = 0.4;

interface Kin {
  strength: number;
}

export class Kinship {
  readonly #analyser: Analyser;
  readonly #kin = new Map<string, ReadonlyMap<string, Kin>>();
  readonly #alike = new Map<string, ReadonlySet<string>>();

  /** `alike`: words that are alike wherever they stand, from a role pack. */
  constructor(analyser: Analyser, alike: readonly (readonly string[])[] = []) {
    this.#analyser = analyser;
    for (const words of alike) {
      const keys = words.map((word) => analyser.keyOf(word));
      for (const key of keys) this.#alike.set(key, new Set([...(this.#alike.get(key) ?? []), ...keys]));
    }
  }

  /** Keys of what means nearly the same as a token or a part, with how near. */
  of(key: string, words: readonly string[], language: Token['language']): ReadonlyMap<string, Kin> {
    return this.#kin.get(key) ?? remember(this.#kin, key, this.#find(key, words, language));
  }

  ofToken(token: Token): ReadonlyMap<string, Kin> {
    return this.of(token.key, token.words, token.language);
  }

  ofPart(part: Part, language: Token['language']): ReadonlyMap<string, Kin> {
    return this.of(part.roots[0]!, part.words, language);
  }

  #find(key: string, words: readonly string[], language: Token['language']): Map<string, Kin> {
    const lexicon = this.#analyser.lexiconOf(language);
    const found = new Map<string, { told: number; tells: number; strength: number }>();
    for (const other of this.#alike.get(key) ?? []) {
      if (other !== key) found.set(other, { told: 1, tells: 1, strength: MUTUAL });
    }
    if (!lexicon) return found;
    const note = (word: string, told: number, tells: number, strength: number) => {
      const other = this.#analyser.keyOf(word);
      if (!other || other === key) return;
      const before = found.get(other);
      found.set(other, {
        told: Math.max(told, before?.told ?? 0),
        tells: Math.max(tells, before?.tells ?? 0),
        strength: Math.max(strength, before?.strength ?? 0)
      });
    };
    for (const word of new Set(words)) {
      for (const { words: line, first } of lexicon.synonyms(word)) {
        const strength = Math.max(LEAST_TOLD, TOLD - EACH_MORE * (line.length - 2));
        if (first) for (const other of line.slice(1)) note(other, 1, 0, strength);
        else note(line[0]!, 0, 1, strength);
      }
      lexicon.meanings(word).forEach(({ meaning }, rank) => {
        for (const other of meaning.words) {
          if (other !== word) note(other, 0, 0, rank === 0 ? SHARED_MEANING : RARE_MEANING);
        }
        if (rank > 0) return;
        for (const other of meaning.told) note(other, 0, 0, IN_GLOSS);
        for (const above of meaning.above.slice(0, 2)) {
          for (const other of lexicon.meaning(above)?.words ?? []) note(other, 0, 0, ABOVE);
        }
      });
    }
    return new Map(
      [...found].map(([other, { told, tells, strength }]) => [
        other,
        { strength: told && tells ? MUTUAL : strength }
      ])
    );
  }
}
