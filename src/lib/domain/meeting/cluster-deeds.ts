/** What a leader does to clusters. A leader's hand outranks the machine and the room. */
import { cleanLine, lengthOf } from '../text.ts';
import {
  areApart,
  CLUSTER_NAME_LIMIT,
  hasClusters,
  isPinned,
  notesIn,
  notesOf,
  outranks,
  rootOf
} from './cluster.ts';
import type { Cluster } from './cluster.ts';
import type { CLUSTER_COMMANDS } from './cluster-commands.ts';
import type { Command, CommandData } from './commands.ts';
import { happen, nothing, refuse, withPrompt } from './decision.ts';
import type { Decision } from './decision.ts';
import type { ClusterId, NoteId } from './ids.ts';
import { stands } from './state.ts';
import type { MeetingState, Note, Prompt } from './state.ts';

export type ClusterCommand = Extract<Command, { name: keyof typeof CLUSTER_COMMANDS }>;

export function decideClusters(state: MeetingState, command: ClusterCommand): Decision {
  switch (command.name) {
    case 'MoveNotes':
      return moveNotes(state, command.data);
    case 'MergeClusters':
      return mergeClusters(state, command.data);
    case 'NameCluster':
      return nameCluster(state, command.data);
    case 'AddCluster':
      return addCluster(state, command.data);
    case 'RemoveCluster':
      return removeCluster(state, command.data.cluster);
    case 'KeepApart':
      return keepApart(state, command.data);
    case 'KeepWhole':
      return withCluster(state, command.data.cluster, ({ id, whole }) =>
        whole ? nothing : happen({ name: 'ClusterKeptWhole', data: { cluster: id } })
      );
    case 'SortNotes':
      return sortNotes(state, command.data);
  }
}

/** An id that is not known begins a cluster: so a card is taken out, and a cluster split. */
export function moveNotes(state: MeetingState, data: CommandData<'MoveNotes'>): Decision {
  const notes = [...new Set(data.notes)].flatMap((id) => state.notes[id] ?? []);
  const standing = notes.filter((note) => !note.withdrawn);
  const promptId = standing[0]?.prompt;
  if (promptId === undefined || standing.some((note) => note.prompt !== promptId))
    return refuse('note-unknown');
  return withClustered(state, promptId, (prompt) => {
    const target = rootOf(state, data.cluster);
    const known = state.clusters[target];
    if (known && (known.prompt !== prompt.id || known.removed)) return refuse('cluster-unknown');
    const name = cleanLine(data.name ?? '');
    const fault = nameFault(name);
    if (fault) return fault;
    const moved = standing.filter((note) => note.place?.cluster !== target || note.place.by !== 'leader');
    if (moved.length === 0) return nothing;
    const left = clustersLeft(moved, target);
    const begins = !known || (!known.theme && notesIn(state, target).length === 0);
    const apart = begins ? left.filter((id) => hasOthers(state, id, moved)) : [];
    return happen({
      name: 'NotesMoved',
      data: {
        prompt: prompt.id,
        notes: moved.map(({ id }) => id),
        cluster: target,
        by: 'leader',
        left,
        ...(begins && name ? { name } : {}),
        ...(apart.length > 0 ? { apart } : {})
      }
    });
  });
}

export function mergeClusters(state: MeetingState, data: CommandData<'MergeClusters'>): Decision {
  return withCluster(state, data.cluster, (cluster, prompt) =>
    withCluster(state, data.into, (into) => {
      if (into.prompt !== prompt.id) return refuse('cluster-unknown');
      if (cluster.id === into.id) return nothing;
      // What a leader has named is not swallowed by what has no name, only because that is the larger one.
      const standing = ({ theme, name }: Cluster) => ({ theme, named: name !== '' });
      const [gone, kept] = outranks(standing(cluster), standing(into)) ? [into, cluster] : [cluster, into];
      return happen({
        name: 'ClustersMerged',
        data: {
          prompt: prompt.id,
          cluster: gone.id,
          into: kept.id,
          notes: notesIn(state, gone.id).map(({ id }) => id),
          by: 'leader',
          why: { kind: 'leader' }
        }
      });
    })
  );
}

function nameCluster(state: MeetingState, data: CommandData<'NameCluster'>): Decision {
  return withCluster(state, data.cluster, (cluster) => {
    const name = cleanLine(data.name);
    const fault = nameFault(name, cluster.theme);
    if (fault) return fault;
    return name === cluster.name
      ? nothing
      : happen({ name: 'ClusterNamed', data: { cluster: cluster.id, name } });
  });
}

