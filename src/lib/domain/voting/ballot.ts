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

/** As the number of votes: as many as there are alternatives. */
export const NO_LIMIT = 100;

/** Does an alternative get one vote of a person at most? */
export function isOnce({ kind, stack }: Pick<Rules, 'kind' | 'stack'>): boolean {
  return kind === 'choice' || (kind === 'dots' && !stack);
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
  return isOnce({ kind, stack }) && entries.some(([, value]) => value > 1) ? 'too-many-votes' : undefined;
}

/**
 * A ballot as it counts now. `now` says which option an id means today, if any: what has been laid together since is one, and
 * its votes are added up (of dots that may not be stacked, one stands); of a ranking its best place counts, and those behind what
 * is gone move up.
 */
export function ballotNow(
  { kind, stack }: Pick<Rules, 'kind' | 'stack'>,
  ballot: Ballot,
  now: (id: string) => string | undefined
): Ballot {
  if (kind === 'scale') return ballot;
  const values = new Map<string, number>();
  for (const [id, value] of Object.entries(ballot)) {
    const option = now(id);
    if (option === undefined) continue;
    const known = values.get(option);
    if (known === undefined) values.set(option, value);
    else if (kind === 'ranking') values.set(option, Math.min(known, value));
    else values.set(option, isOnce({ kind, stack }) ? 1 : known + value);
  }
  if (kind !== 'ranking') return Object.fromEntries(values);
  const order = [...values].sort(([, a], [, b]) => a - b);
  return Object.fromEntries(order.map(([option], index) => [option, index + 1]));
}
