/** What the undo button says: the latest deed of a leader, and to what it was done. */
import { kindOf } from '../kinds/registry.ts';
import { rootOf } from './cluster.ts';
import type { MeetingEvent, Recorded } from './events.ts';
import type { NoteId, PersonId } from './ids.ts';
import { lyingIn } from './lying.ts';
import { labelOf, leadersLabel } from './see-clusters.ts';
import type { MeetingState } from './state.ts';
import { redoable, undoable } from './undo.ts';
import type { Deed, DoneDeed } from './view.ts';

/** So many of the latest are told. */
const TOLD = 8;

export function seeDeeds(
  state: MeetingState,
  leader: PersonId
): { undo: Deed | null; redo: Deed | null; deeds: readonly DoneDeed[] } {
  const latest = state.history.slice(-TOLD).reverse();
  return {
    deeds: latest.map(({ command, by, at, undone, events }) => ({
      ...deed(state, events)!,
      ...{ command, by, at, undone }
    })),
    undo: deed(state, undoable(state, leader)?.events),
    redo: deed(state, redoable(state, leader)?.events)
  };
}

/** What a leader does, and what changes the words that an undo button quotes. */
export function namesDeeds(event: Recorded): boolean {
  return (
    event.by.role === 'leader' ||
    event.name === 'NoteChanged' ||
    event.name === 'NoteWithdrawn' ||
    event.name === 'NotesPlaced' ||
    event.name === 'NotesMoved' ||
    event.name === 'ClustersMerged'
  );
}

/** What was done is told by the weightiest event: opening a question says more than closing the one before. */
function deed(state: MeetingState, events: readonly MeetingEvent[] | undefined): Deed | null {
  if (events && events.length > 1 && events.every(({ name }) => name === 'PromptAdded'))
    return { name: 'PromptAdded', subject: '', count: events.length };
  const telling = events?.find(({ name }) => TELLING.has(name)) ?? events?.at(-1);
  return telling ? { name: telling.name, ...toldOf(state, telling) } : null;
}

const TELLING: ReadonlySet<MeetingEvent['name']> = new Set(['PromptOpened', 'NoteHidden']);

function toldOf(state: MeetingState, event: MeetingEvent): Omit<Deed, 'name'> {
  switch (event.name) {
    case 'NotesMoved': {
      const { notes, cluster } = event.data;
      const subject = notes.length === 1 ? noteText(state, notes[0]!) : '';
      return { subject, count: notes.length, to: leadersLabel(state, cluster) };
    }
    case 'NotesSorted':
      return { subject: '', count: event.data.placements.length };
    case 'NotesImported':
    case 'NotesApproved':
      return { subject: state.prompts[event.data.prompt]?.title ?? '', count: event.data.notes.length };
    case 'RoomSplit':
      return {
        subject: event.data.groups.find(({ id }) => id === event.data.named)?.name ?? '',
        count: event.data.groups.length
      };
    case 'PeopleGrouped': {
      const groups = Object.values(event.data.to);
      const one = groups.every((group) => group === groups[0]) ? groups[0] : undefined;
      return { subject: state.groups.find(({ id }) => id === one)?.name ?? '', count: groups.length };
    }
    case 'ThoughtParked':
    case 'ThoughtChanged':
    case 'ThoughtDropped': {
      const { thought } = event.data;
      return { subject: state.thoughts.find((one) => one.thought === thought)?.text ?? '' };
    }
    case 'ClustersMerged': {
      const { cluster, into, notes } = event.data;
      const moved = new Set(notes);
      const [away, stayed] = [cluster, rootOf(state, into)].map((id) => state.clusters[id]);
      const lying = lyingIn(state, event.data.prompt).notes;
      return {
        subject: away
          ? labelOf(
              state,
              away,
              lying.filter(({ id }) => moved.has(id))
            )
          : '',
        to: stayed
          ? labelOf(
              state,
              stayed,
              lying.filter(({ id, place }) => place?.cluster === stayed.id && !moved.has(id))
            )
          : ''
      };
    }
    case 'ClusterNamed':
    case 'ClusterAdded':
      return { subject: event.data.name };
    case 'ClusterRemoved':
    case 'ClusterKeptWhole':
      return { subject: leadersLabel(state, event.data.cluster) };
    case 'ClustersKeptApart':
      return {
        subject: leadersLabel(state, event.data.cluster),
        to: leadersLabel(state, event.data.other)
      };
    default:
      if ('prompt' in event.data) return { subject: state.prompts[event.data.prompt]?.title ?? '' };
      return { subject: 'note' in event.data ? noteText(state, event.data.note) : '' };
  }
}

function noteText(state: MeetingState, id: NoteId): string {
  const note = state.notes[id];
  const main = note && kindOf(state.prompts[note.prompt]?.kind ?? '')?.main;
  return (main && !note.withdrawn && note.fields[main]) || '';
}
