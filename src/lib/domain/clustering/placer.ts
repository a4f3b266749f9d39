/**
 * The cards of one prompt as they lie in clusters, and where one more would go. Lives in the worker beside the words.
 * Where a card goes depends on what lies there, not on the order in which it came, but where texts bridge two clusters.
 */
import type { Analyser } from './analysis.ts';
import { Faces } from './faces.ts';
import type { Face } from './faces.ts';
import { labelOf } from './label.ts';
import type { Measure } from './likeness.ts';
import { neighboursOf } from './neighbours.ts';
import type { Vectors } from './neighbours.ts';
import { reasonOf } from './reason.ts';
import { apartBy, priorsOf, suggestionsOf } from './suggest.ts';
import type { Decided, Prior, Suggestion } from './suggest.ts';
import { sortInto } from './themes.ts';
import type { Why } from './why.ts';

export type { Decided, Prior, Suggestion } from './suggest.ts';

export interface Card {
  id: string;
  text: string;
}

export interface Placement {
  /** Undefined: a cluster of its own. */
  cluster?: string;
  why: Why;
}

/** Where the examples of a theme would draw a card. */
export interface Sorting {
  card: string;
  cluster: string;
  unsure?: true;
}

/** A card where it lies. */
export interface Lying extends Card {
  face: Face;
  cluster: string;
  /** A person laid it there. */
  pinned: boolean;
}

/** At least so alike are cards of one cluster: found on cards whose right clusters are known, for precision before recall. */
const JOIN = { words: 0.7, sentences: 0.32 } as const;
/**
 * What is less than a form of the same word must also be like the rest of the cluster, in the mean, or one text would pull two
 * roles together. Clusters of fewer than two other texts say nothing yet.
 */
const TOGETHER = { words: 0.35, sentences: 0.1 } as const;
/** Forms of one word: what a person decided about one of them holds for the others. */
const SAME_FAMILY = 0.94;

export class Placer {
  readonly #analyser: Analyser;
  readonly #measure: Measure;
  readonly #mode: 'words' | 'sentences';
  readonly #faces: Faces;
  readonly #cards = new Map<string, Lying>();
  readonly #clusters = new Map<string, Set<string>>();
  readonly #vectors = new Map<string, Float32Array>();
  /** The text that was asked about last. */
  #asked: Face | undefined;

  constructor(analyser: Analyser, measure: Measure, mode: 'words' | 'sentences') {
    this.#analyser = analyser;
    this.#measure = measure;
    this.#mode = mode;
    this.#faces = new Faces(analyser, measure);
  }

  /** What stands: a card that is new, was moved, or says something else now. `pinned`: a person laid it there. */
  set({ id, text }: Card, cluster: string, pinned = false): void {
    this.#take(id);
    const face = this.#faces.of(text);
    face.cards.add(id);
    this.#cards.set(id, { id, text, face, cluster, pinned });
    const cards = this.#clusters.get(cluster);
    if (cards) cards.add(id);
    else this.#clusters.set(cluster, new Set([id]));
  }

  /** A card that was withdrawn or hidden. */
  remove(id: string): void {
    const face = this.#take(id);
    if (face) this.#faces.drop(face);
  }

  /** What texts mean to an embedding server: it adds to suggestions and priors, and places nothing. */
  locate(vectors: Vectors): void {
    const [known] = this.#vectors.values();
    const [told] = vectors.values();
    // Another model: nothing that the one before said compares with it.
    if (known && told && known.length !== told.length) this.#vectors.clear();
    for (const [text, vector] of vectors) this.#vectors.set(text, vector);
  }

