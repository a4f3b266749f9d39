/**
 * The words of a language: which there are, of what a form is a form, what means the same. Read from the text that
 * `npm run words` packs (words/README.md tells its form). Words are looked up by folded letters, so that a missing å ä ö finds them.
 */
import { fold } from './letters.ts';

export interface Entry {
  lemma: string;
  /** Its folded letters. */
  plain: string;
  /** Hunspell's: which endings it takes. */
  flags: string;
}

interface Ending {
  flag: string;
  cut: string;
  added: string;
  condition: RegExp | undefined;
}

/** Endings by the folded letters that they add, then by those that they cut: a stem is looked up once for all of them. */
type Endings = Map<string, Map<string, Ending[]>>;

/** A meaning: the words that share it, the meanings above it, and the words by which it is told. */
export interface Meaning {
  words: readonly string[];
  above: readonly number[];
  part: string;
  told: readonly string[];
}

const LONGEST_ENDING = 8;

export class Lexicon {
  readonly #entries = new Map<string, Entry[]>();
  readonly #endings: Endings = new Map();
  readonly #links: Endings = new Map();
  /** Per word the thesaurus's lines that name it first, and those that name it at all. */
  readonly #lines = new Map<string, string[][]>();
  readonly #named = new Map<string, string[][]>();
  readonly #meanings = new Map<number, Meaning>();
  readonly #meant = new Map<string, number[]>();
  readonly #families = new Map<string, string>();
  readonly #threes = new Set<string>();

  constructor(text: string) {
    let section = '';
    for (const line of text.split('\n')) {
      if (line.startsWith('[')) section = line;
      else if (section === '[words]') this.#readWord(line);
      else if (line) this.#read(section, line);
    }
  }

  /** Do its meanings say which words are verbs? Else their endings must. */
  get tellsVerbs(): boolean {
    return this.#meanings.size > 0;
  }

  /** Is it a word just so, as a lemma? */
  has(lemma: string): boolean {
    return this.entry(lemma) !== undefined;
  }

  entry(lemma: string): Entry | undefined {
    return this.#entries.get(fold(lemma))?.find((entry) => entry.lemma === lemma);
  }

  /** Is it a form of a word, with or without its accents? */
  knows(word: string): boolean {
    const plain = fold(word);
    if (plain !== word) return this.lemmas(word).length > 0;
    if (this.#entries.has(plain)) return true;
    let found = false;
    for (let length = 1; !found && length <= Math.min(LONGEST_ENDING, plain.length - 1); length++) {
      this.#byEnding(this.#endings, plain, length, () => (found = true));
    }
    return found;
  }

  /**
   * May a word have these three folded letters in a row, away from its ending? A cheap look before words that may have been
   * meant are looked up: most misspellings of a misspelling look like no word at all.
   */
  mayHave(three: string): boolean {
    if (this.#threes.size === 0) {
      for (const word of this.#entries.keys()) {
        for (let at = 0; at + 3 <= word.length; at++) this.#threes.add(word.slice(at, at + 3));
      }
    }
    return this.#threes.has(three);
  }

  /**
   * What a form may be a form of, the likeliest first. Where it is written with accents only what has the same accents;
   * where it is not, also words that have some: "stod" is stå or stöd.
   */
  lemmas(word: string): Entry[] {
    const plain = fold(word);
    const accented = plain !== word;
    const found: Entry[] = [];
    const add = (entry: Entry) => {
      if (!found.includes(entry)) found.push(entry);
    };
    const exact = (form: string) => !accented || form === word;
    for (const entry of this.#entries.get(plain) ?? []) if (exact(entry.lemma)) add(entry);
    for (let length = 1; length <= Math.min(LONGEST_ENDING, plain.length - 1); length++) {
      this.#byEnding(this.#endings, plain, length, (entry, { cut, added }) => {
        if (exact(entry.lemma.slice(0, entry.lemma.length - cut.length) + added)) add(entry);
      });
    }
    if (!accented) found.sort((a, b) => Number(a.plain !== a.lemma) - Number(b.plain !== b.lemma));
    return found;
  }

