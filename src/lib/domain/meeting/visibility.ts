/**
 * The only place that says who may see what. `viewOf` is the whole meeting for one audience; `patchOf` the part
 * that an event touched. Whatever is not made here never leaves the server.
 */
import type { Recorded } from './events.ts';
import type { ClusterId, NoteId } from './ids.ts';
import type { Screen } from './screen.ts';
import { seeClusters } from './see-clusters.ts';
import { namesDeeds, seeDeeds } from './see-deeds.ts';
import { isNameless, seeNote } from './see-note.ts';
import { seePrompt } from './see-prompt.ts';
import { seeGroups, seeThoughts } from './see-room.ts';
import { maySee, seesClusters } from './sight.ts';
import type { Audience, Directory } from './sight.ts';
import type { MeetingState, Prompt } from './state.ts';
import { touchedBy, touchedClusters, votesOn } from './touched.ts';
import type { ClusterView, MeetingView, NoteView, Patch, PromptView } from './view.ts';

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
  for (const id of Object.values(state.prompts).flatMap((prompt) => inOrder(state, prompt))) {
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
    ...seeGroups(state, audience),
    thoughts: seeThoughts(state, audience),
    ...(audience.view === 'leader' ? seeDeeds(state, audience.id) : { undo: null, redo: null })
  };
}

/** Of arrival; but nameless ones by their ids: their order among the others would tell whose they are. */
function inOrder(state: MeetingState, prompt: Prompt): readonly NoteId[] {
  const isHere = (id: NoteId) => isNameless(state.notes[id]!, prompt);
  const nameless = prompt.notes.filter(isHere);
  if (nameless.length === 0) return prompt.notes;
  return [...nameless.sort(), ...prompt.notes.filter((id) => !isHere(id))];
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
  if (touched.room) {
    Object.assign(patch, seeGroups(state, audience));
    // All other phones get the same message: it says nothing of the group that each is in.
    if (touched.ofOthers) delete patch.group;
  }
  const isOn = audience.view === 'wall' && touched.screen;
  if ((touched.thoughts && audience.view !== 'participant') || isOn)
    patch.thoughts = seeThoughts(state, audience);
  for (const id of touched.prompts ?? []) {
    const prompt = state.prompts[id];
    (patch.prompts ??= {})[id] = prompt ? seePrompt(state, audience, prompt) : null;
  }
  for (const id of touched.notes ?? []) {
    const note = state.notes[id];
    // Nobody learns from a number of other people's notes on a phone: only the own ones are mentioned at all.
    if (audience.view === 'participant' && note?.author !== audience.id && note?.group === undefined)
      continue;
    (patch.notes ??= {})[id] = note ? seeNote(state, audience, note, directory) : null;
  }
  if (audience.view === 'participant') {
    if (touched.countsOnly) delete patch.prompts;
    return withVotes(state, audience, event, patch);
  }
  const clusters = touchedClusters(state, touched);
  if (clusters.size > 0) patch.clusters = seeThese(state, audience, clusters);
  return withVotes(state, audience, event, patch);
}

function withVotes(state: MeetingState, audience: Audience, event: Recorded, patch: Patch): Patch {
  for (const id of votesOn(state, event)) {
    (patch.prompts ??= {})[id] = seePrompt(state, audience, state.prompts[id]!);
  }
  return patch;
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

function seeAgenda(state: MeetingState, audience: Audience): readonly string[] {
  return state.agenda.filter((id) => {
    const prompt = state.prompts[id];
    return prompt && seePrompt(state, audience, prompt);
  });
}

function seeScreen(state: MeetingState, audience: Audience): Screen | null {
  return audience.view === 'participant' ? null : state.screen;
}
