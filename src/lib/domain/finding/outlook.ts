/** What is worth asking, given what has been answered: made once for a state, asked for everybody in the room. */
import type { Prior } from '../clustering/placer.ts';
import type { ClusterId, PersonId } from '../meeting/ids.ts';
import { agreementOn, neededFor } from './agreement.ts';
import type { Ground, Question } from './answers.ts';
import { Beliefs } from './beliefs.ts';
import { shareOf } from './spread.ts';
import { Tally } from './tally.ts';

/** Of ten answers so many are right. */
const RIGHT = 0.9;
const LIKELY = 5;
/** Cards: what a tap must be expected to bring to be worth a person's while. */
const WORTH_ASKING = 0.02;
/** What so many answers have not settled one more will not. */
const ANSWERS_AT_MOST = 7;
const FOR_AUTHORS = 1.25;
/** How far people are spread: 0 asks everybody the best question, 1 nearly anything. */
const SPREAD = 0.7;
/** From here on yes or no is asked: easier to answer than a list, and as telling. */
const PROBABLE = 0.5;

interface Prospect {
  index: number;
  cluster: ClusterId;
  authors: ReadonlySet<PersonId>;
  /** Cards that a tap may be expected to bring to where they belong. */
  worth: number;
  likeliest: ClusterId;
}

export class Outlook {
  readonly #tally: Tally;
  readonly #beliefs: Beliefs;
  /** What a tap is worth where nobody has said anything, by the cards of the smaller one. */
  readonly #unspoken: number[] = [];
  readonly #prospects: Prospect[];

  constructor(ground: Ground, priors: readonly Prior[]) {
    this.#tally = new Tally(ground);
    this.#beliefs = new Beliefs(this.#tally, priors);
    this.#prospects = ground.clusters
      .map(({ id }, index) => ({ id, index }))
      .filter(({ id }) => !this.#settled(id))
      .map(({ index }) => this.#prospectOf(index))
      .filter(({ worth }) => worth >= WORTH_ASKING);
  }

  /** The question where this person's answer helps most; undefined where none would help any more. */
  ask(person: PersonId): Question | undefined {
    const open: { prospect: Prospect; worth: number }[] = [];
    for (const prospect of this.#prospects) {
      const { cluster, authors, likeliest } = prospect;
      if (this.#tally.heard(person, cluster)) continue;
      // Has said so already, or that the other one is like none, when asked about that.
      if (this.#tally.votes(cluster, likeliest)?.same.has(person)) continue;
      if (this.#tally.own(likeliest).has(person)) continue;
      let worth = prospect.worth * shareOf(person, cluster) ** SPREAD;
      if (authors.has(person)) worth *= FOR_AUTHORS;
      open.push({ prospect, worth });
    }
    open.sort((a, b) => b.worth - a.worth);
    for (const { prospect } of open) {
      const question = this.#questionOn(prospect, person);
      if (question) return question;
    }
    return undefined;
  }

  #questionOn({ index, cluster, authors }: Prospect, person: PersonId): Question | undefined {
    const likely = this.#likely(index, person);
    const [first] = likely;
    if (!first) return undefined;
    const ids = likely.map(({ id }) => id);
    if (authors.has(person)) return { kind: 'own', cluster, likely: ids };
    if (first.chance >= PROBABLE) return { kind: 'pair', cluster, other: first.id };
    return { kind: 'which', cluster, likely: ids };
  }

  /** Two who hold it to be like no other are enough, and so is its author with one more who was asked. */
  #settled(cluster: ClusterId): boolean {
    const own = this.#tally.own(cluster);
    const asked = this.#tally.asked(cluster);
    return own.size >= 2 || asked >= ANSWERS_AT_MOST || (asked >= 2 && [...own.values()].includes(true));
  }

  /**
   * Its worth: over all others, how likely the two are one, times what B-cubed recall would gain in cards
   * (each of s cards finds t more of s + t, and the other way round: 2st / (s + t)), shared among the taps that are
   * missing, all of which must be right.
   */
  #prospectOf(index: number): Prospect {
    const { clusters } = this.#tally.ground;
    const { id, size, authors } = clusters[index]!;
    const alone = this.#tally.alone(id).size > 0;
    const belief = this.#beliefs.of(index);
    const spoken = new Set(this.#tally.compared(id));
    // Who said of this one that it is like no other says so of every pair.
    const unspoken = alone ? agreementOn(this.#tally, id, id).net : 0;
    let worth = 0;
    let likeliest = 0;
    // Of 300 clusters these are 90,000 pairs: nothing is made for each.
    for (let place = 0; place < clusters.length; place++) {
      const chance = belief[place]!;
      if (chance === 0) continue;
      const other = clusters[place]!;
      const told = spoken.has(other.id) || (alone && this.#tally.alone(other.id).size > 0);
      const net = told ? agreementOn(this.#tally, id, other.id).net : unspoken;
      const worthOfTap = this.#worthOfTap(Math.min(size, other.size), net);
      worth += chance * ((2 * size * other.size) / (size + other.size)) * worthOfTap;
      if (chance > belief[likeliest]!) likeliest = place;
    }
    return { index, cluster: id, authors: new Set(authors), worth, likeliest: clusters[likeliest]!.id };
  }

  /** A share of what so many taps bring, all of which must be right. */
  #worthOfTap(smaller: number, net: number): number {
    const known = net === 0 ? this.#unspoken[smaller] : undefined;
    if (known !== undefined) return known;
    const taps = Math.max(1, Math.ceil(neededFor(smaller, smaller) - net));
    const worth = RIGHT ** taps / taps;
    if (net === 0) this.#unspoken[smaller] = worth;
    return worth;
  }

  /** Without those of which this person has said already whether they are one with it. */
  #likely(index: number, person: PersonId): { id: ClusterId; chance: number }[] {
    const { clusters } = this.#tally.ground;
    const belief = this.#beliefs.of(index);
    const { id: cluster } = clusters[index]!;
    return clusters
      .map(({ id }, place) => ({ id, chance: belief[place]! }))
      .filter(({ chance }) => chance > 0)
      .filter(({ id }) => !this.#tally.heard(person, cluster, id) && !this.#tally.own(id).has(person))
      .sort((a, b) => b.chance - a.chance)
      .slice(0, LIKELY);
  }
}
