import type { MeetingEvent, PlaceBefore } from './events.ts';
import type { ClusterId, NoteId } from './ids.ts';
import type { MeetingState } from './state.ts';
import type { PromptText } from './step-settings.ts';
import { kept } from './timer.ts';
import { wallOf } from './wall-settings.ts';

/** The event that puts back what `event` is about to change, or undefined where there is nothing to take back. */
export function inverseOf(
  before: MeetingState,
  event: MeetingEvent & { at: number }
): MeetingEvent | undefined {
  switch (event.name) {
    case 'MeetingOpened':
    case 'MeetingFinished':
    case 'MeetingPutBack': {
      const { phase, openedAt, finishedAt } = before;
      return { name: 'MeetingPutBack', data: { phase, openedAt, finishedAt } };
    }
    case 'PromptAdded':
      return { name: 'PromptRemoved', data: { prompt: event.data.prompt } };
    case 'PromptEdited': {
      const { prompt, ...changed } = event.data;
      const old = before.prompts[prompt];
      if (!old) return undefined;
      return { name: 'PromptEdited', data: { prompt, ...only<PromptText>(old, Object.keys(changed)) } };
    }
    case 'PromptMoved':
      return {
        name: 'PromptMoved',
        data: { prompt: event.data.prompt, index: placeOf(before, event.data.prompt) }
      };
    case 'PromptRemoved': {
      const { prompt } = event.data;
      return { name: 'PromptBroughtBack', data: { prompt, index: placeOf(before, prompt) } };
    }
    case 'PromptBroughtBack':
      return { name: 'PromptRemoved', data: { prompt: event.data.prompt } };
    case 'PromptOpened':
    case 'PromptClosed':
    case 'PromptPutBack': {
      const prompt = before.prompts[event.data.prompt];
      if (!prompt) return undefined;
      const { id, stage, openedAt, closedAt, timer } = prompt;
      return {
        name: 'PromptPutBack',
        data: { prompt: id, stage, openedAt, closedAt, timer: kept(timer, event.at) }
      };
    }
    case 'TimerSet': {
      const { prompt } = event.data;
      return { name: 'TimerSet', data: { prompt, timer: kept(before.prompts[prompt]?.timer, event.at) } };
    }
    case 'OptionsDrawn': {
      const { prompt } = event.data;
      return {
        name: 'OptionsDrawn',
        data: { prompt, options: [...(before.prompts[prompt]?.options ?? [])] }
      };
    }
    case 'PeopleGrouped': {
      const people = Object.keys(event.data.to);
      const to = Object.fromEntries(people.map((person) => [person, before.members[person] ?? null]));
      return { name: 'PeopleGrouped', data: { to } };
    }
    case 'RoomSplit':
      return {
        name: 'RoomSplit',
        data: {
          groups: [...before.groups],
          members: { ...before.members },
          ...(event.data.named === undefined ? {} : { named: event.data.named })
        }
      };
    case 'ThoughtParked':
      return { name: 'ThoughtDropped', data: { thought: event.data.thought } };
    case 'ThoughtChanged': {
      const known = before.thoughts.find(({ thought }) => thought === event.data.thought);
      if (!known) return undefined;
      const { thought, ...changed } = event.data;
      return {
        name: 'ThoughtChanged',
        data: { thought, ...only({ done: false, ...known }, Object.keys(changed)) }
      };
    }
    case 'ThoughtDropped': {
      const known = before.thoughts.find(({ thought }) => thought === event.data.thought);
      return known && { name: 'ThoughtParked', data: known };
    }
    case 'NotesApproved':
      return { name: 'NotesHeld', data: event.data };
    case 'NotesHeld':
      return { name: 'NotesApproved', data: event.data };
    case 'NoteRevealed':
      return { name: 'NoteConcealed', data: event.data };
    case 'NoteConcealed':
      return { name: 'NoteRevealed', data: event.data };
    case 'NotesImported': {
      const { prompt, notes } = event.data;
      return { name: 'NotesTakenOut', data: { prompt, notes: notes.map(({ note }) => note) } };
    }
    case 'NotesRevealed':
      return { name: 'NotesConcealed', data: event.data };
    case 'NotesConcealed':
      return { name: 'NotesRevealed', data: event.data };
    case 'ProjectorTurned': {
      const { screen: from } = event.data;
      // From stop to stop one goes, and nobody takes back a step.
      if (from.view === 'tour' && before.screen.view === 'tour') return undefined;
      return { name: 'ProjectorTurned', data: { screen: before.screen, from } };
    }
    case 'ProjectorDarkened':
      return { name: 'ProjectorDarkened', data: { dark: before.dark ?? false } };
    case 'WallSet': {
      const { prompt: id, ...changed } = event.data;
      const prompt = before.prompts[id];
      return (
        prompt && { name: 'WallSet', data: { prompt: id, ...only(wallOf(prompt), Object.keys(changed)) } }
      );
    }
    case 'NoteMarked': {
      const { note } = event.data;
      return { name: 'NoteMarked', data: { note, mark: before.notes[note]?.mark ?? null } };
    }
    case 'SummaryWritten': {
      const { prompt, about } = event.data;
      const text = before.prompts[prompt]?.summaries?.[about] ?? '';
      return { name: 'SummaryWritten', data: { prompt, about, text } };
    }
    case 'NoteHidden':
      return { name: 'NoteRestored', data: { note: event.data.note } };
    case 'NoteRestored': {
      const { note } = event.data;
      const { rewritten } = before.notes[note] ?? {};
      return { name: 'NoteHidden', data: { note, ...(rewritten ? { rewritten } : {}) } };
    }
    case 'NotesMoved': {
      const { prompt, notes, cluster, apart = [] } = event.data;
      const places = placesBefore(before, notes, cluster);
      const together = apart.map((other): [ClusterId, ClusterId] => [other, cluster]);
      return { name: 'NotesPutBack', data: { prompt, places, ...(together.length > 0 ? { together } : {}) } };
    }
    case 'NotesSorted': {
      const { prompt, placements } = event.data;
      const places = placements.flatMap(({ note, cluster }) => placesBefore(before, [note], cluster));
      return { name: 'NotesPutBack', data: { prompt, places } };
    }
    case 'ClustersMerged': {
      const { prompt, cluster, into, notes } = event.data;
      const places = placesBefore(before, notes, into);
      return { name: 'NotesPutBack', data: { prompt, places, parted: cluster } };
    }
    case 'ClusterNamed': {
      const { cluster } = event.data;
      return { name: 'ClusterNamed', data: { cluster, name: before.clusters[cluster]?.name ?? '' } };
    }
    case 'ClusterAdded':
      return { name: 'ClusterRemoved', data: { cluster: event.data.cluster } };
    case 'ClusterRemoved': {
      const cluster = before.clusters[event.data.cluster];
      return (
        cluster && {
          name: 'ClusterAdded',
          data: { prompt: cluster.prompt, cluster: cluster.id, name: cluster.name }
        }
      );
    }
    case 'ClustersKeptApart':
      return { name: 'ClustersLetTogether', data: event.data };
    case 'ClusterKeptWhole':
      return { name: 'ClusterLetSplit', data: event.data };
    case 'FindingStarted':
    case 'FindingEnded': {
      const { prompt } = event.data;
      return { name: 'FindingPutBack', data: { prompt, finding: before.prompts[prompt]?.finding } };
    }
    case 'WallTidied':
    case 'NotesPlaced':
    case 'NotesPutBack':
    case 'ClustersLetTogether':
    case 'ClusterLetSplit':
    case 'FindingPutBack':
    case 'AnswerGiven':
    case 'NotePassed':
    case 'BallotCast':
    case 'PenTaken':
    case 'NotesTakenOut':
    case 'NoteSubmitted':
    case 'NoteChanged':
    case 'NoteWithdrawn':
    case 'NoteErased':
    case 'TakenOverErased':
    case 'ActionUndone':
    case 'ActionRedone':
      return undefined;
    default:
      return undefined;
  }
}

/** What these keys hold. */
function only<T extends object>(whole: T, keys: readonly string[]): Partial<T> {
  return Object.fromEntries(keys.map((key) => [key, whole[key as keyof T]])) as Partial<T>;
}

function placesBefore(state: MeetingState, notes: readonly NoteId[], from: ClusterId): PlaceBefore[] {
  return notes.map((id) => {
    const { place = null, changedAt } = state.notes[id] ?? {};
    return { note: id, from, place, ...(changedAt === undefined ? {} : { changedAt }) };
  });
}

function placeOf(state: MeetingState, prompt: string): number {
  const place = state.agenda.indexOf(prompt);
  return place < 0 ? state.agenda.length : place;
}
