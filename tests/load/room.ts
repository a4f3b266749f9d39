/**
 * A room that finds together: everybody taps so many times, some taps are wrong, and what comes together is measured
 * after each. The cards are given with the clusters in which they belong.
 */
import type { Prior } from '../../src/lib/domain/clustering/placer.ts';
import type { Answer, Ground, Question } from '../../src/lib/domain/finding/answers.ts';
import { joins } from '../../src/lib/domain/finding/joins.ts';
import { Outlook } from '../../src/lib/domain/finding/outlook.ts';
import type { ClusterId, PersonId } from '../../src/lib/domain/meeting/ids.ts';
import { score } from '../fixtures/bcubed.ts';
import { clustered } from '../fixtures/clustered.ts';
import type { GoldFile } from '../fixtures/gold.ts';
import { chanceOf } from '../fixtures/random.ts';
import type { Chance } from '../fixtures/random.ts';

export interface Room {
  /** `gold`: the cluster in which it belongs; '-' alone. */
  cards: readonly { text: string; gold: string }[];
  /** The cluster in which the machine laid each card. */
  clusters: readonly number[];
  /** `a` and `b` as in `clusters`. */
  priors: readonly { a: number; b: number; likeness: number }[];
  people: number;
  taps: number;
  /** 0..1: of the answers, how many are wrong. */
  wrong: number;
  seed: number;
  /** How many answer at random. */
  nonsense?: number;
}

export interface Reached {
  /** Taps per person; 0 is what the machine made. */
  taps: number;
  precision: number;
  recall: number;
  f1: number;
  /** Taps by everybody. */
  given: number;
}

export function simulateRoom(room: Room): Reached[] {
  return new Simulation(room).run();
}

class Simulation {
  readonly #room: Room;
  readonly #chance: Chance;
  readonly #people: PersonId[];
  readonly #roots: ClusterId[];
  readonly #authors: PersonId[];
  readonly #truth: string[];
  readonly #into = new Map<ClusterId, ClusterId>();
  readonly #priors: Prior[];
  readonly #answers: Answer[] = [];
  #ground!: Ground;
  #outlook: Outlook | undefined;

  constructor(room: Room) {
    this.#room = room;
    this.#chance = chanceOf(room.seed);
    this.#people = Array.from({ length: room.people }, (_, index) => `person-${index}`);
    this.#roots = room.clusters.map(idOf);
    const offset = this.#chance.int(room.people);
    this.#authors = room.cards.map((_, card) => this.#people[(card * 7 + offset) % room.people]!);
    this.#truth = room.cards.map(({ gold }, card) => (gold === '-' ? `- ${card}` : gold));
    this.#priors = room.priors.map(({ a, b, likeness }) => ({ a: idOf(a), b: idOf(b), likeness }));
    this.#settle();
  }

