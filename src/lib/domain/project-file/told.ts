/** What the answers to a step come to in the end, as events that say just that. */
import { kindOf } from '../kinds/registry.ts';
import type { Imported, MeetingEvent, Placing } from '../meeting/events.ts';
import { isNameless } from '../meeting/see-note.ts';
import { MACHINE } from '../meeting/ids.ts';
import type { Actor, ClusterId, NoteId } from '../meeting/ids.ts';
import type { MeetingState, Prompt } from '../meeting/state.ts';
import type { ClusterView, NoteView } from '../meeting/view.ts';
import { ballotOf, isVote, optionsOf } from '../meeting/vote.ts';
import type { Ended, Surroundings } from './redact.ts';

export interface Told {
  at: number;
  by: Actor;
  fact: MeetingEvent;
}

/** The notes as reviewers read them, and what lies together. */
export function toldAnswers(meeting: Ended, prompt: Prompt, around: Surroundings): Told[] {
  const { view, state } = meeting;
  const seen = Object.values(view.notes).filter((note) => note.prompt === prompt.id);
  const at = timeOf(prompt);
  const byMachine = (fact: MeetingEvent): Told => ({ at, by: MACHINE, fact });
  return [
    ...toldNotes(meeting, prompt, seen, around),
    ...toldClusters(meeting, prompt, seen).map(byMachine),
    ...seen.flatMap(({ id, mark }) =>
      mark ? [byMachine({ name: 'NoteMarked', data: { note: id, mark } })] : []
    ),
    ...seen.flatMap(({ id }) =>
      state.notes[id]?.revealed ? [byMachine({ name: 'NoteRevealed', data: { note: id } })] : []
    )
  ];
}

/** When whatever has no time of its own happened: with the question. */
function timeOf({ homework, openedAt }: Prompt): number {
  return homework?.from ?? openedAt ?? 0;
}

function toldNotes(meeting: Ended, prompt: Prompt, seen: readonly NoteView[], around: Surroundings): Told[] {
  const { state } = meeting;
  const authors = authorsOf(meeting, prompt, seen, around);
  const told: Told[] = [];
  const broughtIn = new Map<number, Imported[]>();
  for (const { id, fields, by: seenBy, at = 0 } of seen) {
    const note = state.notes[id]!;
    if (!note.imported) {
      const { pledge, group, unquoted } = note;
      const author = authors.get(id)!;
      const written = { note: id, prompt: prompt.id, author, fields, pledge };
      const more = { ...(group === undefined ? {} : { group }), ...(unquoted ? { unquoted } : {}) };
      const by: Actor = { role: 'participant', id: author };
      told.push({ at, by, fact: { name: 'NoteSubmitted', data: { ...written, ...more } } });
      continue;
    }
    const number = meeting.broughtIn.get(id)!;
    const known = broughtIn.get(number);
    const organisation = around.organisation(seenBy?.organisation);
    const one: Imported = { note: id, fields, ...(organisation === null ? {} : { organisation }) };
    if (known) {
      known.push(one);
      continue;
    }
    const notes = [one];
    broughtIn.set(number, notes);
    const by = around.cast.leader(note.author);
    told.push({ at, by, fact: { name: 'NotesImported', data: { prompt: prompt.id, author: by.id, notes } } });
  }
  return told;
}

/**
 * Whose each note is in the file. Where a name stands under it, that person's; else a place of its organisation. Where it may be
 * known how many wrote, there are as many places, and the notes go round among them by their ids: the number is right, and no two
 * notes of one place are known to be of one person.
 */
function authorsOf(
  { state, view }: Ended,
  { id }: Prompt,
  seen: readonly NoteView[],
  { cast, organisation }: Surroundings
): Map<NoteId, string> {
  const authors = new Map<NoteId, string>();
  const unnamed = new Map<string | null, NoteId[]>();
  const isNamed = new Set<string>();
  for (const { id: note, by, imported } of seen) {
    if (imported) continue;
    const { author } = state.notes[note]!;
    const of = organisation(by?.organisation);
    if (by?.name) {
      authors.set(note, cast.named(author, by.name, of));
      isNamed.add(author);
    } else unnamed.set(of, [...(unnamed.get(of) ?? []), note]);
  }
  const isCounted = view.prompts[id]?.people !== undefined;
  for (const [of, notes] of unnamed) {
    const people = new Set(notes.map((note) => state.notes[note]!.author).filter((one) => !isNamed.has(one)));
    const places = isCounted ? Math.max(1, people.size) : 1;
    [...notes].sort().forEach((note, at) => authors.set(note, cast.place(of, (at % places) + 1)));
  }
  return authors;
}

