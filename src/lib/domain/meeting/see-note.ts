/** A note as an audience may see it. */
import type { Fields } from '../kinds/kind.ts';
import { countedFields } from '../kinds/fields.ts';
import { kindOf } from '../kinds/registry.ts';
import type { Place } from './cluster.ts';
import { isOwn } from './groups.ts';
import { stricter } from './pledge.ts';
import type { Pledge } from './pledge.ts';
import type { NoteId, PersonId } from './ids.ts';
import { maySee, organisationAt, seesClusters } from './sight.ts';
import type { Audience, Directory, Person } from './sight.ts';
import type { MeetingState, Note, Prompt } from './state.ts';
import type { By, NoteView } from './view.ts';

export function seeNote(
  state: MeetingState,
  audience: Audience,
  note: Note,
  directory: Directory
): NoteView | null {
  const prompt = state.prompts[note.prompt];
  // Whose it was is told that it is gone.
  if (note.erased && audience.view === 'participant' && prompt && isOwn(state, note, audience.id))
    return { id: note.id, prompt: prompt.id, fields: {}, at: note.at, erased: true };
  if (!prompt || note.withdrawn || !maySee(state, audience, note, prompt)) return null;
  const { id } = note;
  // Written one by one: of 5,000 notes, spreading what is there or not takes most of the time.
  const seen: NoteView = { id, prompt: prompt.id, fields: seeFields(audience, note, prompt) };
  if (audience.view !== 'wall') seen.at = seeTime(audience, note, prompt);
  if (note.changedAt !== undefined) seen.changed = true;
  if (note.hidden) seen.hidden = true;
  if (note.rewritten && audience.view === 'leader') seen.rewritten = true;
  if (note.held) seen.held = true;
  if (note.imported) seen.imported = true;
  if (note.unquoted) seen.unquoted = true;
  if (note.mark) seen.mark = note.mark;
  if (note.group !== undefined) seen.group = note.group;
  if (note.revealed && audience.view === 'leader') seen.revealed = true;
  const by = seeAuthor(audience, note, prompt, directory);
  if (by) seen.by = by;
  if (note.place && seesClusters(audience, prompt)) {
    seen.cluster = note.place.cluster;
    if (audience.view === 'leader') seen.placed = seePlacing(state, note.place);
  }
  return seen;
}

/** Does anything that would tell who wrote it stay behind, its time and its place among the others too? */
export function isNameless(note: Note, prompt: Prompt): boolean {
  return !note.imported && pledgeOf(note, prompt) === 'anonymous';
}

/** What may be printed goes to print alone; the room has heard who said it. */
function seeFields(audience: Audience, { fields, unquoted }: Note, prompt: Prompt): Fields {
  const kind = kindOf(prompt.kind);
  const isOutside = audience.view === 'wall' || audience.view === 'review';
  if (unquoted && isOutside && kind && kind.outcome !== 'wall') return countedFields(kind, fields);
  return audience.view === 'review' ? (kind?.print?.(fields).fields ?? fields) : fields;
}

/** When a nameless note came would tell whose it is to whoever saw the pens move: it came with the question. */
function seeTime(audience: Audience, note: Note, prompt: Prompt): number {
  const isOwn = audience.view === 'participant';
  if (isOwn || !isNameless(note, prompt)) return note.at;
  return prompt.homework?.from ?? prompt.openedAt ?? note.at;
}

/** A reason speaks of another note: gone is gone, also there. */
function seePlacing(state: MeetingState, { by, why, unsure, from }: Place): NoteView['placed'] {
  const gone = 'other' in why && state.notes[why.other]?.withdrawn;
  return { by, ...(gone ? {} : { why }), ...(unsure ? { unsure } : {}), ...(from ? { from } : {}) };
}

/**
 * A note says of its author at most what was pledged. Quotes say who spoke; all else stands without a name outside
 * of the console, as the join page tells everybody. Of a group's note the group is all that is told.
 */
function seeAuthor(audience: Audience, note: Note, prompt: Prompt, directory: Directory): By | undefined {
  if (audience.view === 'participant' || note.group !== undefined) return undefined;
  const kind = kindOf(prompt.kind);
  const printed = audience.view === 'review' ? kind?.print?.(note.fields).pledge : undefined;
  const pledge = stricter(pledgeOf(note, prompt), printed ?? 'named');
  const person = note.imported ? broughtFrom(note, directory) : directory(note.author);
  if (note.imported && !person) return undefined;
  const outside = audience.view === 'leader' && person?.outsider ? { outside: true as const } : undefined;
  if (pledge === 'anonymous') return outside;
  const { name, organisation } = person ?? {};
  // Would it follow its author to another organisation, it would tell by the change whose it is.
  const nameless = { organisation: person && organisationAt(person, note.at) };
  if (outside) return { ...nameless, ...outside };
  if (audience.view === 'leader')
    return pledge === 'named' ? { id: note.author, name, organisation } : nameless;
  if (kind?.speaks) {
    const speaker = kind.speaks(note.fields);
    if (speaker === 'author') return pledge === 'named' ? { name, organisation } : nameless;
    return speaker === 'organisation' ? nameless : undefined;
  }
  return audience.view === 'review' ? nameless : undefined;
}

/** Somebody of the organisation that it came from: whoever brought it in did not write it. */
function broughtFrom(
  { organisation: id }: Note,
  directory: Directory
): (Partial<Person> & Pick<Person, 'organisation'>) | undefined {
  const organisation = id === undefined ? undefined : directory.organisation?.(id);
  return organisation === undefined ? undefined : { organisation };
}

/**
 * Who wrote the notes of those people, of each note under which this audience reads a name. Nothing of all others: that they
 * are mentioned would tell whose they are.
 */
export function seeNames(
  state: MeetingState,
  audience: Audience,
  directory: Directory,
  isOne: (author: PersonId) => boolean
): Record<NoteId, By> {
  const names: Record<NoteId, By> = {};
  for (const note of Object.values(state.notes)) {
    const by = isOne(note.author) ? seeNote(state, audience, note, directory)?.by : undefined;
    if (by?.name !== undefined) names[note.id] = by;
  }
  return names;
}

/**
 * The stricter of what the prompt promised and what the author chose. Of what was brought in nobody was promised anything when it was
 * written: it stands under what its prompt promises now, as if it were brought in today.
 */
export function pledgeOf(note: Note, prompt: Prompt): Pledge {
  const fixed = note.imported ? stricter(note.pledge, prompt.pledge) : note.pledge;
  return stricter(fixed, kindOf(prompt.kind)?.pledge?.(note.fields) ?? 'named');
}