function addCluster(state: MeetingState, data: CommandData<'AddCluster'>): Decision {
  return withClustered(state, data.prompt, (prompt) => {
    if (state.clusters[data.cluster]) return refuse('id-taken');
    const name = cleanLine(data.name);
    const fault = nameFault(name, true);
    return (
      fault ?? happen({ name: 'ClusterAdded', data: { prompt: prompt.id, cluster: data.cluster, name } })
    );
  });
}

function removeCluster(state: MeetingState, id: ClusterId): Decision {
  if (state.clusters[id]?.removed) return nothing;
  return withCluster(state, id, (cluster) => {
    if (notesIn(state, cluster.id).length > 0) return refuse('cluster-has-notes');
    // Without notes only a theme is seen at all.
    return cluster.theme ? happen({ name: 'ClusterRemoved', data: { cluster: cluster.id } }) : nothing;
  });
}

function keepApart(state: MeetingState, data: CommandData<'KeepApart'>): Decision {
  return withCluster(state, data.cluster, (cluster, prompt) =>
    withCluster(state, data.other, (other) => {
      if (other.prompt !== prompt.id) return refuse('cluster-unknown');
      if (cluster.id === other.id || areApart(state, prompt, cluster.id, other.id)) return nothing;
      return happen({
        name: 'ClustersKeptApart',
        data: { prompt: prompt.id, cluster: cluster.id, other: other.id }
      });
    })
  );
}

/** What a person has laid stays; what has gone since the proposal was made is left out. */
export function sortNotes(state: MeetingState, data: CommandData<'SortNotes'>): Decision {
  return withClustered(state, data.prompt, (prompt) => {
    const sorted = new Map<NoteId, { note: Note; cluster: ClusterId; unsure?: true }>();
    for (const { note: id, cluster, unsure } of data.placements) {
      const note = state.notes[id];
      const theme = state.clusters[rootOf(state, cluster)];
      if (!note || note.withdrawn || note.prompt !== prompt.id || isPinned(note.place)) continue;
      if (!theme?.theme || theme.removed || theme.prompt !== prompt.id) continue;
      if (note.place?.cluster === theme.id && note.place.unsure === unsure) continue;
      sorted.set(id, { note, cluster: theme.id, ...(unsure ? { unsure } : {}) });
    }
    if (sorted.size === 0) return nothing;
    const left = new Set<ClusterId>();
    for (const { note } of sorted.values()) if (note.place) left.add(note.place.cluster);
    const placements = [...sorted.values()].map(({ note, ...where }) => ({ note: note.id, ...where }));
    return happen({ name: 'NotesSorted', data: { prompt: prompt.id, placements, left: [...left] } });
  });
}

/** The clusters that these notes lie in, but for the one they go to. */
export function clustersLeft(notes: readonly Note[], target: ClusterId): ClusterId[] {
  const left = new Set(notes.flatMap(({ place }) => (place ? [place.cluster] : [])));
  left.delete(target);
  return [...left];
}

function hasOthers(state: MeetingState, cluster: ClusterId, moved: readonly Note[]): boolean {
  const gone = new Set(moved.map(({ id }) => id));
  return notesIn(state, cluster).some((note) => !gone.has(note.id));
}

function nameFault(name: string, needed = false): Decision | undefined {
  if (needed && !name) return refuse('cluster-name-empty', { field: 'name' });
  if (lengthOf(name) <= CLUSTER_NAME_LIMIT) return undefined;
  return refuse('cluster-name-too-long', { field: 'name', limit: CLUSTER_NAME_LIMIT });
}

export function withClustered(state: MeetingState, id: string, then: (prompt: Prompt) => Decision): Decision {
  return withPrompt(state, id, (prompt) => (hasClusters(prompt) ? then(prompt) : refuse('not-clustered')));
}

/** The cluster that the id means now, whatever it has been merged into. */
export function withCluster(
  state: MeetingState,
  id: ClusterId,
  then: (cluster: Cluster, prompt: Prompt) => Decision
): Decision {
  const cluster = state.clusters[rootOf(state, id)];
  if (!cluster || cluster.removed) return refuse('cluster-unknown');
  return withPrompt(state, cluster.prompt, (prompt) => then(cluster, prompt));
}

/** Does the prompt hold a note that everybody may read? */
export function hasStanding(state: MeetingState, prompt: Prompt): boolean {
  return notesOf(state, prompt).some(stands);
}
