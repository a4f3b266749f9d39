/**
 * What a card says, as far as its words tell: parts with weights. "Kunskapsspridare för kommunerna" is kunskap and sprida,
 * and a little kommun. Pure and remembered per word, so that 5,000 cards take milliseconds.
 */
import { Compounds } from './compounds.ts';
import type { Split } from './compounds.ts';
import { fold, wordsIn } from './letters.ts';
import type { Language } from './languages/language.ts';
import type { Lexicon } from './lexicon.ts';
import { remember } from './remember.ts';
import { Repairs } from './repairs.ts';
import { Roots } from './roots.ts';

/** A part of a card's meaning. */
export interface Part {
  /** The roots that it may have, the likeliest first. Unknown words are their own folded letters. */
  roots: readonly string[];
  /** Roots that it resembles: the verb of a particle verb. */
  weak: readonly string[];
  /** Words to look up in a thesaurus: lemmas on the way to the roots. */
  words: readonly string[];
  weight: number;
}

/** A word of a card: a compound has several parts. */
export interface Token {
  /** As it was written, in lower case; folded for comparing letters. */
  text: string;
  form: string;
  language: Language['code'] | undefined;
  /** Its roots joined: what it means as a whole. */
  key: string;
  words: readonly string[];
  parts: readonly Part[];
  /** Read as this word, since there is none as it was written. */
  meant?: string;
}

export interface Analysis {
  /** Letters and figures alone: what is equal here is the same card. */
  letters: string;
  tokens: readonly Token[];
  /** Sum of the weights. */
  weight: number;
  negated: boolean;
}

const LIGHT = 0.2;
const GENERIC = 0.25;
const AFTER_PREPOSITION = 0.35;
/** What a verb is done to, where the verb says the most of it: driva på utvecklingen. */
const OBJECT = 0.6;
const ASKED = 0.4;
const PREFIX = 0.2;
/** Parts of parts of compounds; also keeps words that lead to each other from doing so for ever. */
const MOST_NESTED = 3;
/** The longest card has 500 characters; a word of more letters than this is none. */
const MOST_WORDS = 120;
const LONGEST_WORD = 60;
/** Parts of an unknown word that are shorter than this may be there by chance: first see whether it is misspelt. */
const SURE_PART = 4;

interface Tongue {
  language: Language;
  lexicon: Lexicon;
  roots: Roots;
  compounds: Compounds;
  repairs: Repairs;
  light: ReadonlySet<string>;
  generic: ReadonlySet<string>;
}

/** A word as it stands alone, before its place in the card weighs it. */
type Read = Token & { /** It stands there as a verb. */ verb?: boolean };

export class Analyser {
  readonly #tongues: readonly Tongue[];
  readonly #read: Map<string, Read>;
  #asked: ReadonlySet<string> = new Set();