  run(): Reached[] {
    const reached = [this.#measure(0)];
    const shown = new Map(this.#people.map((person) => [person, this.#ask(person)]));
    for (let taps = 1; taps <= this.#room.taps; taps++) {
      for (const person of shuffled(this.#people, this.#chance)) {
        let question = shown.get(person);
        if (!question || this.#moot(question)) question = this.#ask(person);
        if (question) this.#give(this.#answer(person, question));
        shown.set(person, this.#ask(person));
      }
      reached.push(this.#measure(taps));
    }
    return reached;
  }

  #ask(person: PersonId): Question | undefined {
    this.#outlook ??= new Outlook(this.#ground, this.#priors);
    return this.#outlook.ask(person);
  }

  #moot(question: Question): boolean {
    if (this.#into.has(question.cluster)) return true;
    return question.kind === 'pair' && this.#into.has(question.other);
  }

  #give(answer: Answer): void {
    this.#answers.push(answer);
    this.#settle();
    const found = joins(this.#ground);
    for (const { cluster, into } of found) this.#into.set(cluster, into);
    if (found.length > 0) this.#settle();
  }

  #settle(): void {
    const sizes = new Map<ClusterId, { id: ClusterId; size: number; authors: Set<PersonId> }>();
    for (const [card, first] of this.#roots.entries()) {
      const id = this.#rootOf(first);
      const cluster = sizes.get(id) ?? { id, size: 0, authors: new Set() };
      sizes.set(id, cluster);
      cluster.size++;
      cluster.authors.add(this.#authors[card]!);
    }
    this.#ground = {
      clusters: [...sizes.values()].map(({ id, size, authors }) => ({ id, size, authors: [...authors] })),
      rootOf: (id) => this.#rootOf(id),
      answers: this.#answers,
      apart: []
    };
    this.#outlook = undefined;
  }

  #rootOf(id: ClusterId): ClusterId {
    let root = id;
    while (this.#into.has(root)) root = this.#into.get(root)!;
    return root;
  }

  #answer(by: PersonId, question: Question): Answer {
    const author = this.#ground.clusters.find(({ id }) => id === question.cluster)!.authors.includes(by);
    const chance = this.#chance;
    const others = this.#ground.clusters.map(({ id }) => id).filter((id) => id !== question.cluster);
    const nonsense = this.#people.indexOf(by) < (this.#room.nonsense ?? 0);
    const wrong = chance.int(1_000_000) < this.#room.wrong * 1_000_000;
    const { cluster } = question;
    if (question.kind === 'pair') {
      const { other } = question;
      const same = this.#meaning(cluster) === this.#meaning(other);
      const yes = nonsense ? chance.percent(50) : same !== wrong;
      return { by, cluster, other, says: yes ? 'same' : 'apart', author };
    }
    const likely = question.likely.map((id) => this.#rootOf(id)).filter((id) => id !== cluster);
    const pick = (from: readonly ClusterId[]): Answer =>
      from.length
        ? { by, cluster, other: chance.pick(from), says: 'same', author }
        : { by, cluster, says: 'own', author };
    if (nonsense) return chance.percent(20) ? pick([]) : pick(chance.percent(50) ? likely : others);
    const right = others.filter((id) => this.#meaning(id) === this.#meaning(cluster));
    if (!wrong) {
      const near = likely.find((id) => right.includes(id));
      return pick(near ? [near] : right);
    }
    if (right.length > 0 && chance.percent(33)) return pick([]);
    const astray = others.filter((id) => !right.includes(id));
    const near = likely.filter((id) => !right.includes(id));
    return pick(near.length > 0 && chance.percent(50) ? near : astray);
  }

  /** What most of its cards mean. */
  #meaning(cluster: ClusterId): string {
    const counts = new Map<string, number>();
    for (const [card, first] of this.#roots.entries()) {
      if (this.#rootOf(first) !== cluster) continue;
      counts.set(this.#truth[card]!, (counts.get(this.#truth[card]!) ?? 0) + 1);
    }
    return [...counts].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
  }

  #measure(taps: number): Reached {
    const { precision, recall, f1 } = score(
      this.#roots.map((id) => this.#rootOf(id)),
      this.#room.cards.map(({ gold }) => gold)
    );
    return { taps, precision, recall, f1, given: this.#answers.length };
  }
}

function idOf(cluster: number): ClusterId {
  return `cluster-${cluster}`;
}

function shuffled<T>(from: readonly T[], chance: Chance): T[] {
  const left = [...from];
  const mixed: T[] = [];
  while (left.length > 0) mixed.push(...left.splice(chance.int(left.length), 1));
  return mixed;
}

/** Cards placed by the machine, then 45 people with eight taps each, of whom every tenth answer is wrong. */
export function foundByRoom(
  { cards, language, question }: GoldFile,
  { packs, seed }: { packs: boolean; seed: number }
): Reached[] {
  const texts = cards.map(({ text }) => text);
  const { placer, clusters } = clustered(texts, { language, question, packs });
  const index = new Map([...new Set(clusters)].map((id, at) => [id, at]));
  const priors = placer
    .priors()
    .map(({ a, b, likeness }) => ({ a: index.get(a)!, b: index.get(b)!, likeness }));
  return simulateRoom({
    cards,
    clusters: clusters.map((id) => index.get(id)!),
    priors,
    people: 45,
    taps: 8,
    wrong: 0.1,
    seed
  });
}
