/** What the main thread and the worker say to each other. Only differences travel: the worker remembers what lies where. */
import type { Context } from '../../src/lib/domain/clustering/engine.ts';
import type { Decided, Prior, Suggestion } from '../../src/lib/domain/clustering/placer.ts';
import type { Vectors } from '../../src/lib/domain/clustering/neighbours.ts';
import type { Labelling, Placing, Sorting } from '../../src/lib/domain/meeting/events.ts';
import type { ClusterId, NoteId } from '../../src/lib/domain/meeting/ids.ts';

/** A card where it lies now; without a cluster: it is gone. */
export interface Change {
  note: NoteId;
  text?: string;
  cluster?: ClusterId;
  pinned?: boolean;
}

/** A card that lies nowhere, and the id of the cluster that it would begin. */
export interface Loose {
  note: NoteId;
  text: string;
  own: ClusterId;
}

export interface Asks {
  /** Where do these go, and what are their clusters, and those in `relabel`, called? */
  place: { loose: readonly Loose[]; relabel: readonly ClusterId[] };
  suggest: { limit: number; decided: Decided };
  /** `about`: pairs of these clusters alone; all of thousands would be a long answer. */
  priors: { apart: Decided['apart']; about?: readonly ClusterId[] };
  /** The strongest likenesses of these clusters, a few each: a wall needs no more, and all of them would be a long answer. */
  kin: { about: readonly ClusterId[] };
  /** Where do the cards outside of these themes go? At most so many of them. */
  sort: { themes: readonly { id: ClusterId; name: string }[]; limit: number };
}

export interface Answers {
  place: { placements: Placing[]; labels: Labelling[] };
  suggest: Suggestion[];
  priors: Prior[];
  kin: Prior[];
  sort: Sorting[];
}

export type Kind = keyof Asks;

export interface Task<K extends Kind = Kind> {
  kind: K;
  /** Names the prompt among those of all meetings. */
  key: string;
  context: Context;
  /** The worker knows nothing of this prompt, or nothing that holds: `changes` is all. */
  fresh: boolean;
  changes: readonly Change[];
  /** Of texts that the worker has no vector of, or another. */
  vectors?: Vectors;
  ask: Asks[K];
}
