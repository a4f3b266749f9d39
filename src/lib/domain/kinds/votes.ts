/** Votes: what comes in are ballots, and what is left is their result. */
import type { Kind } from './kind.ts';

const vote = { takes: 'ballots', fields: {}, main: '', outcome: 'result' } as const;

/** Whatever is true: as many of the alternatives as one likes, or a number of them. */
export const choice: Kind = { ...vote, name: 'choice' };

/** A number of dots a person, on notes, clusters or alternatives. */
export const dots: Kind = { ...vote, name: 'dots' };

/** Everybody puts the alternatives in an order of one's own, or the first few of them. */
export const ranking: Kind = { ...vote, name: 'ranking' };

/** Everybody shares out a number of points. */
export const points: Kind = { ...vote, name: 'points' };

/** One number from 0 to 10. */
export const scale: Kind = { ...vote, name: 'scale' };
