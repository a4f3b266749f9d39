/** What one person says in a vote. */

/** How much each option gets: dots, points, its place in the order (from 1), or the number under `SCALE`. */
export type Ballot = Readonly<Record<string, number>>;

export type BallotFault = 'option-unknown' | 'too-many-votes' | 'ballot-wrong';

/** The only option of a scale, and its ends. */
export const SCALE = 'the-scale';
export const SCALE_MAX = 10;

export interface Rules {
  kind: string;
  /** What may be voted on now. */
  options: ReadonlySet<string>;
  votes: number;
  stack: boolean;
}

/** What is wrong with it, or undefined. An empty ballot is always right: it takes back. */
export function ballotFault(ballot: Ballot, { kind, options, votes, stack }: Rules): BallotFault | undefined {
  const entries = Object.entries(ballot);
  if (kind === 'scale') {
    const [entry, ...more] = entries;
    if (!entry) return undefined;
    return more.length === 0 && entry[0] === SCALE && entry[1] <= SCALE_MAX ? undefined : 'ballot-wrong';
  }
  if (entries.some(([option]) => !options.has(option))) return 'option-unknown';
  if (entries.some(([, value]) => value < 1)) return 'ballot-wrong';
  if (kind === 'ranking') {
    const places = entries.map(([, place]) => place).sort((a, b) => a - b);
    return places.every((place, index) => place === index + 1) ? undefined : 'ballot-wrong';
  }
  if (entries.reduce((sum, [, value]) => sum + value, 0) > votes) return 'too-many-votes';
  return kind === 'dots' && !stack && entries.some(([, value]) => value > 1) ? 'too-many-votes' : undefined;
}
