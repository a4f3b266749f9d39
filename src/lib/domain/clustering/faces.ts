/**
 * The different texts of a prompt's cards, each with what it is like. Cards of the same letters share a face, so that
 * 5,000 cards are some hundred texts to compare, and every pair is measured once.
 */
import type { Analyser, Analysis, Token } from './analysis.ts';
import type { Likeness, Measure } from './likeness.ts';

export interface Face {
  /** Folded letters: cards that share them say the same. */
  letters: string;
  analysis: Analysis;
  /** The cards that wear it, in the order of their ids. */
  cards: Set<string>;
  /** Faces that it is like, at least by LEAST; symmetric. */
  alike: Map<Face, Likeness>;
}

/** Below this two texts have nothing to do with each other. */
const LEAST = 0.2;
/** A root that this many texts share says nothing that would single one out. */
const TOO_COMMON = 400;

export class Faces {
  readonly #analyser: Analyser;
  readonly #measure: Measure;
  readonly #byLetters = new Map<string, Face>();
  readonly #byClue = new Map<string, Set<Face>>();
  /** Faces with a word that no dictionary knows: a slip may hide in it. */
  readonly #strange = new Set<Face>();

  constructor(analyser: Analyser, measure: Measure) {
    this.#analyser = analyser;
    this.#measure = measure;
  }

  get all(): IterableIterator<Face> {
    return this.#byLetters.values();
  }

  /** The face of a text, made and compared with all others where it is new. */
  of(text: string): Face {
    const analysis = this.#analyser.analyse(text);
    // What has no letters, like a shrug, is like nothing but itself.
    const letters = analysis.letters || `\u0000${text.trim()}`;
    const known = this.#byLetters.get(letters);
    if (known) return known;
    const face: Face = { letters, analysis: { ...analysis, letters }, cards: new Set(), alike: new Map() };
    this.#compare(face);
    this.#byLetters.set(letters, face);
    return face;
  }

  /** Forgets a face that no card wears any more. */
  drop(face: Face): void {
    if (face.cards.size > 0) return;
    this.#byLetters.delete(face.letters);
    this.#strange.delete(face);
    for (const clue of this.#clues(face)) this.#byClue.get(clue)?.delete(face);
    for (const other of face.alike.keys()) other.alike.delete(face);
  }

  #compare(face: Face): void {
    for (const other of this.#candidates(face)) {
      const likeness = this.#measure.between(face.analysis, other.analysis);
      if (likeness.score < LEAST) continue;
      face.alike.set(other, likeness);
      other.alike.set(face, likeness);
    }
    for (const clue of this.#clues(face)) {
      const faces = this.#byClue.get(clue);
      if (faces) faces.add(face);
      else this.#byClue.set(clue, new Set([face]));
    }
    if (isStrange(face)) this.#strange.add(face);
  }

  #candidates(face: Face): Set<Face> {
    const found = new Set<Face>();
    for (const clue of [...this.#clues(face), ...this.#kinClues(face)]) {
      const faces = this.#byClue.get(clue);
      if (faces && (faces.size <= TOO_COMMON || clue === face.letters))
        for (const other of faces) found.add(other);
    }
    const strangers = isStrange(face) ? this.#byLetters.values() : this.#strange;
    for (const other of strangers) if (mayBeSlip(face, other)) found.add(other);
    return found;
  }

  /** What it can be found by: its roots, its words as wholes, the roles that it names. */
  *#clues({ analysis }: Face): Iterable<string> {
    for (const token of analysis.tokens) {
      if (token.parts.length > 1) yield token.key;
      for (const part of token.parts) {
        yield* part.roots;
        yield* part.weak;
      }
    }
    for (const { line } of this.#measure.rolesOf(analysis)) yield `role ${line}`;
  }

  *#kinClues({ analysis }: Face): Iterable<string> {
    for (const token of analysis.tokens) {
      if (token.parts.length > 1) yield* this.#measure.kinship.ofToken(token).keys();
      for (const part of token.parts) yield* this.#measure.kinship.ofPart(part, token.language).keys();
    }
  }
}

function isStrange({ analysis }: Face): boolean {
  return analysis.tokens.some(isUnsure);
}

function isUnsure({ language, meant }: Token): boolean {
  return language === undefined || meant !== undefined;
}

/** A cheap look before the letters are compared: words of about the same length that begin alike. */
function mayBeSlip(a: Face, b: Face): boolean {
  return a.analysis.tokens.some((mine) =>
    b.analysis.tokens.some(
      (its) =>
        (isUnsure(mine) || isUnsure(its)) &&
        mine.form[0] === its.form[0] &&
        Math.abs(mine.form.length - its.form.length) <= 2
    )
  );
}