/** What lies together, by the names that it has now. */
function toldClusters(meeting: Ended, prompt: Prompt, seen: readonly NoteView[]): MeetingEvent[] {
  const { view, state } = meeting;
  const lying = new Map<ClusterId, NoteId[]>();
  for (const { id, cluster } of seen) {
    if (cluster === undefined || !view.clusters[cluster]) continue;
    const known = lying.get(cluster);
    if (known) known.push(id);
    else lying.set(cluster, [id]);
  }
  const found = [...lying].map(([id, notes]) => ({ ...view.clusters[id]!, notes }));
  const themes = found.filter(({ theme }) => theme);
  const named = found.filter(({ theme, named }) => named && !theme);
  const others = found.filter(({ theme, named }) => !named && !theme);
  const data = { prompt: prompt.id };
  const events: MeetingEvent[] = [
    ...themes.map(({ id, label }): MeetingEvent => ({
      name: 'ClusterAdded',
      data: { ...data, cluster: id, name: label }
    })),
    ...named.map(({ id, label, notes }): MeetingEvent => ({
      name: 'NotesMoved',
      data: { ...data, notes, cluster: id, name: label, by: 'leader', left: [] }
    }))
  ];
  if (themes.length > 0) {
    const placements = themes.flatMap(({ id, notes }) => notes.map((note) => ({ note, cluster: id })));
    events.push({ name: 'NotesSorted', data: { ...data, placements, left: [] } });
  }
  if (others.length > 0) {
    const placements = others.flatMap(({ id, notes }) =>
      notes.map((note): Placing => ({ note, cluster: id, why: whyOf(meeting, prompt, note) }))
    );
    const labels = others.flatMap(({ id, label }) => labelOf(state, view.notes, { id, label }));
    events.push({ name: 'NotesPlaced', data: { ...data, placements, labels } });
  }
  return events;
}

/** A word of the machine's stands on a note: only where that note is read, and says so. */
function labelOf(
  { clusters, prompts }: MeetingState,
  notes: Readonly<Record<NoteId, NoteView>>,
  { id, label }: Pick<ClusterView, 'id' | 'label'>
): { cluster: ClusterId; text: string; from: NoteId }[] {
  const { label: word, prompt = '' } = clusters[id] ?? {};
  const main = kindOf(prompts[prompt]?.kind ?? '')?.main ?? '';
  if (!word || word.text !== label || !notes[word.from]?.fields[main]) return [];
  return [{ cluster: id, text: word.text, from: word.from }];
}

/**
 * A reason holds words of two cards, and says which came first: it stays where both are read as they were written, and neither is
 * nameless.
 */
function whyOf({ state, view }: Ended, prompt: Prompt, id: NoteId): Placing['why'] {
  const why = state.notes[id]?.place?.why;
  if (!why || why.kind === 'leader' || why.kind === 'author' || why.kind === 'room') return { kind: 'alone' };
  if (!('other' in why)) return why;
  const isAsItWas = [id, why.other].every((one) => {
    const note = state.notes[one];
    return note && view.notes[one] && note.changedAt === undefined && !isNameless(note, prompt);
  });
  return isAsItWas ? why : { kind: 'alone' };
}

/** Where the result may be read: what was cast, by nobody in particular, in no order of time. */
export function toldBallots({ state, view }: Ended, prompt: Prompt): Told[] {
  if (!isVote(prompt) || !view.prompts[prompt.id]?.vote?.result) return [];
  const options = optionsOf(state, prompt);
  const cast = Object.entries(prompt.ballots).flatMap(([person, raw]) => {
    if (Object.keys(raw).length === 0) return [];
    const now = ballotOf(state, prompt, options, person);
    const ballot = Object.entries(Object.keys(now).length > 0 ? now : raw).sort(([a], [b]) =>
      a < b ? -1 : 1
    );
    return [JSON.stringify(ballot)];
  });
  return cast.sort().map((ballot, at) => {
    const by = `voter-${at + 1}`;
    const entries = JSON.parse(ballot) as [string, number][];
    const data = { prompt: prompt.id, by, ballot: Object.fromEntries(entries) };
    return {
      at: prompt.closedAt ?? timeOf(prompt),
      by: { role: 'participant', id: by },
      fact: { name: 'BallotCast', data }
    };
  });
}

/**
 * What the room said while it found together: as many voices as there were people, going round. That one of them had written a card
 * is left out: it would tell which cards are of one hand.
 */
export function toldVoices(_meeting: Ended, prompt: Prompt): Told[] {
  const voices = new Set(prompt.answers.map(({ by }) => by)).size;
  const said = prompt.answers.map(({ cluster, other, says }) => {
    const [first, second] = other !== undefined && other < cluster ? [other, cluster] : [cluster, other];
    return JSON.stringify([first, second ?? '', says]);
  });
  return said.sort().map((one, at) => {
    const [cluster, other, says] = JSON.parse(one) as [string, string, 'same' | 'apart' | 'own' | 'unsure'];
    const by = `voice-${(at % voices) + 1}`;
    const data = { prompt: prompt.id, by, cluster, ...(other ? { other } : {}), says, author: false };
    return {
      at: timeOf(prompt),
      by: { role: 'participant', id: by },
      fact: { name: 'AnswerGiven', data }
    };
  });
}
