/** Folds what happens to clusters and to where notes lie. Draft records may be written; what is in them is replaced. */
import { isPinned, rootOf } from './cluster.ts';
import type { Cluster, Place } from './cluster.ts';
import type { MeetingEvent } from './events.ts';
import type { ClusterId, NoteId, PromptId } from './ids.ts';
import type { Draft } from './draft.ts';
import { changeNote, changePrompt, setCluster } from './draft.ts';

type ClusterEvent = Extract<
  MeetingEvent,
  {
    name:
      | 'NotesPlaced'
      | 'NotesMoved'
      | 'NotesSorted'
      | 'NotesPutBack'
      | 'ClustersMerged'
      | 'ClusterNamed'
      | 'ClusterAdded'
      | 'ClusterRemoved'
      | 'ClustersKeptApart'
      | 'ClustersLetTogether'
      | 'ClusterKeptWhole'
      | 'ClusterLetSplit';
  }
>;

export function foldClusters(draft: Draft, event: ClusterEvent): void {
  switch (event.name) {
    case 'NotesPlaced': {
      const { prompt, placements, labels } = event.data;
      for (const { note, cluster, why } of placements) {
        begin(draft, prompt, cluster);
        changeNote(draft, note, { place: { cluster, by: 'machine', why } });
      }
      for (const { cluster, text, from } of labels) changeCluster(draft, cluster, { label: { text, from } });
      return;
    }
    case 'NotesMoved': {
      const { prompt, notes, cluster, name, by, apart = [] } = event.data;
      begin(draft, prompt, cluster);
      if (name !== undefined) changeCluster(draft, cluster, { name });
      for (const note of notes) changeNote(draft, note, { place: { cluster, by, why: { kind: by } } });
      return keepApart(
        draft,
        prompt,
        apart.map((other) => [other, cluster] as const)
      );
    }
    case 'NotesSorted':
      for (const { note, cluster, unsure } of event.data.placements) {
        const place: Place = { cluster, by: 'machine', why: { kind: 'theme' } };
        changeNote(draft, note, { place: unsure ? { ...place, unsure } : place });
      }
      return;
    case 'NotesPutBack': {
      const { prompt, places, parted, together = [] } = event.data;
      if (parted !== undefined) changeCluster(draft, parted, { into: undefined });
      for (const { note, place } of places) putBack(draft, note, place);
      for (const pair of together) letTogether(draft, prompt, pair);
      return;
    }
    case 'ClustersMerged': {
      const { cluster, into, notes, by, why } = event.data;
      changeCluster(draft, cluster, { into });
      for (const id of notes) {
        const note = draft.notes[id];
        if (!note?.place) continue;
        // The room moves whole clusters; whose hand a note was laid by stays known.
        const kept = by === 'room' && isPinned(note.place) ? note.place : { by, why };
        const from = by === 'room' ? { from: cluster } : {};
        changeNote(draft, id, { place: { ...kept, cluster: into, ...from } });
      }
      return;
    }
    case 'ClusterNamed':
      return changeCluster(draft, event.data.cluster, { name: event.data.name });
    case 'ClusterAdded': {
      const { prompt, cluster, name } = event.data;
      begin(draft, prompt, cluster);
      return changeCluster(draft, cluster, { name, theme: true, removed: undefined });
    }
    case 'ClusterRemoved':
      return changeCluster(draft, event.data.cluster, { removed: true });
    case 'ClustersKeptApart':
      return keepApart(draft, event.data.prompt, [[event.data.cluster, event.data.other]]);
    case 'ClustersLetTogether':
      return letTogether(draft, event.data.prompt, [event.data.cluster, event.data.other]);
    case 'ClusterKeptWhole':
      return changeCluster(draft, event.data.cluster, { whole: true });
    case 'ClusterLetSplit':
      return changeCluster(draft, event.data.cluster, { whole: undefined });
  }
}

/** A label says what its note said: rewritten, it says so no longer. */
export function dropLabelsFrom(draft: Draft, note: NoteId, prompt: PromptId | undefined): void {
  for (const cluster of Object.values(draft.clusters)) {
    if (cluster.prompt === prompt && cluster.label?.from === note) {
      changeCluster(draft, cluster.id, { label: undefined });
    }
  }
}

function begin(draft: Draft, prompt: PromptId, cluster: ClusterId): void {
  if (!draft.clusters[cluster]) setCluster(draft, { id: cluster, prompt, name: '' });
}

/** Where it lay then may have been merged away since. */
function putBack(draft: Draft, id: NoteId, place: Place | null): void {
  const before = place ? { ...place, cluster: rootOf(draft, place.cluster) } : undefined;
  changeNote(draft, id, { place: before });
}

function keepApart(
  draft: Draft,
  prompt: PromptId,
  pairs: readonly (readonly [ClusterId, ClusterId])[]
): void {
  const known = draft.prompts[prompt]?.apart;
  if (known && pairs.length > 0) changePrompt(draft, prompt, { apart: [...known, ...pairs] });
}

function letTogether(draft: Draft, prompt: PromptId, [a, b]: readonly [ClusterId, ClusterId]): void {
  const known = draft.prompts[prompt]?.apart ?? [];
  const last = known.findLastIndex(([one, other]) => one === a && other === b);
  if (last >= 0) changePrompt(draft, prompt, { apart: known.filter((_, index) => index !== last) });
}

function changeCluster(draft: Draft, id: ClusterId, change: Partial<Cluster>): void {
  const cluster = draft.clusters[id];
  if (cluster) setCluster(draft, { ...cluster, ...change });
}