  /** The one form with accents that has these letters, where there is just one; also of forms with endings. */
  accented(word: string): string | undefined {
    const found = new Set<string>();
    for (const entry of this.#entries.get(word) ?? []) found.add(entry.lemma);
    for (let length = 1; length <= Math.min(LONGEST_ENDING, word.length - 1); length++) {
      this.#byEnding(this.#endings, word, length, (entry, { cut, added }) => {
        found.add(entry.lemma.slice(0, entry.lemma.length - cut.length) + added);
      });
    }
    const [only] = found;
    return found.size === 1 && only !== word ? only : undefined;
  }

  /** What stands as the first part of a compound in just these letters: "kunskaps" is kunskap. */
  firstParts(part: string): Entry[] {
    const plain = fold(part);
    const found = (this.#entries.get(plain) ?? []).filter(({ flags }) => flags.includes('X'));
    for (let length = 0; length <= 3; length++) {
      this.#byEnding(this.#links, plain, length, (entry) => found.push(entry));
    }
    // Written with its accents it is only what has the same; without, what has none comes first.
    if (plain !== part)
      return found.filter(({ lemma }) => sharedStart(part, lemma) >= Math.min(part.length, lemma.length) - 1);
    return found.sort((a, b) => Number(a.plain !== a.lemma) - Number(b.plain !== b.lemma));
  }

  /** Lines of the thesaurus for a word: each a list of words of one meaning; `first`: it is told under that word itself. */
  synonyms(word: string): { words: readonly string[]; first: boolean }[] {
    return [
      ...(this.#lines.get(word) ?? []).map((words) => ({ words, first: true })),
      ...(this.#named.get(word) ?? []).map((words) => ({ words, first: false }))
    ];
  }

  /** Meanings of a word, the most common first. */
  meanings(word: string): { id: number; meaning: Meaning }[] {
    return (this.#meant.get(word) ?? []).map((id) => ({ id, meaning: this.#meanings.get(id)! }));
  }

  meaning(id: number): Meaning | undefined {
    return this.#meanings.get(id);
  }

  /** The word that it is derived from: coordinator -> coordinate. */
  derivedFrom(lemma: string): string | undefined {
    return this.#families.get(lemma);
  }

  #byEnding(
    endings: Endings,
    plain: string,
    length: number,
    then: (entry: Entry, ending: Ending) => void
  ): void {
    const cuts = endings.get(length === 0 ? '' : plain.slice(-length));
    if (!cuts) return;
    const stem = plain.slice(0, plain.length - length);
    for (const [cut, rules] of cuts) {
      for (const entry of this.#entries.get(stem + cut) ?? []) {
        for (const ending of rules) {
          if (entry.flags.includes(ending.flag) && (ending.condition?.test(entry.lemma) ?? true))
            then(entry, ending);
        }
      }
    }
  }

  #readWord(line: string): void {
    const tab = line.indexOf('\t');
    if (tab < 1) return;
    const lemma = line.slice(0, tab);
    const plain = fold(lemma);
    push(this.#entries, plain, { lemma, plain, flags: line.slice(tab + 1) });
  }

  #read(section: string, line: string): void {
    const fields = line.split('\t');
    if (section === '[suffixes]') addEnding(this.#endings, ending(fields));
    else if (section === '[links]') addEnding(this.#links, ending(fields));
    else if (section === '[families]') this.#families.set(fields[0]!, fields[1]!);
    else if (section === '[synonyms]') {
      const words = line.split('|');
      push(this.#lines, words[0]!, words);
      for (const word of words.slice(1)) push(this.#named, word, words);
    } else if (section === '[synsets]') {
      const [id, part = '', above = '', words = '', told = ''] = fields;
      this.#meanings.set(Number(id), {
        part,
        above: above ? above.split(',').map(Number) : [],
        words: words.split(','),
        told: told ? told.split(',') : []
      });
      for (const word of words.split(',')) push(this.#meant, word, Number(id));
    }
  }
}

function ending([flag = '', cut = '', added = '', condition = '.']: string[]): Ending {
  return { flag, cut, added, condition: condition === '.' ? undefined : new RegExp(`(?:${condition})$`) };
}

function addEnding(endings: Endings, one: Ending): void {
  const tail = fold(one.added);
  let cuts = endings.get(tail);
  if (!cuts) endings.set(tail, (cuts = new Map()));
  push(cuts, fold(one.cut), one);
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
