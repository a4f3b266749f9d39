/** Who is kin to whom among the words of a wall. */
export interface Link {
  a: string;
  b: string;
  /** 0..1. */
  likeness: number;
}

export class Kin {
  /** Links between words that stand, each once. */
  readonly strongestFirst: readonly Link[];
  readonly #of = new Map<string, Map<string, number>>();

  constructor(links: readonly Link[], ids: ReadonlySet<string>) {
    // In an order of its own: of equals the first counts, and nobody may decide by chance which that is.
    for (const { a, b, likeness } of [...links].map(inOrder).sort(byStrength)) {
      if (a === b || !ids.has(a) || !ids.has(b) || !(likeness > 0)) continue;
      this.#note(a, b, Math.min(1, likeness));
      this.#note(b, a, Math.min(1, likeness));
    }
    const all: Link[] = [];
    for (const [a, others] of this.#of)
      for (const [b, likeness] of others) if (a < b) all.push({ a, b, likeness });
    this.strongestFirst = all.sort(byStrength);
  }

  /** The kin of a word with how near. */
  of(id: string): ReadonlyMap<string, number> {
    return this.#of.get(id) ?? NOBODY;
  }

  /** How much two sets of words have to do with each other: the sum of their likenesses. */
  between(some: readonly string[], others: readonly string[]): number {
    const set = new Set(others);
    let sum = 0;
    for (const id of some) for (const [other, likeness] of this.of(id)) if (set.has(other)) sum += likeness;
    return sum;
  }

  #note(a: string, b: string, likeness: number): void {
    let others = this.#of.get(a);
    if (!others) this.#of.set(a, (others = new Map()));
    others.set(b, Math.max(likeness, others.get(b) ?? 0));
  }
}

const NOBODY: ReadonlyMap<string, number> = new Map();

/** So many links a word: with more, everything hangs together and nothing tells zones apart. */
const MOST_LINKS = 3;

/** The strongest links, each as long as both of its words have fewer than three stronger ones. */
export function strongestLinks(links: Iterable<Link>): Link[] {
  const taken = new Map<string, number>();
  return [...links].sort(byStrength).filter(({ a, b }) => {
    const [ofA, ofB] = [taken.get(a) ?? 0, taken.get(b) ?? 0];
    if (ofA >= MOST_LINKS || ofB >= MOST_LINKS) return false;
    taken.set(a, ofA + 1).set(b, ofB + 1);
    return true;
  });
}

/** The lower id first. */
function inOrder(link: Link): Link {
  return link.a < link.b ? link : { ...link, a: link.b, b: link.a };
}

function byStrength(one: Link, other: Link): number {
  return other.likeness - one.likeness || (`${one.a}\t${one.b}` < `${other.a}\t${other.b}` ? -1 : 1);
}