  /** `from`: the language of the meeting first; or another analyser, to share what it has read. */
  constructor(from: readonly { language: Language; lexicon: Lexicon }[] | Analyser) {
    if (from instanceof Analyser) {
      this.#tongues = from.#tongues;
      this.#read = from.#read;
      return;
    }
    this.#read = new Map();
    this.#tongues = from.map(({ language, lexicon }) => {
      const roots = new Roots(lexicon, language);
      const compounds = new Compounds(lexicon, roots, language);
      const rootsOf = (words: ReadonlySet<string>) =>
        new Set([...words].flatMap((word) => [word, ...roots.of(word).map(({ root }) => root)]));
      const repairs = new Repairs(lexicon, roots, compounds);
      return {
        language,
        lexicon,
        roots,
        compounds,
        repairs,
        light: rootsOf(language.light),
        generic: rootsOf(language.generic)
      };
    });
  }

  /**
   * An analyser for the answers to a question: its words weigh less in them, since nobody is told apart by "klimat" where all
   * speak of it.
   */
  asking(question: string): Analyser {
    const analyser = new Analyser(this);
    const { tokens } = analyser.analyse(question);
    analyser.#asked = new Set(tokens.flatMap(({ parts }) => parts.flatMap(({ roots }) => roots)));
    return analyser;
  }

  /** `mend`: read misspelt words as what may have been meant; nobody misspells a thesaurus. */
  analyse(text: string, mend = true): Analysis {
    const words = wordsIn(text).slice(0, MOST_WORDS);
    const tongues = this.#order(words);
    const main = tongues[0]!.language;
    const tokens: Token[] = [];
    let negated = false;
    let factor = 1;
    let heavy = false;
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!;
      const joined = this.#withParticle(tongues[0]!, word, words[at + 1], words[at + 2]);
      if (joined) words.splice(joined.text.split(' ').length === 3 ? at + 2 : at + 1, 1);
      else if (main.negations.has(word)) negated = true;
      else if (main.prepositions.has(word) || (heavy && main.relatives.has(word))) {
        if (heavy) factor = AFTER_PREPOSITION;
      }
      if (!joined && (main.negations.has(word) || main.prepositions.has(word) || main.stop.has(word)))
        continue;
      const token = joined ?? this.#readWord(word, tongues, mend);
      if (token.meant !== undefined && (main.negations.has(token.meant) || main.stop.has(token.meant))) {
        negated ||= main.negations.has(token.meant);
        continue;
      }
      tokens.push(weighed(token, factor));
      if (!token.parts.some(({ weight }) => weight > 0.5)) continue;
      heavy = true;
      // "share knowledge", but "project manager": where the last word is who does it, the first is no verb.
      if (factor === 1 && token.verb && !main.agent.test(words.at(-1)!)) factor = OBJECT;
    }
    return { letters: fold(words.join('')), ...balanced(this.#lessAsked(tokens)), negated };
  }

  /** Roots of a word in the meeting's language, for the thesaurus: joined where it is a compound. */
  keyOf(word: string): string {
    return this.analyse(word, false)
      .tokens.map(({ key }) => key)
      .join(' ');
  }

  lexiconOf(code: Language['code'] | undefined): Lexicon | undefined {
    return this.#tongues.find(({ language }) => language.code === code)?.lexicon;
  }

  /** Do the dictionaries know every word just as it is spelt? */
  knowsAll(words: readonly string[]): boolean {
    return words.every((word) =>
      this.#tongues.some(
        ({ roots, compounds, language }) =>
          language.stop.has(word) || roots.of(word).length > 0 || compounds.split(word) !== undefined
      )
    );
  }

  /** Are compounds of the meeting's language written in one word? */
  get writesTogether(): boolean {
    return this.#tongues[0]!.language.compounds;
  }

  /** Has a dictionary every word itself, as a form of its own? */
  listsAll(words: readonly string[]): boolean {
    return words.every((word) =>
      this.#tongues.some(({ lexicon, language }) => language.stop.has(word) || lexicon.knows(word))
    );
  }

  /** Is what it says last a noun in its plain form: who does it, or what it is? */
  nounOf(words: readonly string[]): 'who' | 'what' | undefined {
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    const tongue = this.#tongues.find(
      ({ roots, compounds }) => roots.of(last).length > 0 || compounds.split(last) !== undefined
    );
    if (!tongue || this.#isListedVerb(tongue, first)) return undefined;
    if (tongue.language.plainNoun.test(last)) return 'who';
    const plain = tongue.roots.of(last)[0]?.path[0] === last;
    return plain && !this.#isListedVerb(tongue, last) ? 'what' : undefined;
  }

  /** "Paverkare" as "Påverkare", where the dictionary knows only that. */
  withAccents(text: string): string {
    return text.replace(/\p{L}+/gu, (word) => {
      const lower = word.toLowerCase();
      if (fold(lower) !== lower) return word;
      const { lexicon, language } = this.#tongues[0]!;
      if (language.stop.has(lower) || lexicon.has(lower)) return word;
      const accented = lexicon.accented(lower);
      return accented
        ? word[0] === lower[0]
          ? accented
          : accented[0]!.toUpperCase() + accented.slice(1)
        : word;
    });
  }

  #isListedVerb({ language, lexicon, roots }: Tongue, word: string): boolean {
    const lemma = roots.of(word)[0]?.path[0];
    if (lemma === undefined || language.plainNoun.test(word)) return false;
    if (lexicon.tellsVerbs) {
      const parts = lexicon.meanings(lemma).map(({ meaning }) => meaning.part);
      return parts.length > 0 && !parts.includes('n');
    }
    return language.isVerb(lemma, lexicon.entry(lemma)?.flags ?? '');
  }

  /** The meeting's language, unless another knows more of the words. */
  #order(words: readonly string[]): readonly Tongue[] {
    const [first, ...others] = this.#tongues;
    const known = ({ language, lexicon }: Tongue) =>
      words.filter(
        (word) => language.stop.has(word) || language.prepositions.has(word) || lexicon.knows(word)
      ).length;
    const better = others.find((tongue) => known(tongue) > known(first!) + (words.length > 2 ? 1 : 0));
    return better ? [better, ...this.#tongues.filter((tongue) => tongue !== better)] : this.#tongues;
  }

  /** "driva på", "följer vi upp": where the two make a word that the dictionary confirms. */
  #withParticle(tongue: Tongue, word: string, next?: string, third?: string): Read | undefined {
    const { language, roots } = tongue;
    for (const [particle, between] of [
      [next, ''],
      [third, next]
    ] as const) {
      const front = particle && language.particles.get(particle);
      if (!front || (between && !language.stop.has(between))) continue;
      const forms = roots.of(word).length > 0 ? [word] : tongue.repairs.of(word);
      const [verb, root] = this.#joined(tongue, front, forms) ?? [];
      if (!verb || !root) continue;
      const text = between ? `${word} ${between} ${particle}` : `${word} ${particle}`;
      const weak = roots.isListed(root) ? [] : [verb];
      const part = { roots: [root], weak, words: [root], weight: 1 };
      return { ...readOf(text, language.code, [part]), verb: true };
    }
    return undefined;
  }

  /** The first verb that makes a word with that particle, and the word. */
  #joined(tongue: Tongue, front: string, forms: readonly string[]): [verb: string, root: string] | undefined {
    for (const { root, path } of forms.flatMap((form) => tongue.roots.of(form))) {
      const joined = root === path[0] && isVerb(tongue, root) && tongue.roots.withFront(front, root);
      if (joined) return [root, joined];
    }
    return undefined;
  }

  #readWord(word: string, tongues: readonly Tongue[], mend: boolean): Read {
    const key = `${tongues[0]!.language.code}${mend ? '' : '='} ${word}`;
    let read = this.#read.get(key);
    if (!read) remember(this.#read, key, (read = this.#readAnew(word, tongues, mend)));
    return read;
  }

  /**
   * 1. A word of the card's language, or two written as one. 2. Of another language. 3. A loan, known there by its stem.
   * 4. Misspelt. 5. Two short words written as one. 6. Unknown: its own letters.
   */
  #readAnew(word: string, tongues: readonly Tongue[], mend: boolean): Read {
    const main = tongues[0]!;
    if (word.length > LONGEST_WORD) return unknown(word);
    const split = main.compounds.split(word);
    const short = split !== undefined && main.roots.of(word).length === 0 && !isSure(word, split, main);
    const own = short ? undefined : this.#parts(main, word);
    if (own) {
      const verb = isVerb(main, main.roots.of(word)[0]?.path[0] ?? '', word);
      return { ...readOf(word, main.language.code, own, this.#wholeWords(main, word)), verb };
    }
    for (const form of [word, ...loanStems(word)]) {
      for (const tongue of form === word ? tongues.slice(1) : tongues) {
        const known = form.length >= 4 && tongue.lexicon.knows(form);
        const parts = known && this.#parts(tongue, form);
        if (parts) return readOf(word, tongue.language.code, parts, this.#wholeWords(tongue, form));
      }
    }
    const mended = mend ? this.#mended(main, word) : undefined;
    if (mended) return mended;
    const parts = short && this.#parts(main, word);
    if (parts) return readOf(word, main.language.code, parts);
    return unknown(word);
  }

  /** What may have been meant; where it may be several words of one part each, it is read as all of them. */
  #mended(tongue: Tongue, word: string): Read | undefined {
    const all = tongue.repairs.of(word).flatMap((meant) => {
      const parts = this.#parts(tongue, meant);
      return parts ? [{ meant, parts }] : [];
    });
    const [first] = all;
    if (!first) return undefined;
    const { meant, parts } = first;
    const read = readOf(word, tongue.language.code, parts, this.#wholeWords(tongue, meant));
    const only = all.flatMap((one) => (one.parts.length === 1 ? one.parts : []));
    if (parts.length !== 1 || only.length < 2) return { ...read, meant };
    const roots = [...new Set(only.flatMap((part) => part.roots))];
    return { ...read, meant, parts: [{ ...parts[0]!, roots }] };
  }

  #wholeWords({ roots }: Tongue, word: string): readonly string[] {
    return [word, ...roots.of(word).flatMap(({ path }) => path)];
  }

  /** A word that the dictionary has is taken apart by its root, so that all of its family is: nätverk as nätverka. */
  #parts(tongue: Tongue, word: string, within = 0): Part[] | undefined {
    const { roots, compounds } = tongue;
    const readings = roots.of(word);
    const split = compounds.split(readings[0]?.root ?? word);
    if (split && within < MOST_NESTED) return this.#splitParts(tongue, split, within + 1);
    if (readings.length === 0) return undefined;
    const found = [...new Set(readings.map(({ root }) => root))];
    const words = [...new Set(readings.flatMap(({ path }) => path))];
    const weak = found.flatMap((root) => roots.verbWithin(root) ?? []);
    return [{ roots: found, weak, words, weight: weightOf(tongue, readings[0]!) }];
  }

  #splitParts(tongue: Tongue, { first, rest, prefix }: Split, within: number): Part[] {
    const own = [{ roots: [first], weak: [], words: [first], weight: PREFIX }];
    const firsts = prefix ? own : (this.#parts(tongue, first, within) ?? own);
    return [...firsts, ...(this.#parts(tongue, rest, within) ?? [])];
  }

  #lessAsked(tokens: readonly Token[]): readonly Token[] {
    if (this.#asked.size === 0) return tokens;
    const isAsked = (part: Part) => this.#asked.has(part.roots[0]!);
    return tokens.map((token) => ({
      ...token,
      parts: token.parts.map((part) => (isAsked(part) ? { ...part, weight: part.weight * ASKED } : part))
    }));
  }
}

/** Parts long enough; short ones spelt with just the accents that they have: "kordinator" is no kör. */
function isSure(word: string, { first, rest }: Split, { roots }: Tongue): boolean {
  const shortest = Math.min(first.length, rest.length);
  if (shortest < SURE_PART || shortest > SURE_PART) return shortest > SURE_PART;
  const restLemma = roots.of(rest)[0]?.path[0] ?? rest;
  return word.startsWith(first.slice(0, 3)) && rest.startsWith(restLemma.slice(0, 3));
}

/** Its own letters, and nothing else. */
function unknown(word: string): Read {
  return readOf(word, undefined, [{ roots: [fold(word)], weak: [], words: [], weight: 1 }]);
}

/** Is a lemma a verb, and nothing else where its form does not say which it is? */
function isVerb({ language, lexicon }: Tongue, lemma: string, form = lemma): boolean {
  if (!lexicon.tellsVerbs)
    return language.isVerb(lemma, lexicon.entry(lemma)?.flags ?? '') && !language.agent.test(form);
  return lexicon.meanings(lemma).some(({ meaning }) => meaning.part === 'v') && !language.agent.test(form);
}

function weightOf(
  { light, generic }: Tongue,
  { root, path }: { root: string; path: readonly string[] }
): number {
  const said = [root, path[0]!];
  if (said.some((word) => light.has(word))) return LIGHT;
  return said.some((word) => generic.has(word)) ? GENERIC : 1;
}

function readOf(
  text: string,
  language: Token['language'],
  parts: readonly Part[],
  words?: readonly string[]
): Read {
  return {
    text,
    form: fold(text),
    language,
    key: parts.map(({ roots }) => roots[0]).join('+'),
    words: words ?? parts.flatMap((part) => part.words),
    parts
  };
}

function weighed(token: Read, factor: number): Token {
  if (factor === 1) return token;
  return { ...token, parts: token.parts.map((part) => ({ ...part, weight: part.weight * factor })) };
}

/** A card of light words alone says what they say: the heaviest part weighs one. */
function balanced(tokens: readonly Token[]): { tokens: readonly Token[]; weight: number } {
  const weights = tokens.flatMap(({ parts }) => parts.map(({ weight }) => weight));
  const most = Math.max(0, ...weights);
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (most === 0 || most === 1) return { tokens, weight: sum };
  return { tokens: tokens.map((token) => weighed(token as Read, 1 / most)), weight: sum / most };
}

/** Latin that both languages share: facilitera, facilitatör and facilitator are facilitate. */
function loanStems(word: string): string[] {
  const stem =
    /^(.{4,}?)(?:eringar|eringen|ering|erar|erare|erande|era|atorer|ator|atörer|atör|ation|ationer)$/.exec(
      word
    )?.[1];
  return stem ? [`${stem}ate`, `${stem}e`, stem] : [];
}
