/**
 * The only place that says who may see what. `viewOf` is the whole meeting for one audience; `patchOf` the part
 * that an event touched. Whatever is not made here never leaves the server.
 */
import { kindOf } from '../kinds/registry.ts';
import { rootOf } from './cluster.ts';
import type { Place } from './cluster.ts';
import type { Recorded } from './events.ts';
import type { ClusterId, PersonId } from './ids.ts';
import { lyingIn } from './lying.ts';
import type { Lying } from './lying.ts';
import { stricter } from './pledge.ts';
import type { Pledge } from './pledge.ts';
import type { Screen } from './screen.ts';
import { seeClusters } from './see-clusters.ts';
import { namesDeeds, seeDeeds } from './see-deeds.ts';
import { isConcealed } from './state.ts';
import type { MeetingState, Note, Prompt } from './state.ts';
import { wallOf } from './wall-settings.ts';
import type { By, ClusterView, MeetingView, NoteView, Patch, PromptView } from './view.ts';

export type Audience =
  | { view: 'leader'; id: PersonId }
  | { view: 'participant'; id: PersonId }
  | { view: 'wall' }
  | { view: 'review' };

export interface Person {
  name: string;
  organisation: string;
}

/** Looks a person up; undefined for one who has been erased. */
export type Directory = (id: PersonId) => Person | undefined;

interface Counts {
  count: number;
  people: number;
  /** No note withholds a name. */
  named: boolean;
}
const COUNTS = new WeakMap<Lying, Counts>();

/** All that this audience may see. */
export function viewOf(state: MeetingState, audience: Audience, directory: Directory): MeetingView {
  const viewing = viewInPieces(state, audience, directory);
  for (;;) {
    const step = viewing.next();
    if (step.done) return step.value;
  }
}

/** The same, made piece by piece: of 5,000 notes it takes a while. */
export function* viewInPieces(
  state: MeetingState,
  audience: Audience,
  directory: Directory
): Generator<void, MeetingView> {
  const prompts: Record<string, PromptView> = {};
  const notes: Record<string, NoteView> = {};
  for (const prompt of Object.values(state.prompts)) {
    const seen = seePrompt(state, audience, prompt);
    if (seen) prompts[prompt.id] = seen;
    yield;
  }
  // In the order of arrival: a stored state comes back with its keys in another.
  for (const id of Object.values(state.prompts).flatMap((prompt) => prompt.notes)) {
    const note = state.notes[id];
    const seen = note && seeNote(state, audience, note, directory);
    if (!seen) continue;
    notes[id] = seen;
    yield;
  }
  const clusters: Record<ClusterId, ClusterView> = {};
  for (const some of audience.view === 'participant' ? [] : inPieces(Object.keys(state.clusters))) {
    for (const [id, seen] of Object.entries(seeThese(state, audience, some))) if (seen) clusters[id] = seen;
    yield;
  }
  const { phase, openedAt, finishedAt } = state;
  return {
    phase,
    openedAt,
    finishedAt,
    screen: seeScreen(state, audience),
    ...(audience.view === 'participant' ? {} : { dark: state.dark ?? false }),
    agenda: seeAgenda(state, audience),
    prompts,
    notes,
    clusters,
    ...(audience.view === 'leader' ? seeDeeds(state, audience.id) : { undo: null, redo: null })
  };
}

const PIECE = 50;

function inPieces<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / PIECE) }, (_, at) =>
    all.slice(at * PIECE, (at + 1) * PIECE)
  );
}

/** The present view of what an event touched. `state` is the state after it, or after later ones. */
export function patchOf(
  state: MeetingState,
  audience: Audience,
  event: Recorded,
  directory: Directory
): Patch {
  const patch: Patch = audience.view === 'leader' && namesDeeds(event) ? seeDeeds(state, audience.id) : {};
  const touched = touchedBy(state, audience, event);
  if (touched.meeting) {
    const { phase, openedAt, finishedAt } = state;
    patch.phase = { phase, openedAt, finishedAt };
  }
  if (touched.agenda) patch.agenda = seeAgenda(state, audience);
  if (touched.screen && audience.view !== 'participant') {
    patch.screen = seeScreen(state, audience);
    patch.dark = state.dark ?? false;
  }
  for (const id of touched.prompts ?? []) {
    const prompt = state.prompts[id];
    (patch.prompts ??= {})[id] = prompt ? seePrompt(state, audience, prompt) : null;
  }
  for (const id of touched.notes ?? []) {
    const note = state.notes[id];
    // Nobody learns from a number of other people's notes on a phone: only the own ones are mentioned at all.
    if (audience.view === 'participant' && note?.author !== audience.id) continue;
    (patch.notes ??= {})[id] = note ? seeNote(state, audience, note, directory) : null;
  }
  if (audience.view === 'participant') {
    if (touched.countsOnly) delete patch.prompts;
    return patch;
  }
  const clusters = touchedClusters(state, touched);
  if (clusters.size > 0) patch.clusters = seeThese(state, audience, clusters);
  return patch;
}

