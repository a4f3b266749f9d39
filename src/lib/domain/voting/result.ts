/** What a vote came to. */
import { ballotNow, SCALE, SCALE_MAX } from './ballot.ts';
import type { Ballot, Rules } from './ballot.ts';

export interface Option {
  id: string;
  text: string;
}

export interface Counted extends Option {
  /** Dots or points; of a ranking: points by Borda's count, n for a first place of n, n - 1 for a second ... */
  score: number;
  /** How many people gave it anything. */
  people: number;
}

export interface Result {
  /** How many people voted. */
  ballots: number;
  /** The highest first; of a scale: none. */
  options: readonly Counted[];
  scale?: Spread;
}

/** Of a scale: how many gave each number from 0 to 10, and where the middle lies (median and quartiles by linear interpolation). */
export interface Spread {
  counts: readonly number[];
  mean: number;
  low: number;
  median: number;
  high: number;
}

/** `ballots` name options by ids that they had; `now` says which of `options` an id means now, if any. */
export function resultOf(
  rules: Pick<Rules, 'kind' | 'stack'>,
  options: readonly Option[],
  ballots: readonly Ballot[],
  now: (id: string) => string | undefined
): Result {
  const cast = ballots.filter((ballot) => Object.keys(ballot).length > 0);
  if (rules.kind === 'scale') {
    const numbers = cast.flatMap((ballot) => ballot[SCALE] ?? []);
    return {
      ballots: numbers.length,
      options: [],
      ...(numbers.length > 0 ? { scale: spreadOf(numbers) } : {})
    };
  }
  const sums = new Map(options.map(({ id }) => [id, { score: 0, people: 0 }]));
  for (const ballot of cast) {
    for (const [id, value] of Object.entries(ballotNow(rules, ballot, now))) {
      const sum = sums.get(id);
      if (!sum) continue;
      sum.score += rules.kind === 'ranking' ? Math.max(0, options.length + 1 - value) : value;
      sum.people += 1;
    }
  }
  const counted = options.map((option) => ({ ...option, ...sums.get(option.id)! }));
  return { ballots: cast.length, options: counted.sort((a, b) => b.score - a.score || b.people - a.people) };
}

/** Of at least one number from 0 to 10. */
export function spreadOf(numbers: readonly number[]): Spread {
  const sorted = [...numbers].sort((a, b) => a - b);
  const counts = Array.from({ length: SCALE_MAX + 1 }, (_, at) => sorted.filter((one) => one === at).length);
  const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length;
  return {
    counts,
    mean,
    low: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    high: quantile(sorted, 0.75)
  };
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return below + (above - below) * (at - Math.floor(at));
}
