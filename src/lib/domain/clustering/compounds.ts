/** Takes compounds apart: kunskapsspridare is kunskap and spridare. Only parts that the dictionary knows count. */
import type { Language } from './languages/language.ts';
import type { Lexicon } from './lexicon.ts';
import { remember } from './remember.ts';
import type { Roots } from './roots.ts';

export interface Split {
  /** Lemma of the first part; it may itself be a compound. */
  first: string;
  /** The rest, in the form in which it stands. */
  rest: string;
  /** A first part like med- or del-, that says little of its own. */
  prefix?: true;
}

const SHORTEST = 3;
/** A word that the dictionary knows whole is taken apart only where nobody would take it for anything else. */
const SHORTEST_REST_OF_KNOWN = 4;

export class Compounds {
  readonly #lexicon: Lexicon;
  readonly #roots: Roots;
  readonly #language: Language;
  readonly #known = new Map<string, Split | undefined>();

  constructor(lexicon: Lexicon, roots: Roots, language: Language) {
    this.#lexicon = lexicon;
    this.#roots = roots;
    this.#language = language;
  }

  /** The best place to take a word apart, or undefined. */
  split(word: string): Split | undefined {
    if (!this.#known.has(word)) remember(this.#known, word, this.#find(word));
    return this.#known.get(word);
  }

  #find(word: string): Split | undefined {
    const whole = this.#roots.of(word).length > 0;
    if (!this.#language.compounds && whole) return undefined;
    const shortestRest = whole ? SHORTEST_REST_OF_KNOWN : SHORTEST;
    let best: Split | undefined;
    let most = 0;
    for (let at = SHORTEST; at <= word.length - shortestRest; at++) {
      const [left, rest] = [word.slice(0, at), word.slice(at)];
      if (this.#roots.of(rest).length === 0 && !this.#isCompound(rest)) continue;
      const prefix = this.#language.prefixes.has(left);
      if (prefix && whole) continue;
      const first = prefix ? left : this.#first(left, rest);
      if (!first) continue;
      // Balanced parts are the likelier ones, of equals the one with the longer rest; a prefix is the last resort.
      const worth = prefix ? 1 : Math.min(first.length, rest.length) + rest.length / 100;
      if (worth > most) [best, most] = [{ first, rest, ...(prefix ? { prefix } : {}) }, worth];
    }
    return best;
  }

  #isCompound(rest: string): boolean {
    return rest.length >= 8 && this.split(rest) !== undefined;
  }

  #first(left: string, rest: string): string | undefined {
    const listed = this.#lexicon.firstParts(left)[0]?.lemma;
    if (listed) return listed;
    if (!this.#language.compounds)
      return this.#lexicon.knows(left) && left.length > SHORTEST ? left : undefined;
    if (left.length < 4) return rest.length > SHORTEST_REST_OF_KNOWN ? this.#noun(left) : undefined;
    if (left.endsWith('s')) {
      const unlinked = left.slice(0, -1);
      if (unlinked.length >= 5 && this.#roots.of(unlinked).length > 0) return unlinked;
      if (unlinked.length >= 8 && this.split(unlinked)) return unlinked;
    }
    // ledar- is ledare; or it was written without its linking s, as happens in haste.
    if (left.endsWith('ar') && this.#roots.of(`${left}e`).length > 0) return `${left}e`;
    return this.#lexicon.lemmas(left).find(({ flags }) => /[XvfuHG]/.test(flags))?.lemma;
  }

  /** Short nouns stand in front as they are, also where the list forgot to say so: råd. */
  #noun(left: string): string | undefined {
    const entry = this.#lexicon.entry(left);
    return entry && /[ABCD]/.test(entry.flags) ? left : undefined;
  }
}