function seePrompt(state: MeetingState, audience: Audience, prompt: Prompt): PromptView | null {
  if (prompt.removed) return null;
  if (prompt.stage === 'draft' && audience.view !== 'leader') return null;
  const { id, kind, title, instruction, stage, pledge, perPerson, hidden, revealed, finding } = prompt;
  const seen: PromptView = {
    ...{ id, kind, title, instruction, stage, pledge, perPerson, hidden, revealed },
    ...(finding ? { finding } : {})
  };
  if (audience.view === 'participant') return seen;
  const { minutes, openedAt, closedAt } = prompt;
  const { count, people } = countsIn(state, prompt);
  const heard = finding && {
    count: prompt.answers.length,
    people: new Set(prompt.answers.map(({ by }) => by)).size
  };
  return {
    ...seen,
    ...{ minutes, openedAt, closedAt, count, people, wall: wallOf(prompt) },
    ...(heard ? { heard } : {})
  };
}

/**
 * Notes that stand, and how many people wrote them. The latter is not told where a name was withheld: two notes and one person
 * would give away who wrote the nameless one.
 */
function countsIn(state: MeetingState, prompt: Prompt): { count: number; people: number | undefined } {
  const lying = lyingIn(state, prompt.id);
  let counts = COUNTS.get(lying);
  if (!counts) COUNTS.set(lying, (counts = counted(lying, prompt)));
  const { count, people, named } = counts;
  return { count, people: named && prompt.pledge === 'named' ? people : undefined };
}

function counted({ notes }: Lying, prompt: Prompt): Counts {
  const standing = notes.filter((note) => !note.hidden);
  return {
    count: standing.length,
    people: new Set(standing.map(({ author }) => author)).size,
    named: notes.every((note) => pledgeOf(note, prompt) === 'named')
  };
}

/** What holds for a note: its own pledge, or a stricter one that its content makes. */
function pledgeOf(note: Note, prompt: Prompt): Pledge {
  return stricter(note.pledge, kindOf(prompt.kind)?.pledge?.(note.fields) ?? 'named');
}

function seeNote(state: MeetingState, audience: Audience, note: Note, directory: Directory): NoteView | null {
  const prompt = state.prompts[note.prompt];
  if (!prompt || note.withdrawn || !maySee(state, audience, note, prompt)) return null;
  const { id, fields, at } = note;
  // Written one by one: of 5,000 notes, spreading what is there or not takes most of the time.
  const seen: NoteView = { id, prompt: prompt.id, fields };
  if (audience.view !== 'wall') seen.at = at;
  if (note.changedAt !== undefined) seen.changed = true;
  if (note.hidden) seen.hidden = true;
  const by = seeAuthor(audience, note, prompt, directory);
  if (by) seen.by = by;
  if (note.place && seesClusters(audience, prompt)) {
    seen.cluster = note.place.cluster;
    if (audience.view === 'leader') seen.placed = seePlacing(state, note.place);
  }
  return seen;
}

/** A reason speaks of another note: gone is gone, also there. */
function seePlacing(state: MeetingState, { by, why, unsure, from }: Place): NoteView['placed'] {
  const gone = 'other' in why && state.notes[why.other]?.withdrawn;
  return { by, ...(gone ? {} : { why }), ...(unsure ? { unsure } : {}), ...(from ? { from } : {}) };
}

/** Nothing on a concealed wall tells what belongs together, not even the one note in the light. */
function seesClusters(audience: Audience, prompt: Prompt): boolean {
  return audience.view !== 'participant' && !(audience.view === 'wall' && isConcealed(prompt));
}

function seeThese(
  state: MeetingState,
  audience: Audience,
  ids: Iterable<ClusterId>
): Record<ClusterId, ClusterView | null> {
  const byPrompt = new Map<string, ClusterId[]>();
  for (const id of ids) {
    const prompt = state.clusters[id]?.prompt ?? '';
    const known = byPrompt.get(prompt);
    if (known) known.push(id);
    else byPrompt.set(prompt, [id]);
  }
  const seen = [...byPrompt].map(([id, clusters]) => {
    const prompt = state.prompts[id];
    const shown = prompt !== undefined && seesClusters(audience, prompt);
    return seeClusters(state, id, clusters, {
      sees: (note) => shown && maySee(state, audience, note, prompt),
      themes: audience.view === 'leader' && prompt?.removed === false
    });
  });
  return Object.assign({}, ...seen) as Record<ClusterId, ClusterView | null>;
}

