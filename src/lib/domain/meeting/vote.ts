/** What is voted on, now and when the vote was opened, and what it came to. */
import { kindOf } from '../kinds/registry.ts';
import { foldKey } from '../text.ts';
import { ballotFault, ballotNow, SCALE } from '../voting/ballot.ts';
import type { Ballot, BallotFault } from '../voting/ballot.ts';
import { resultOf } from '../voting/result.ts';
import type { Option, Result } from '../voting/result.ts';
import { notesOf, rootOf } from './cluster.ts';
import { lyingIn } from './lying.ts';
import { labelOf } from './see-clusters.ts';
import { isConcealed, stands } from './state.ts';
import type { MeetingState, Note, Prompt } from './state.ts';
import { PLAIN_VOTE } from './step-settings.ts';
import type { VoteSettings } from './step-settings.ts';

/** More could neither be read nor ordered on a phone: the largest clusters, else those that came first. */
export const MOST_OPTIONS = 100;

export function isVote({ kind }: Pick<Prompt, 'kind'>): boolean {
  return kindOf(kind)?.takes === 'ballots';
}

export function voteOf({ vote }: Pick<Prompt, 'vote'>): VoteSettings {
  return vote ?? PLAIN_VOTE;
}

/** Are the answers that it is about kept from the room? Then nobody votes on them. */
export function isAboutConcealed(state: MeetingState, prompt: Prompt): boolean {
  const asked = state.prompts[voteOf(prompt).about?.prompt ?? ''];
  return asked !== undefined && isVote(prompt) && prompt.kind !== 'scale' && isConcealed(asked);
}

/** The ids of what would be voted on if the vote were opened now. */
export function drawOptions(state: MeetingState, prompt: Prompt): string[] {
  const { about, choices } = voteOf(prompt);
  if (prompt.kind === 'scale') return [SCALE];
  if (!about) return choices.map(({ id }) => id);
  const asked = state.prompts[about.prompt];
  if (!asked || asked.removed) return [];
  // `decide` asks, on a state that is still written: no look that is kept.
  const notes = notesOf(state, asked).filter((note) => stands(note) && mayBeQuoted(note, asked.kind));
  return about.of === 'notes' ? byWords(notes, asked.kind) : byCluster(state, notes).slice(0, MOST_OPTIONS);
}

/** What was drawn when it was opened; at home, where nobody opens it, the written alternatives. */
function drawnOf(prompt: Prompt): readonly string[] {
  if (prompt.stage !== 'draft' || !prompt.homework) return prompt.options;
  const { about, choices } = voteOf(prompt);
  if (prompt.kind === 'scale') return [SCALE];
  return about ? [] : choices.map(({ id }) => id);
}

/** Those that still stand, under the ids that they have now, each once. */
export function optionsOf(state: MeetingState, prompt: Prompt): Option[] {
  const options = new Map<string, string>();
  const now = optionsNow(state, prompt);
  for (const drawn of drawnOf(prompt)) {
    const id = now(drawn);
    const text = id === undefined ? undefined : textOf(state, prompt, id);
    if (id !== undefined && text) options.set(id, text);
  }
  return [...options].map(([id, text]) => ({ id, text }));
}

/** What has been laid together or has gone while a phone was away is no fault of its ballot: it is counted as what it is now. */
export function faultIn(state: MeetingState, prompt: Prompt, ballot: Ballot): BallotFault | undefined {
  const now = optionsNow(state, prompt);
  const options = new Set(drawnOf(prompt).flatMap((id) => [id, now(id) ?? id]));
  return ballotFault(ballot, { kind: prompt.kind, options, ...voteOf(prompt) });
}

export function countVotes(state: MeetingState, prompt: Prompt): Result {
  const options = optionsOf(state, prompt);
  const { kind, ballots } = prompt;
  const rules = { kind, stack: voteOf(prompt).stack };
  return resultOf(rules, options, Object.values(ballots), standingIn(state, prompt, options));
}

