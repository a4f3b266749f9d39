/** Requests about what lies together: what a leader and the room may send, and what the machine asks for. */
import * as v from 'valibot';
import type { Labelling, Placing } from './events.ts';
import { ID_PATTERN } from './ids.ts';
import type { PromptId } from './ids.ts';

/** So many notes fit into one message. */
export const MOST_NOTES = 600;
const MAX_RAW = 2_000;
const id = v.pipe(v.string(), v.regex(ID_PATTERN));
const name = v.pipe(v.string(), v.maxLength(MAX_RAW));

export const CLUSTER_COMMANDS = {
  MoveNotes: v.strictObject({
    notes: v.pipe(v.array(id), v.minLength(1), v.maxLength(MOST_NOTES)),
    cluster: id,
    name: v.optional(name)
  }),
  MergeClusters: v.strictObject({ cluster: id, into: id }),
  NameCluster: v.strictObject({ cluster: id, name }),
  AddCluster: v.strictObject({ prompt: id, cluster: id, name }),
  RemoveCluster: v.strictObject({ cluster: id }),
  KeepApart: v.strictObject({ cluster: id, other: id }),
  KeepWhole: v.strictObject({ cluster: id }),
  SortNotes: v.strictObject({
    prompt: id,
    placements: v.pipe(
      v.array(v.strictObject({ note: id, cluster: id, unsure: v.optional(v.literal(true)) })),
      v.minLength(1),
      v.maxLength(MOST_NOTES)
    )
  })
} as const;

export const FINDING_COMMANDS = {
  StartFinding: v.strictObject({ prompt: id }),
  EndFinding: v.strictObject({ prompt: id }),
  GiveAnswer: v.strictObject({
    prompt: id,
    cluster: id,
    other: v.optional(id),
    says: v.picklist(['same', 'apart', 'own', 'unsure'])
  }),
  PlaceOwnNote: v.strictObject({ note: id, cluster: id }),
  PassOwnNote: v.strictObject({ note: id })
} as const;

/** `changedAt` is that of the note as the machine read it: what has been rewritten meanwhile is left for the next time. */
export interface PlaceNotes {
  prompt: PromptId;
  placements: readonly (Placing & { changedAt?: number })[];
  labels: readonly (Labelling & { changedAt?: number })[];
}
