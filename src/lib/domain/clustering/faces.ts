/**
 * The different texts of a prompt's cards, each with what it is like. Cards of the same letters share a face, so that
 * 5,000 cards are some hundred texts to compare, and every pair is measured once.
 */
import type { Analyser, Analysis, Token } from './analysis.ts';
import { isSlip } from './likeness.ts';
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
/**
 * Texts to compare a new one with, found by its rarest words first. Of hundreds that share a word only some can be near, and
 * those share a rarer one too.
 */
const ENOUGH = 150;

export class Faces {
  readonly #analyser: Analyser;
  readonly #measure: Measure;
  readonly #byLetters = new Map<string, Face>();
  readonly #byClue = new Map<string, Set<Face>>();
  /** By the first letter and the length of their words: where a slip may hide, and where one word no dictionary knows. */
  readonly #byShape = new Map<string, Set<Face>>();
  readonly #strange = new Map<string, Set<Face>>();

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
    for (const [index, clues] of this.#entries(face)) for (const clue of clues) index.get(clue)?.delete(face);
    for (const other of face.alike.keys()) other.alike.delete(face);
  }

  #compare(face: Face): void {
    for (const other of this.#candidates(face)) {
      const likeness = this.#measure.between(face.analysis, other.analysis);
      if (likeness.score < LEAST) continue;
      face.alike.set(other, likeness);
      other.alike.set(face, likeness);
    }
    for (const [index, clues] of this.#entries(face)) {
      for (const clue of clues) {
        const faces = index.get(clue);
        if (faces) faces.add(face);
        else index.set(clue, new Set([face]));
      }
    }
  }

  /** Where it can be found, and under what. */
  #entries(face: Face): [Map<string, Set<Face>>, Iterable<string>][] {
    const { tokens } = face.analysis;
    return [
      [this.#byClue, this.#clues(face)],
      [this.#byShape, tokens.map(shapeOf)],
      [this.#strange, tokens.filter(isUnsure).map(shapeOf)]
    ];
  }

  #candidates(face: Face): Set<Face> {
    const sets = new Set<Set<Face>>();
    for (const clue of [...this.#clues(face), ...this.#kinClues(face)]) {
      const faces = this.#byClue.get(clue);
      if (faces) sets.add(faces);
    }
    const found = new Set<Face>();
    for (const faces of [...sets].sort((a, b) => a.size - b.size)) {
      if (found.size + faces.size > ENOUGH && found.size > 0) break;
      for (const other of faces) found.add(other);
    }
    for (const token of face.analysis.tokens) {
      for (const shape of shapesNear(token)) {
        const faces = (isUnsure(token) ? this.#byShape : this.#strange).get(shape) ?? [];
        for (const other of faces)
          if (other.analysis.tokens.some((its) => isSlip(token, its))) found.add(other);
      }
    }
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

function isUnsure({ language, meant }: Token): boolean {
  return language === undefined || meant !== undefined;
}

function shapeOf({ form }: Token): string {
  return `${form[0]}${form.length}`;
}

/** Words that begin alike and are at most two letters longer or shorter. */
function shapesNear({ form }: Token): string[] {
  return [-2, -1, 0, 1, 2].map((more) => `${form[0]}${form.length + more}`);
}
