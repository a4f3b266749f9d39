/**
 * How alike two cards are, 0..1, and why. Parts are matched one to one: the same root, words of one meaning, letters that differ
 * by a slip. What is left over counts against it, by its weight.
 */
import type { Analyser, Analysis, Part, Token } from './analysis.ts';
import { Kinship } from './kinship.ts';
import { editsBetween } from './letters.ts';
import { Roles } from './roles.ts';
import type { Role } from './roles.ts';
import type { RolePack } from './role-pack.ts';

/** Read in the second place only, e.g. with accents that were not written. */
const SECOND_READING = 0.95;
/** A particle verb and its verb: pådriva, driva. */
const SAME_VERB = 0.78;
const SLIP = 0.95;
const SAME_ROLE = 0.97;
const TWO_ROLES = 0.75;

export interface Match {
  a: string;
  b: string;
  how: 'same' | 'slip' | 'kin' | 'role';
  strength: number;
  /** The root that they share. */
  root?: string;
}

export interface Likeness {
  score: number;
  matches: readonly Match[];
}

interface Pair extends Match {
  weight: number;
  mine: readonly Part[];
  its: readonly Part[];
}

const NOTHING: Likeness = { score: 0, matches: [] };

export class Measure {
  readonly kinship: Kinship;
  readonly #roles: Roles | undefined;

  constructor(analyser: Analyser, pack?: RolePack) {
    this.kinship = new Kinship(analyser, pack?.parts);
    this.#roles = pack && new Roles(pack, analyser, (a, b) => this.#byWords(a, b));
  }

  /** The roles that a card names, where there is a role pack. */
  rolesOf(card: Analysis): readonly Role[] {
    return this.#roles?.of(card) ?? [];
  }

  /** Symmetric. */
  between(a: Analysis, b: Analysis): Likeness {
    const words = this.#byWords(a, b);
    if (!this.#roles || words.score === 1 || a.negated !== b.negated) return words;
    const [mine, its] = [this.#roles.of(a), this.#roles.of(b)];
    if (mine.length === 0 || its.length === 0) return words;
    let best = words;
    for (const one of mine) {
      const other = its.find(({ line }) => line === one.line);
      if (!other) continue;
      const score = SAME_ROLE * Math.min(one.strength, other.strength);
      if (score > best.score) {
        best = { score, matches: [{ a: one.entry, b: other.entry, how: 'role', strength: SAME_ROLE }] };
      }
    }
    if (best !== words || words.matches.every(({ how }) => how === 'same')) return best;
    // The pack knows both, as two roles: a thesaurus knows less of the trade.
    const shared = mine.some(({ line }) => its.some((other) => other.line === line));
    return shared ? best : { ...words, score: words.score * TWO_ROLES };
  }

  #byWords(a: Analysis, b: Analysis): Likeness {
    if (a.letters === b.letters) return { score: 1, matches: [] };
    if (a.weight === 0 || b.weight === 0) return NOTHING;
    const pairs = this.#pairs(a, b);
    if (pairs.length === 0 || a.negated !== b.negated) return NOTHING;
    if (pairs.length > 1)
      pairs.sort((one, other) => worthOf(other) - worthOf(one) || (one.a < other.a ? -1 : 1));
    const used = new Set<Part>();
    const matches: Match[] = [];
    let sum = 0;
    for (const { mine, its, strength, weight, a: word, b: other, how, root } of pairs) {
      if (mine.some((part) => used.has(part)) || its.some((part) => used.has(part))) continue;
      for (const part of mine) used.add(part);
      for (const part of its) used.add(part);
      sum += strength * weight;
      matches.push({ a: word, b: other, how, strength, ...(root ? { root } : {}) });
    }
    return { score: sum / (a.weight + b.weight), matches };
  }

  /** Whole words first, compounds that a thesaurus knows and slips of the pen; then their parts. */
  #pairs(a: Analysis, b: Analysis): Pair[] {
    const pairs: Pair[] = [];
    for (const mine of a.tokens) {
      for (const its of b.tokens) {
        const how = this.#howTokens(mine, its);
        if (how) {
          const weight = weightOf(mine.parts) + weightOf(its.parts);
          pairs.push({ ...how, mine: mine.parts, its: its.parts, a: mine.text, b: its.text, weight });
        }
        for (const part of mine.parts) {
          for (const other of its.parts) {
            const howParts = this.#howParts(part, other, mine, its);
            if (!howParts) continue;
            const words = { a: part.words[0] ?? mine.text, b: other.words[0] ?? its.text };
            pairs.push({
              ...howParts,
              ...words,
              mine: [part],
              its: [other],
              weight: part.weight + other.weight
            });
          }
        }
      }
    }
    return pairs;
  }

  #howTokens(mine: Token, its: Token): { how: Match['how']; strength: number } | undefined {
    if (mine.parts.length > 1 || its.parts.length > 1) {
      const strength =
        this.kinship.ofToken(mine).get(its.key)?.strength ??
        this.kinship.ofToken(its).get(mine.key)?.strength;
      if (strength) return { how: 'kin', strength };
    }
    return isSlip(mine, its) ? { how: 'slip', strength: SLIP } : undefined;
  }

  #howParts(a: Part, b: Part, mine: Token, its: Token): Pick<Match, 'how' | 'strength' | 'root'> | undefined {
    const shared = a.roots.find((root) => b.roots.includes(root));
    if (shared) {
      const first = shared === a.roots[0] && shared === b.roots[0];
      return { how: 'same', strength: first ? 1 : SECOND_READING, root: shared };
    }
    if (a.weak.some((root) => b.roots.includes(root)) || b.weak.some((root) => a.roots.includes(root))) {
      return { how: 'same', strength: SAME_VERB };
    }
    const strength = Math.max(
      this.kinship.ofPart(a, mine.language).get(b.roots[0]!)?.strength ?? 0,
      this.kinship.ofPart(b, its.language).get(a.roots[0]!)?.strength ?? 0
    );
    return strength > 0 ? { how: 'kin', strength } : undefined;
  }
}

/** One of them is no word of any language, or was read as another: then a letter or two may have slipped. */
export function isSlip(a: Token, b: Token): boolean {
  if (a.language !== undefined && b.language !== undefined && !a.meant && !b.meant) return false;
  const length = Math.min(a.form.length, b.form.length);
  if (length < 5 || a.form[0] !== b.form[0]) return false;
  const limit = length >= 9 ? 2 : 1;
  return editsBetween(a.form, b.form, limit) <= limit;
}

function worthOf({ strength, weight }: Pair): number {
  return strength * weight;
}

function weightOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { weight }) => sum + weight, 0);
}
