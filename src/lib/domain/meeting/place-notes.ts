/** What the machine may do: lay notes that lie nowhere, and call clusters something. It never moves what lies. */
import { notesOf, rootOf } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import type { PlaceNotes } from './cluster-commands.ts';
import { happen, nothing, withPrompt } from './decision.ts';
import type { Decision } from './decision.ts';
import { silenced } from './erasing.ts';
import type { Labelling, Placing } from './events.ts';
import type { ClusterId, NoteId } from './ids.ts';
import { stands } from './state.ts';
import type { MeetingState, Note, Prompt } from './state.ts';

/** From so many cards on, a word that people have got used to is kept for as long as its card stands. */
const SETTLED = 5;

/** Whatever no longer holds is left out: the machine looked a moment ago, and another node may have been first. */
export function placeNotes(state: MeetingState, data: PlaceNotes): Decision {
  return withPrompt(state, data.prompt, (prompt) => {
    const places = new Map<NoteId, ClusterId>();
    const placements: Placing[] = [];
    for (const { note: id, cluster, why, changedAt } of data.placements) {
      const note = state.notes[id];
      if (!note || !isFree(note, prompt, changedAt) || places.has(id)) continue;
      const root = rootOf(state, cluster);
      const known = state.clusters[root];
      if (known && (known.prompt !== prompt.id || known.removed)) continue;
      places.set(id, root);
      // It was read beside what has been erased since.
      const told = silenced(why, (other) => state.notes[other]?.erased === true);
      placements.push({ note: id, cluster: root, why: told });
    }
    const standing = standingIn(
      state,
      prompt,
      new Set(data.labels.map(({ cluster }) => rootOf(state, cluster)))
    );
    const labels = data.labels.flatMap((label) => fitting(state, prompt, places, standing, label) ?? []);
    if (placements.length === 0 && labels.length === 0) return nothing;
    return happen({ name: 'NotesPlaced', data: { prompt: prompt.id, placements, labels } });
  });
}

function isFree(note: Note, prompt: Prompt, changedAt: number | undefined): boolean {
  return note.prompt === prompt.id && !note.withdrawn && !note.place && note.changedAt === changedAt;
}

/** The label where it may be given: to a cluster without a name, from a note that stands in it, unless one is settled. */
function fitting(
  state: MeetingState,
  prompt: Prompt,
  places: ReadonlyMap<NoteId, ClusterId>,
  standing: ReadonlyMap<ClusterId, readonly NoteId[]>,
  { cluster: id, text, from, changedAt }: PlaceNotes['labels'][number]
): Labelling | undefined {
  const root = rootOf(state, id);
  const cluster = state.clusters[root];
  const note = state.notes[from];
  if (!note || note.prompt !== prompt.id || note.changedAt !== changedAt) return undefined;
  if (!stands(note) || (places.get(from) ?? note.place?.cluster) !== root) return undefined;
  if (cluster && (cluster.name || cluster.prompt !== prompt.id || isSettled(cluster, standing.get(root))))
    return undefined;
  if (cluster?.label?.text === text && cluster.label.from === from) return undefined;
  return { cluster: root, text, from };
}

/** Is its word one that people have got used to? */
function isSettled({ label }: Cluster, standing: readonly NoteId[] = []): boolean {
  return label !== undefined && standing.length >= SETTLED && standing.includes(label.from);
}

/** What everybody may read in these clusters. Gone through once: there may be a label for each of a hundred. */
function standingIn(
  state: MeetingState,
  prompt: Prompt,
  clusters: ReadonlySet<ClusterId>
): ReadonlyMap<ClusterId, readonly NoteId[]> {
  const standing = new Map([...clusters].map((id) => [id, [] as NoteId[]]));
  if (clusters.size === 0) return standing;
  for (const { id, place, hidden } of notesOf(state, prompt)) {
    if (place && !hidden) standing.get(place.cluster)?.push(id);
  }
  return standing;
}
