/** What an event touched, for one audience: the parts of its view that are sent anew. */
import type { Recorded } from './events.ts';
import { rootOf } from './cluster.ts';
import { groupOf, membersOf } from './groups.ts';
import type { ClusterId, PersonId, PromptId } from './ids.ts';
import type { Screen } from './screen.ts';
import type { Audience } from './sight.ts';
import type { MeetingState } from './state.ts';
import { isVote, voteOf } from './vote.ts';

export interface Touched {
  meeting?: boolean;
  agenda?: boolean;
  screen?: boolean;
  /** How the room is split. */
  room?: boolean;
  thoughts?: boolean;
  prompts?: readonly string[];
  notes?: readonly string[];
  /** Besides those in which the notes lie now. */
  clusters?: readonly (ClusterId | undefined)[];
  /** The prompts are touched in their counts alone, which phones do not get. */
  countsOnly?: boolean;
}

export function touchedBy(state: MeetingState, audience: Audience, event: Recorded): Touched {
  switch (event.name) {
    case 'MeetingOpened':
    case 'MeetingFinished':
    case 'MeetingPutBack':
      return { meeting: true };
    case 'PromptMoved':
      return { agenda: true };
    case 'PromptAdded':
    case 'PromptEdited':
    case 'PromptRemoved':
    case 'PromptBroughtBack':
    case 'PromptOpened':
    case 'PromptClosed':
    case 'PromptPutBack':
    case 'NotesRevealed':
    case 'NotesConcealed': {
      const { prompt } = event.data;
      // What stands open or revealed decides for whole walls; leaders and phones see their notes at every stage.
      const walls = audience.view === 'wall' || audience.view === 'review';
      const all = walls && !leavesWalls(state, event) ? state.prompts[prompt]?.notes : undefined;
      const notes = all ?? ('shown' in event.data ? event.data.shown : repledged(state, event));
      return { agenda: true, prompts: [prompt], notes, clusters: themesEver(state, prompt) };
    }
    case 'ProjectorDarkened':
      return { screen: true };
    case 'WallSet':
      return { prompts: [event.data.prompt], countsOnly: true };
    case 'WallTidied':
      return {};
    case 'TimerSet':
    case 'OptionsDrawn':
      return { prompts: [event.data.prompt] };
    case 'BallotCast': {
      // How many have voted is told on desks and walls; a phone knows its own ballot.
      const { prompt, by } = event.data;
      return { prompts: [prompt], countsOnly: audience.view === 'participant' && audience.id !== by };
    }
    case 'PenTaken': {
      const { prompt, group } = event.data;
      const isOther = audience.view === 'participant' && groupOf(state, audience.id)?.id !== group;
      return { prompts: [prompt], countsOnly: isOther };
    }
    case 'RoomSplit':
    case 'PeopleGrouped': {
      // What one's group has written, and whether it has the pen.
      const isPhone = audience.view === 'participant';
      const prompts = isPhone ? state.agenda.filter((id) => state.prompts[id]?.perGroup) : [];
      if (event.name === 'PeopleGrouped' && isPhone && !(audience.id in event.data.to)) {
        // The pen may have come or gone with whoever moved.
        return penMoved(state, groupOf(state, audience.id)?.id, event.data.to)
          ? { room: true, prompts }
          : { room: true };
      }
      if (!isPhone) return { room: true, prompts };
      // Of the group that one is in, and of the one that one was in: of all others a phone knows nothing.
      const own = new Set([state.members[audience.id], event.data.from?.[audience.id]]);
      const notes = Object.values(state.notes).filter(({ group }) => group !== undefined && own.has(group));
      return { room: true, prompts, notes: notes.map(({ id }) => id) };
    }
    case 'ThoughtParked':
    case 'ThoughtChanged':
    case 'ThoughtDropped':
      return { thoughts: true };
    case 'NotesApproved':
    case 'NotesHeld':
    case 'NotesTakenOut': {
      const { prompt, notes } = event.data;
      const spoken = event.name === 'NotesTakenOut' ? notes.flatMap((id) => explainedBy(state, id)) : [];
      return { notes: [...notes, ...spoken], prompts: [prompt], countsOnly: true };
    }
    case 'NotesImported': {
      const { prompt, notes } = event.data;
      return { notes: notes.map(({ note }) => note), prompts: [prompt], countsOnly: true };
    }
    case 'NoteRevealed':
    case 'NoteConcealed':
      return { notes: audience.view === 'participant' ? [] : [event.data.note] };
    case 'ProjectorTurned':
      return { screen: true, notes: audience.view === 'wall' ? inLight(event.data) : undefined };
    case 'NoteMarked':
      return { notes: [event.data.note] };
    case 'SummaryWritten':
      return { prompts: [event.data.prompt], countsOnly: true };
    case 'NoteSubmitted':
    case 'NoteChanged':
    case 'NoteWithdrawn':
    case 'NoteHidden':
    case 'NoteRestored': {
      const { note } = event.data;
      const prompt = state.notes[note]?.prompt;
      const clusters = event.name === 'NoteChanged' ? [event.data.left] : [];
      // Reasons that spoke of it fall silent.
      const spoken = event.name === 'NoteWithdrawn' ? explainedBy(state, note) : [];
      return { notes: [note, ...spoken], clusters, prompts: prompt ? [prompt] : undefined, countsOnly: true };
    }
    case 'NoteErased': {
      const { note } = event.data;
      const prompt = state.notes[note]?.prompt;
      // Steps may have taken over what it said, and what lies together may have been called after it.
      return {
        notes: [note, ...explainedBy(state, note)],
        clusters: Object.values(state.clusters).flatMap((one) => (one.prompt === prompt ? one.id : [])),
        prompts: state.agenda
      };
    }
    case 'TakenOverErased':
      return { prompts: event.data.prompts };
    case 'NotesPlaced': {
      const { placements, labels } = event.data;
      return onDesks(
        audience,
        placements.map(({ note }) => note),
        [...placements, ...labels].map(({ cluster }) => cluster)
      );
    }
    case 'NotesMoved':
      return onDesks(audience, event.data.notes, [event.data.cluster, ...event.data.left]);
    case 'NotesSorted': {
      const { placements, left } = event.data;
      const notes = placements.map(({ note }) => note);
      return onDesks(audience, notes, [...placements.map(({ cluster }) => cluster), ...left]);
    }
    case 'NotesPutBack': {
      const { places, parted } = event.data;
      const clusters = places.flatMap(({ from, place }) => [from, place?.cluster]);
      return onDesks(
        audience,
        places.map(({ note }) => note),
        [...clusters, parted].map((id) => (id === undefined ? id : rootOf(state, id)))
      );
    }
    case 'ClustersMerged':
      return onDesks(audience, event.data.notes, [event.data.cluster, event.data.into]);
    case 'ClusterNamed':
    case 'ClusterAdded':
    case 'ClusterRemoved':
      return onDesks(audience, [], [event.data.cluster]);
    case 'FindingStarted':
    case 'FindingEnded':
    case 'FindingPutBack':
      return { prompts: [event.data.prompt] };
    case 'ClustersKeptApart':
    case 'ClustersLetTogether':
    case 'ClusterKeptWhole':
    case 'ClusterLetSplit':
    case 'NotePassed':
      return {};
    case 'AnswerGiven':
      return { prompts: [event.data.prompt], countsOnly: true };
    case 'ActionUndone':
    case 'ActionRedone':
      return {};
    default:
      return {};
  }
}

