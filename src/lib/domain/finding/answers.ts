/**
 * What the room answers while it finds together: taps about pairs of clusters. Answers are kept as they came; which
 * clusters come together is a pure function of them.
 */
import type { ClusterId, PersonId } from '../meeting/ids.ts';

export interface Answer {
  by: PersonId;
  cluster: ClusterId;
  /** Absent where the answer is 'own': like none of the others. */
  other?: ClusterId;
  says: 'same' | 'apart' | 'own' | 'unsure';
  /** Wrote a card of `cluster`: whose word counts most. */
  author: boolean;
}

/** What the answers are about. */
export interface Ground {
  /** Clusters that stand, with how many cards and whose. */
  clusters: readonly { id: ClusterId; size: number; authors: readonly PersonId[] }[];
  /** The cluster in which one that has been merged lies now. */
  rootOf(cluster: ClusterId): ClusterId;
  /** In the order in which they came. */
  answers: readonly Answer[];
  /** Pairs that a leader keeps apart, by the ids that they had then. */
  apart: readonly (readonly [ClusterId, ClusterId])[];
  /** What a leader has named, themes too: no two of them come together but by a leader's hand. */
  named?: readonly ClusterId[];
}

/** Clusters that the room says are one. */
export interface Join {
  cluster: ClusterId;
  into: ClusterId;
  /** How many of those who answered said so. */
  yes: number;
  of: number;
}

/** `likely`: at most five, the likeliest first. */
export type Question =
  /** To somebody who wrote a card of it: which of these is the same as yours? */
  | { kind: 'own'; cluster: ClusterId; likely: ClusterId[] }
  /** To anybody else: which of these means the same? Answered as 'own' is, but without an author's weight. */
  | { kind: 'which'; cluster: ClusterId; likely: ClusterId[] }
  | { kind: 'pair'; cluster: ClusterId; other: ClusterId };