/** Somebody's own ballot as it counts now, empty where none was cast: it may be cast again as it is. */
export function ballotOf(
  state: MeetingState,
  prompt: Prompt,
  options: readonly Option[],
  person: string
): Ballot {
  const rules = { kind: prompt.kind, stack: voteOf(prompt).stack };
  return ballotNow(rules, prompt.ballots[person] ?? {}, standingIn(state, prompt, options));
}

function standingIn(state: MeetingState, prompt: Prompt, options: readonly Option[]) {
  const standing = new Set(options.map(({ id }) => id));
  const now = optionsNow(state, prompt);
  return (id: string) => {
    const option = now(id);
    return option !== undefined && standing.has(option) ? option : undefined;
  };
}

/** How many people have voted. */
export function votersIn({ ballots }: Pick<Prompt, 'ballots'>): number {
  return Object.values(ballots).filter((ballot) => Object.keys(ballot).length > 0).length;
}

/**
 * Which option each drawn id means now. A merged cluster is the one into which it was laid; a card is the first that stands with
 * its words, also when it has gone itself. Undefined: nothing of it stands.
 */
function optionsNow(state: MeetingState, prompt: Prompt): (id: string) => string | undefined {
  if (prompt.kind === 'scale') return () => undefined;
  const { about, choices } = voteOf(prompt);
  if (!about) return (id) => (choices.some((choice) => choice.id === id) ? id : undefined);
  const kind = state.prompts[about.prompt]?.kind ?? '';
  const first = new Map<string, string>();
  for (const id of prompt.options) {
    const note = state.notes[id];
    if (!note || !stands(note)) continue;
    const words = foldKey(mainOf(note, kind));
    if (!first.has(words)) first.set(words, id);
  }
  return (id) => {
    const note = state.notes[id];
    if (note) return first.get(foldKey(mainOf(note, kind)));
    return state.clusters[id] ? rootOf(state, id) : undefined;
  };
}

function textOf(state: MeetingState, prompt: Prompt, id: string): string {
  const { about, choices } = voteOf(prompt);
  if (!about) return choices.find((choice) => choice.id === id)?.text ?? '';
  const note = state.notes[id];
  if (note) {
    const kind = state.prompts[note.prompt]?.kind ?? '';
    return mayBeQuoted(note, kind) ? mainOf(note, kind) : '';
  }
  const cluster = state.clusters[id];
  const notes = (lyingIn(state, about.prompt).byCluster.get(id) ?? []).filter(stands);
  return cluster && notes.length > 0 ? labelOf(state, cluster, notes) : '';
}

/** What its author wants counted alone is no alternative to be read; a word of a wall is a count. */
function mayBeQuoted({ unquoted }: Note, kind: string): boolean {
  return !unquoted || kindOf(kind)?.outcome === 'wall';
}

function mainOf({ fields }: Note, kind: string): string {
  return fields[kindOf(kind)?.main ?? ''] ?? '';
}

/** All cards with the words of those that came first: what is written alike is one alternative. */
function byWords(notes: readonly Note[], kind: string): string[] {
  const shown = new Set<string>();
  const drawn: string[] = [];
  for (const note of notes) {
    const words = foldKey(mainOf(note, kind));
    if (shown.size < MOST_OPTIONS) shown.add(words);
    if (shown.has(words)) drawn.push(note.id);
  }
  return drawn;
}

/** The largest first; a note that lies nowhere stands for itself. */
function byCluster(state: MeetingState, notes: readonly Note[]): string[] {
  const sizes = new Map<string, number>();
  for (const { id, place } of notes) {
    const at = place ? rootOf(state, place.cluster) : id;
    sizes.set(at, (sizes.get(at) ?? 0) + 1);
  }
  return [...sizes].sort(([, a], [, b]) => b - a).map(([id]) => id);
}