/** The people whose phones are told something else than all others; 'everybody': each something of its own. */
export function concerns(state: MeetingState, event: Recorded): readonly PersonId[] | 'everybody' {
  if (event.name === 'RoomSplit' || showsOwnPart(state, event)) return 'everybody';
  switch (event.name) {
    case 'PeopleGrouped': {
      const { to } = event.data;
      const left = state.groups.filter(({ id }) => penMoved(state, id, to));
      return [...Object.keys(to), ...left.flatMap(({ id }) => membersOf(state, id))];
    }
    case 'BallotCast':
      return [event.data.by];
    case 'PenTaken':
      return membersOf(state, event.data.group);
    case 'NotesApproved':
    case 'NotesHeld':
      return event.data.notes.flatMap((note) => ownersOf(state, note));
    default:
      return 'note' in event.data ? ownersOf(state, event.data.note) : [];
  }
}

/** Does it send phones a vote, which carries one's own ballot, or a step of groups, which carries one's own pen? */
function showsOwnPart(state: MeetingState, event: Recorded): boolean {
  const { prompts = [], countsOnly } = touchedBy(state, { view: 'participant', id: '' }, event);
  const sent = [...(countsOnly ? [] : prompts), ...votesOn(state, event)];
  return sent.some((id) => {
    const prompt = state.prompts[id];
    return prompt && prompt.stage !== 'draft' && (prompt.perGroup || isVote(prompt));
  });
}