  /** Where a card belongs. Does not lay it there. */
  place({ id, text }: Card): Placement {
    const face = this.#faces.of(text);
    // Most are laid right after: so the last one is kept, with all that it was compared to.
    if (this.#asked && this.#asked !== face) this.#faces.drop(this.#asked);
    this.#asked = face;
    const near = this.#near(face, id);
    if (!near) return { why: { kind: 'alone' } };
    return { cluster: near.lying.cluster, why: reasonOf(face, near.lying) };
  }

  /** What to call a cluster, and the card that the word came from. Undefined for one without cards. */
  label(cluster: string): { text: string; from: string } | undefined {
    return labelOf(this.#in(cluster), this.#analyser);
  }

  /** What a rerun over all cards would do otherwise, in order of how much it would help. */
  suggestions(limit: number, decided: Decided): Suggestion[] {
    return whole(this.suggesting(limit, decided));
  }

  /** The same piece by piece. Cards may be placed between the pieces: it is about what lay there when it began. */
  *suggesting(limit: number, decided: Decided): Generator<void, Suggestion[]> {
    const clusters = this.#view();
    yield;
    const near = neighboursOf(clusters, this.#vectors, apartBy(decided.apart));
    return yield* suggestionsOf(clusters, decided, near, limit);
  }

  /** Pairs of clusters worth asking people about, the likeliest first. What is kept apart lends nobody its place. */
  priors(apart: Decided['apart'] = []): Prior[] {
    return whole(this.believing(apart));
  }

  /** The same piece by piece. `about`: pairs of these clusters alone; of thousands there would be tens of thousands. */
  *believing(apart: Decided['apart'] = [], about?: ReadonlySet<string>): Generator<void, Prior[]> {
    const clusters = this.#view();
    yield;
    const near = neighboursOf(clusters, this.#vectors, apartBy(apart));
    if (!about) return yield* priorsOf(clusters, near);
    return yield* priorsOf(
      clusters.filter(({ id }) => about.has(id)),
      near.filter(({ a, b }) => about.has(a) && about.has(b))
    );
  }

  /**
   * A theme for each card that no person has laid, also where the machine has sorted it before, from what people have laid in the
   * themes. Cards that are like none of them are left out; those that lie in no theme yet come first.
   */
  sort(themes: readonly { id: string; name: string }[]): Sorting[] {
    const ids = new Set(themes.map(({ id }) => id));
    const loose = [...this.#cards.values()].filter(({ pinned }) => !pinned);
    const rest = [
      ...loose.filter(({ cluster }) => !ids.has(cluster)),
      ...loose.filter(({ cluster }) => ids.has(cluster))
    ];
    const known = themes.map(({ id, name }) => ({
      id,
      name: this.#analyser.analyse(name),
      examples: this.#in(id)
        .filter(({ pinned }) => pinned)
        .map(({ face }) => face)
    }));
    const sorted = sortInto(
      known,
      rest.map(({ face }) => face),
      this.#measure
    );
    return rest.flatMap(({ id }, index): Sorting[] => {
      const { theme, unsure } = sorted[index]!;
      return theme === undefined ? [] : [{ card: id, cluster: theme, ...(unsure ? { unsure } : {}) }];
    });
  }

  #in(cluster: string): Lying[] {
    return [...(this.#clusters.get(cluster) ?? [])].map((id) => this.#cards.get(id)!);
  }

  #view() {
    return [...this.#clusters.keys()].map((id) => ({ id, cards: this.#in(id) }));
  }

  /** The card beside which it should lie: the most alike; among forms of its own word one that a person laid. */
  #near(face: Face, id: string): { lying: Lying; score: number } | undefined {
    let best: { lying: Lying; score: number } | undefined;
    const fitting = new Map<string, boolean>();
    const fits = (cluster: string) => {
      if (!fitting.has(cluster)) fitting.set(cluster, this.#isAtHome(face, cluster));
      return fitting.get(cluster)!;
    };
    const offer = (other: Face, score: number) => {
      const worth = (lying: Lying) => (lying.pinned && score >= SAME_FAMILY ? 2 : score);
      for (const card of other.cards) {
        const lying = this.#cards.get(card)!;
        if (card === id || (score < SAME_FAMILY && !fits(lying.cluster))) continue;
        const better =
          !best ||
          worth(lying) > best.score ||
          (worth(lying) === best.score && this.#before(lying, best.lying));
        if (better) best = { lying, score: worth(lying) };
      }
    };
    offer(face, 1);
    for (const [other, { score }] of face.alike) if (score >= JOIN[this.#mode]) offer(other, score);
    return best;
  }

  /** Of equals the larger cluster; then by id, so that chance has no part in it. */
  #before(a: Lying, b: Lying): boolean {
    const [mine, its] = [this.#clusters.get(a.cluster)!.size, this.#clusters.get(b.cluster)!.size];
    return mine !== its ? mine > its : a.cluster !== b.cluster ? a.cluster < b.cluster : a.id < b.id;
  }

  #isAtHome(face: Face, cluster: string): boolean {
    const faces = new Set(this.#in(cluster).map((lying) => lying.face));
    faces.delete(face);
    if (faces.size < 2) return true;
    let sum = 0;
    for (const other of faces) sum += face.alike.get(other)?.score ?? 0;
    return sum / faces.size >= TOGETHER[this.#mode];
  }

  #take(id: string): Face | undefined {
    const lying = this.#cards.get(id);
    if (!lying) return undefined;
    lying.face.cards.delete(id);
    this.#cards.delete(id);
    const cards = this.#clusters.get(lying.cluster)!;
    cards.delete(id);
    if (cards.size === 0) this.#clusters.delete(lying.cluster);
    return lying.face;
  }
}

function whole<T>(pieces: Generator<void, T>): T {
  for (;;) {
    const step = pieces.next();
    if (step.done) return step.value;
  }
}
