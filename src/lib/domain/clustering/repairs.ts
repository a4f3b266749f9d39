/** Reads misspelt words: one edit away from a word that the dictionary knows. Only for words that it does not know. */
import type { Compounds } from './compounds.ts';
import { fold } from './letters.ts';
import type { Lexicon } from './lexicon.ts';
import type { Roots } from './roots.ts';

const SHORTEST = 4;
/** Of a part of a compound. */
const SHORTEST_PART = 5;
const LETTERS = 'aeinrstldogkmvpbfhujcyzxwq';

export class Repairs {
  readonly #lexicon: Lexicon;
  readonly #roots: Roots;
  readonly #compounds: Compounds;

  constructor(lexicon: Lexicon, roots: Roots, compounds: Compounds) {
    this.#lexicon = lexicon;
    this.#roots = roots;
    this.#compounds = compounds;
  }

  /** What may have been meant, the likeliest first: a slip of neighbours or a double letter before any other. */
  of(word: string): string[] {
    const plain = fold(word);
    if (plain.length < SHORTEST || /\d/.test(plain)) return [];
    const whole = this.#editsOf(plain).filter((edit) => this.#isListed(edit));
    if (whole.length > 0) return whole.slice(0, 5);
    return this.#inCompound(plain);
  }

  /** Or is it what somebody or something is called who does what the dictionary has a verb for? */
  #isListed(edit: string): boolean {
    if (this.#lexicon.knows(edit)) return true;
    const verb = edit.replace(/(?:are|aren|arna|ning|ningen|ing|ande)$/, 'a');
    return verb !== edit && this.#lexicon.knows(verb) && this.#roots.of(edit).length > 0;
  }

  /** One of two parts is right, the other misspelt. */
  #inCompound(plain: string): string[] {
    const found: string[] = [];
    for (let at = 4; at <= plain.length - 4 && found.length < 3; at++) {
      const [left, rest] = [plain.slice(0, at), plain.slice(at)];
      const leftKnown = this.#lexicon.firstParts(left).length > 0;
      const restKnown = rest.length >= SHORTEST_PART && this.#roots.of(rest).length > 0;
      if (leftKnown && rest.length >= SHORTEST_PART) {
        const edit = this.#editsOf(rest).find(
          (one) => this.#isListed(one) && this.#compounds.split(left + one)
        );
        if (edit) found.push(left + edit);
      } else if (restKnown && left.length >= SHORTEST_PART) {
        const edit = this.#editsOf(left).find((one) => this.#lexicon.firstParts(one).length > 0);
        if (edit) found.push(edit + rest);
      }
    }
    return found;
  }

  /** Everything one edit away that may be a word, the commonest slips first: swapped, doubled or single letters, then others. */
  #editsOf(word: string): string[] {
    const edits = new Set<string>();
    const add = (edit: string, at: number) => {
      if (this.#mayBe(edit, at)) edits.add(edit);
    };
    for (let at = 0; at < word.length - 1; at++) {
      if (word[at] !== word[at + 1])
        add(word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2), at);
    }
    for (let at = 0; at < word.length; at++) add(word.slice(0, at) + word[at]! + word.slice(at), at);
    for (let at = 0; at < word.length; at++) add(word.slice(0, at) + word.slice(at + 1), at);
    for (const letter of LETTERS) {
      for (let at = 0; at <= word.length; at++) {
        add(word.slice(0, at) + letter + word.slice(at), at);
        if (at < word.length && word[at] !== letter) add(word.slice(0, at) + letter + word.slice(at + 1), at);
      }
    }
    return [...edits];
  }

  /** Looks at the letters around the edit; endings have runs of their own, so they are let through. */
  #mayBe(edit: string, at: number): boolean {
    for (let from = Math.max(0, at - 2); from <= at + 1 && from + 3 <= edit.length - 3; from++) {
      if (!this.#lexicon.mayHave(edit.slice(from, from + 3))) return false;
    }
    return true;
  }
}
