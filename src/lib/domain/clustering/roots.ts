/** Leads a word back to its root: samordnarna -> samordnare -> samordna. Every step is one that the dictionary confirms. */
import { fold } from './letters.ts';
import type { Language } from './languages/language.ts';
import type { Lexicon } from './lexicon.ts';
import { remember } from './remember.ts';

export interface Reading {
  /** The word that the whole family shares. */
  root: string;
  /** The lemmas on the way, from the word's own to the root. */
  path: readonly string[];
}

const MOST_READINGS = 3;
const LONGEST_PATH = 5;

export class Roots {
  readonly #lexicon: Lexicon;
  readonly #language: Language;
  readonly #known = new Map<string, readonly Reading[]>();
  readonly #irregular: ReadonlyMap<string, string>;

  constructor(lexicon: Lexicon, language: Language) {
    this.#lexicon = lexicon;
    this.#language = language;
    this.#irregular = new Map(
      [...language.irregular].flatMap(([form, lemma]) => [
        [lemma, lemma],
        [form, lemma],
        ...[form, lemma].filter((one) => !lexicon.has(fold(one))).map((one) => [fold(one), lemma] as const)
      ])
    );
  }

  /** What a word may be, the likeliest first; empty where the language does not know it. */
  of(word: string): readonly Reading[] {
    return this.#known.get(word) ?? remember(this.#known, word, this.#find(word));
  }

  /** "på" and "driva" make pådriva, where the dictionary has it or a noun of it; else undefined. */
  withFront(front: string, verb: string): string | undefined {
    const joined = front + verb;
    const stem = joined.replace(/a$/, '');
    const listed = [joined, `${stem}are`, `${stem}ning`, `${stem}ing`, `${stem}ande`].some((word) =>
      this.#lexicon.has(word)
    );
    return listed ? joined : undefined;
  }

  /** Has the dictionary that very verb? Then its parts say nothing more. */
  isListed(root: string): boolean {
    return this.#lexicon.has(root);
  }

  /** The verb of a particle verb that the dictionary does not have itself: driva of pådriva. */
  verbWithin(root: string): string | undefined {
    for (const prefix of this.#language.weakPrefixes) {
      const rest = root.slice(prefix.length);
      if (root.startsWith(prefix) && rest.length >= 6 && this.#isVerb(rest)) return rest;
    }
    if (this.#lexicon.has(root)) return undefined;
    for (const front of new Set(this.#language.particles.values())) {
      const rest = root.slice(front.length);
      if (root.startsWith(front) && this.#isVerb(rest)) return rest;
    }
    return undefined;
  }

  #find(word: string): Reading[] {
    const irregular = this.#irregular.get(word);
    // Of an irregular form only what has lost its accents may be something else: stod is stå, or stöd.
    const lemmas = irregular ? [irregular, ...this.#accented(word)] : this.#lemmas(word);
    const starts = lemmas.length > 0 ? lemmas : this.#derivedOnly(word);
    const readings: Reading[] = [];
    for (const lemma of starts) {
      const path = this.#path(lemma);
      const root = path.at(-1)!;
      if (!readings.some((one) => one.root === root)) readings.push({ root, path });
    }
    return readings.slice(0, MOST_READINGS);
  }

  #accented(word: string): string[] {
    if (fold(word) !== word) return [];
    return this.#lexicon.lemmas(word).flatMap(({ lemma, plain }) => (plain === lemma ? [] : [lemma]));
  }

  /** A genitive is listed of few words, and possible of all. */
  #lemmas(word: string): string[] {
    const found = this.#lexicon.lemmas(word);
    const listed = found.length > 0 || !word.endsWith('s') ? found : this.#lexicon.lemmas(word.slice(0, -1));
    return listed.map(({ lemma }) => lemma);
  }

  /** A form that no dictionary lists, but whose stem it knows: påverkare, koordinatorerna. */
  #derivedOnly(word: string): string[] {
    const { endings, spellings } = this.#language;
    const tries = [word];
    for (const [other, ours] of spellings) if (word.includes(other)) tries.push(word.replace(other, ours));
    for (const [ending, lemma] of endings) {
      if (word.endsWith(ending) && word.length - ending.length >= 3)
        tries.push(word.slice(0, -ending.length) + lemma);
    }
    for (const form of tries) {
      const known = form === word ? [] : this.#lexicon.lemmas(form).map(({ lemma }) => lemma);
      if (known.length > 0) return known.slice(0, 1);
      const derived = this.#derive(form);
      if (derived) return [derived];
    }
    return [];
  }

  #path(lemma: string): string[] {
    const path = [lemma];
    while (path.length < LONGEST_PATH) {
      const next = this.#derive(path.at(-1)!);
      if (!next || path.includes(next)) break;
      path.push(next);
    }
    const particle = this.#particleVerb(path.at(-1)!);
    return particle ? [...path, particle] : path;
  }

  /** pådrivare -> pådriva, though the dictionary has no such verb. */
  #particleVerb(lemma: string): string | undefined {
    if (this.#isVerb(lemma)) return undefined;
    for (const front of new Set(this.#language.particles.values())) {
      if (!lemma.startsWith(front) || lemma.length - front.length < 5) continue;
      const verb = this.#derive(lemma.slice(front.length));
      if (verb && this.#isVerb(verb)) return front + verb;
    }
    return undefined;
  }

  /** One step back, where the dictionary has what comes out of it. */
  #derive(lemma: string): string | undefined {
    const { irregular, derivations, isVerb } = this.#language;
    const own = irregular.get(lemma);
    if (own) return own === lemma ? undefined : own;
    const family = this.#lexicon.derivedFrom(lemma);
    if (family) return family;
    if (this.#isVerb(lemma)) return undefined;
    const plain = fold(lemma);
    for (const { suffix, letters, back, stem, verb } of derivations) {
      if (!plain.endsWith(letters) || lemma.length - suffix.length < stem) continue;
      const bare = lemma.slice(0, lemma.length - suffix.length);
      for (const ending of back) {
        const target = bare + ending;
        if (target === lemma) continue;
        const entry = this.#confirmed(target);
        if (entry && (!verb || isVerb(entry.lemma, entry.flags))) return entry.lemma;
      }
    }
    return undefined;
  }

  /** With its own accents, else with those that were left out. */
  #confirmed(word: string): { lemma: string; flags: string } | undefined {
    const irregular = this.#irregular.get(word);
    if (irregular) return { lemma: irregular, flags: 'P' };
    const exact = this.#lexicon.entry(word);
    if (exact || fold(word) !== word) return exact;
    return this.#lexicon.lemmas(word).find(({ plain }) => plain === word);
  }

  /** A verb is a root itself. */
  #isVerb(lemma: string): boolean {
    const entry = this.#lexicon.entry(lemma);
    if (!entry) return false;
    if (this.#lexicon.tellsVerbs)
      return this.#lexicon.meanings(lemma).some(({ meaning }) => meaning.part === 'v');
    return this.#language.isVerb(lemma, entry.flags);
  }
}
