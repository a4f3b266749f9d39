import { fold } from '../letters.ts';

/** What the analysis must know of a language besides its words. All words are lower case, with their accents. */

/** A suffix that makes one word of another: cut it, add one of `back`, and see whether the dictionary has that. */
export interface Derivation {
  suffix: string;
  /** The suffix, folded. */
  letters: string;
  back: readonly string[];
  /** The shortest stem that is left, in letters. */
  stem: number;
  /** What comes out must be a verb. */
  verb?: true;
}

export interface Language {
  code: 'sv' | 'en';
  /** Say nothing of a role at all. */
  stop: ReadonlySet<string>;
  /** Turn a meaning round: what they stand with never joins what stands without. */
  negations: ReadonlySet<string>;
  negating: readonly string[];
  /** What follows them tells more of what came before: the head of "länken mellan stat och kommun" is länken. */
  prepositions: ReadonlySet<string>;
  /** Begin a clause that tells more of what came before: "nejsägare som påtalar brister". */
  relatives: ReadonlySet<string>;
  /** Join a verb to one word: driva på = pådriva. */
  particles: ReadonlyMap<string, string>;
  /** Verbs that say little: göra, skapa, vara. */
  light: ReadonlySet<string>;
  /** Nouns and adjectives that say little in any project: roll, aktör, insats, regional. */
  generic: ReadonlySet<string>;
  irregular: ReadonlyMap<string, string>;
  derivations: readonly Derivation[];
  /** Forms of the commonest suffixes of nouns that no dictionary lists. */
  endings: readonly (readonly [ending: string, lemma: string])[];
  /** Other ways to spell: what they write, what the dictionary writes. */
  spellings: readonly (readonly [other: string, ours: string])[];
  /** Make a verb of nearly the same meaning: medfinansiera. */
  weakPrefixes: readonly string[];
  /** First letters that no compound begins with, though they are words: sam-, för-. */
  prefixes: ReadonlySet<string>;
  /** Are words written together freely? */
  compounds: boolean;
  /** Ends as who does it, or as what is done: no verb, though the dictionary lists it as a form of one. */
  agent: RegExp;
  /** Ends as the name of who does it does, in its plain form. */
  plainNoun: RegExp;
  isVerb(lemma: string, flags: string): boolean;
}

/** "a b c" as a set, also as they are written without their accents: "på" as "pa". */
export function list(words: string): ReadonlySet<string> {
  return new Set(
    words
      .trim()
      .split(/\s+/)
      .flatMap((word) => [word, fold(word)])
  );
}

/** "lemma: form form; ..." as form -> lemma. */
export function forms(lines: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const line of lines.trim().split(/\s*;\s*/)) {
    const [lemma = '', all = ''] = line.split(/:\s*/);
    for (const form of all.trim().split(/\s+/)) if (form) map.set(form, lemma.trim());
  }
  return map;
}

/** "ation ator > era": each suffix goes back to each of what stands behind the arrow. */
export function derivations(lines: string, stem: number, verb?: true): Derivation[] {
  return lines
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [suffixes = '', back = ''] = line.split('>');
      const targets = back
        .trim()
        .split(/\s+/)
        .map((one) => (one === '-' ? '' : one));
      return suffixes
        .trim()
        .split(/\s+/)
        .map((suffix) => ({
          suffix: suffix === '-' ? '' : suffix,
          letters: suffix === '-' ? '' : fold(suffix),
          back: targets,
          stem,
          ...(verb ? { verb } : {})
        }));
    });
}