/** Whether somebody of that audience sees a prompt's wall; one note in the light is none. */
export function seesWall(view: Audience['view'], prompt: Prompt): boolean {
  if (prompt.removed) return false;
  switch (view) {
    case 'leader':
      return true;
    case 'wall':
      return prompt.stage !== 'draft' && !isConcealed(prompt);
    case 'review':
      return prompt.stage === 'closed' || (prompt.stage === 'open' && !isConcealed(prompt));
    case 'participant':
      // Words of others would lead the pen while one writes.
      return prompt.stage === 'closed' && !isConcealed(prompt);
  }
}

function maySee(state: MeetingState, audience: Audience, note: Note, prompt: Prompt): boolean {
  switch (audience.view) {
    case 'leader':
      return true;
    case 'participant':
      return note.author === audience.id;
    case 'wall': {
      const lit = state.screen.view === 'note' && state.screen.note === note.id;
      return stands(note) && !prompt.removed && prompt.stage !== 'draft' && (lit || !isConcealed(prompt));
    }
    case 'review':
      return (
        stands(note) &&
        !prompt.removed &&
        prompt.stage !== 'draft' &&
        (prompt.stage === 'closed' || !isConcealed(prompt))
      );
  }
}

/**
 * A note says of its author at most what was pledged. Quotes say who spoke; all else stands without a name outside
 * of the console, as the join page tells everybody.
 */
function seeAuthor(audience: Audience, note: Note, prompt: Prompt, directory: Directory): By | undefined {
  if (audience.view === 'participant') return undefined;
  const kind = kindOf(prompt.kind);
  const pledge = pledgeOf(note, prompt);
  if (pledge === 'anonymous') return undefined;
  const { name, organisation } = directory(note.author) ?? {};
  if (audience.view === 'leader')
    return pledge === 'named' ? { id: note.author, name, organisation } : { organisation };
  if (kind?.speaks) {
    const speaker = kind.speaks(note.fields);
    if (speaker === 'author') return pledge === 'named' ? { name, organisation } : { organisation };
    return speaker === 'organisation' ? { organisation } : undefined;
  }
  return audience.view === 'review' ? { organisation } : undefined;
}

function seeAgenda(state: MeetingState, audience: Audience): readonly string[] {
  return state.agenda.filter((id) => {
    const prompt = state.prompts[id];
    return prompt && seePrompt(state, audience, prompt);
  });
}

function seeScreen(state: MeetingState, audience: Audience): Screen | null {
  return audience.view === 'participant' ? null : state.screen;
}

interface Touched {
  meeting?: boolean;
  agenda?: boolean;
  screen?: boolean;
  prompts?: readonly string[];
  notes?: readonly string[];
  /** Besides those in which the notes lie now. */
  clusters?: readonly (ClusterId | undefined)[];
  /** The prompts are touched in their counts alone, which phones do not get. */
  countsOnly?: boolean;
}

function touchedBy(state: MeetingState, audience: Audience, event: Recorded): Touched {
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
      const notes = walls && !leavesWalls(state, event) ? state.prompts[prompt]?.notes : undefined;
      return { agenda: true, prompts: [prompt], notes, clusters: themesEver(state, prompt) };
    }
    case 'ProjectorDarkened':
      return { screen: true };
    case 'WallSet':
      return { prompts: [event.data.prompt], countsOnly: true };
    case 'WallTidied':
      return {};
    case 'ProjectorTurned':
      return { screen: true, notes: audience.view === 'wall' ? inLight(event.data) : undefined };
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

/** Which notes a wall shows is not decided by a prompt's words, nor by its closing where nothing is hidden. */
function leavesWalls(state: MeetingState, event: Recorded): boolean {
  if (event.name === 'PromptEdited') return event.data.hidden === undefined;
  return event.name === 'PromptClosed' && state.prompts[event.data.prompt]?.hidden === false;
}

/** What lies where is nothing that a phone is told. */
function onDesks(
  audience: Audience,
  notes: readonly string[],
  clusters: readonly (ClusterId | undefined)[]
): Touched {
  return audience.view === 'participant' ? {} : { notes, clusters };
}

function touchedClusters(state: MeetingState, { notes = [], clusters = [] }: Touched): Set<ClusterId> {
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

function stands(note: Note): boolean {
  return !note.withdrawn && !note.hidden;
}
