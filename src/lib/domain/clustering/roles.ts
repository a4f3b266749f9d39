/** Which roles of a pack a card names: found by the words that it shares with the pack's entries. */
import type { Analyser, Analysis } from './analysis.ts';
import type { Likeness } from './likeness.ts';
import type { RolePack } from './role-pack.ts';

export interface Role {
  /** Its line in the pack, from 0. */
  line: number;
  /** The entry that the card is like, and how much. */
  entry: string;
  strength: number;
}

/** A card names a role where it says little besides: "mäklare mellan intressen" does, "leda processer" is no ledare. */
const NAMED = 0.86;

export class Roles {
  readonly #entries: readonly { line: number; entry: string; analysis: Analysis }[];
  readonly #byRoot = new Map<string, number[]>();
  readonly #found = new WeakMap<Analysis, readonly Role[]>();
  readonly #between: (a: Analysis, b: Analysis) => Likeness;

  constructor(pack: RolePack, analyser: Analyser, between: (a: Analysis, b: Analysis) => Likeness) {
    this.#between = between;
    this.#entries = pack.roles.flatMap((entries, line) =>
      entries.map((entry) => ({ line, entry, analysis: analyser.analyse(entry, false) }))
    );
    this.#entries.forEach(({ analysis }, index) => {
      for (const root of rootsOf(analysis)) {
        const list = this.#byRoot.get(root);
        if (list) list.push(index);
        else this.#byRoot.set(root, [index]);
      }
    });
  }

  /** The roles that a card names, the strongest first. */
  of(card: Analysis): readonly Role[] {
    let roles = this.#found.get(card);
    if (!roles) this.#found.set(card, (roles = this.#find(card)));
    return roles;
  }

  #find(card: Analysis): Role[] {
    const best = new Map<number, Role>();
    const tried = new Set<number>();
    for (const root of rootsOf(card)) for (const index of this.#byRoot.get(root) ?? []) tried.add(index);
    for (const index of tried) {
      const { line, entry, analysis } = this.#entries[index]!;
      const strength = this.#between(card, analysis).score;
      if (strength >= NAMED && strength > (best.get(line)?.strength ?? 0))
        best.set(line, { line, entry, strength });
    }
    const found = [...best.values()].sort((a, b) => b.strength - a.strength || a.line - b.line);
    // What is named outright is that role and no other.
    return found.filter(({ strength }) => strength >= found[0]!.strength - 0.05);
  }
}

function rootsOf({ tokens, letters }: Analysis): Set<string> {
  return new Set([letters, ...tokens.flatMap(({ parts }) => parts.flatMap(({ roots }) => roots))]);
}