function ownersOf(state: MeetingState, id: string): PersonId[] {
  const note = state.notes[id];
  if (!note || note.imported) return [];
  return note.group === undefined ? [note.author] : [note.author, ...membersOf(state, note.group)];
}

/** Does one of these people have, or get back with the group, its pen in some step? */
function penMoved(
  state: MeetingState,
  group: string | undefined,
  to: Readonly<Record<PersonId, unknown>>
): boolean {
  if (group === undefined) return false;
  return state.agenda.some((id) => {
    const pen = state.prompts[id]?.pens[group];
    return pen !== undefined && pen in to;
  });
}

const REVEALING: ReadonlySet<Recorded['name']> = new Set([
  'PromptEdited',
  'PromptOpened',
  'PromptClosed',
  'PromptPutBack',
  'NotesRevealed',
  'NotesConcealed'
]);

/** The votes about what was touched: their alternatives may be called otherwise now, or be gone. */
export function votesOn(state: MeetingState, event: Recorded): PromptId[] {
  const votes = state.agenda.filter((id) => {
    const prompt = state.prompts[id];
    return prompt && prompt.options.length > 0 && voteOf(prompt).about !== null;
  });
  if (votes.length === 0) return [];
  const { notes = [], clusters = [] } = touchedBy(state, { view: 'leader', id: '' }, event);
  const asked = new Set([
    // Shown or concealed now, its answers may or may not be read as alternatives.
    REVEALING.has(event.name) && 'prompt' in event.data ? event.data.prompt : undefined,
    ...notes.map((id) => state.notes[id]?.prompt),
    ...clusters.map((id) => state.clusters[id ?? '']?.prompt)
  ]);
  return votes.filter((id) => asked.has(voteOf(state.prompts[id]!).about!.prompt));
}

/** Which notes a wall shows is not decided by a prompt's words, nor by its closing where nothing is hidden. */
function leavesWalls(state: MeetingState, event: Recorded): boolean {
  if (event.name === 'PromptEdited') return event.data.hidden === undefined;
  return event.name === 'PromptClosed' && state.prompts[event.data.prompt]?.hidden === false;
}

/** What was brought in says where it came from as far as its prompt promises now; what people wrote keeps the promise of then. */
function repledged(state: MeetingState, event: Recorded): string[] | undefined {
  if (event.name !== 'PromptEdited' || event.data.pledge === undefined) return undefined;
  const notes = state.prompts[event.data.prompt]?.notes ?? [];
  return notes.filter((id) => state.notes[id]?.organisation !== undefined);
}

/** What lies where is nothing that a phone is told. */
function onDesks(
  audience: Audience,
  notes: readonly string[],
  clusters: readonly (ClusterId | undefined)[]
): Touched {
  return audience.view === 'participant' ? {} : { notes, clusters };
}

export function touchedClusters(state: MeetingState, { notes = [], clusters = [] }: Touched): Set<ClusterId> {
  const lying = notes.map((id) => state.notes[id]?.place?.cluster);
  return new Set([...lying, ...clusters].filter((id) => id !== undefined));
}

/** Removed ones too: a client that was away may still hold them. */
function themesEver(state: MeetingState, prompt: string): ClusterId[] {
  const clusters = Object.values(state.clusters);
  return clusters.filter((cluster) => cluster.prompt === prompt && cluster.theme).map(({ id }) => id);
}

function explainedBy(state: MeetingState, note: string): string[] {
  const siblings = state.prompts[state.notes[note]?.prompt ?? '']?.notes ?? [];
  return siblings.filter((id) => {
    const why = state.notes[id]?.place?.why;
    return why && 'other' in why && why.other === note;
  });
}

function inLight({ screen, from }: { screen: Screen; from: Screen }): string[] {
  return [screen, from].flatMap((at) => (at.view === 'note' ? [at.note] : []));
}
