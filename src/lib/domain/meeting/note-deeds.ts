/** Decides about notes: what participants write, and what leaders do with it. */
import { checkFields } from '../kinds/fields.ts';
import type { Fields } from '../kinds/kind.ts';
import { kindOf } from '../kinds/registry.ts';
import { isPinned } from './cluster.ts';
import type { CommandData } from './commands.ts';
import { happen, nothing, refuse, withPrompt } from './decision.ts';
import type { Decision } from './decision.ts';
import type { Imported } from './events.ts';
import { atHome, isAnnounced, WHY_NOT_AT_HOME } from './homework.ts';
import { groupOf, isGroups, isOwn, penOf } from './groups.ts';
import { stricter } from './pledge.ts';
import type { Pledge } from './pledge.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import { offScreen } from './screen.ts';
import { isConcealed } from './state.ts';
import type { MeetingState, Note, Prompt } from './state.ts';

/** Who writes, and when by the server's clock. */
export interface Writing {
  author: string;
  at: number;
}

export function submitNote(
  state: MeetingState,
  data: CommandData<'SubmitNote'>,
  { author, at }: Writing
): Decision {
  const known = state.notes[data.note];
  if (known) return known.author === author && known.prompt === data.prompt ? nothing : refuse('id-taken');
  const prompt = state.prompts[data.prompt];
  if (!prompt || prompt.removed || !isAnnounced(prompt)) return refuse('prompt-unknown');
  const closed = whyClosed(state, prompt, at);
  if (closed) return refuse(closed);
  const group = prompt.perGroup && !atHome(prompt, at) ? groupOf(state, author)?.id : undefined;
  const barred = atHome(prompt, at) ? undefined : whyNotWrite(state, prompt, group, author);
  if (barred) return refuse(barred);
  const checked = checkNote(prompt, data.fields);
  if (!checked.ok) return checked;
  if (prompt.perPerson > 0 && standingOf(state, prompt, author, group) >= prompt.perPerson) {
    return refuse('too-many-notes', { limit: prompt.perPerson });
  }
  return happen({
    name: 'NoteSubmitted',
    data: {
      note: data.note,
      prompt: prompt.id,
      author,
      fields: checked.fields,
      pledge: promised(prompt, data.pledge),
      ...(prompt.moderation === 'before' ? { held: true } : {}),
      ...(group === undefined ? {} : { group }),
      ...(data.unquoted ? { unquoted: true } : {})
    }
  });
}

export function changeNote(
  state: MeetingState,
  data: CommandData<'ChangeNote'>,
  { author, at }: Writing
): Decision {
  return withOwnNote(state, data.note, author, (note, prompt) => {
    const closed = whyClosed(state, prompt, at);
    if (closed) return refuse(closed);
    const checked = checkNote(prompt, data.fields);
    if (!checked.ok) return checked;
    const { fields } = checked;
    // A pledge only ever gets stricter: what was written under it stays under it.
    const pledge = stricter(note.pledge, promised(prompt, data.pledge));
    if (pledge === note.pledge && sameFields(fields, note.fields)) return nothing;
    const left = movesOn(prompt, note, fields) ? { left: note.place!.cluster } : {};
    const waits = prompt.moderation === 'before';
    return happen(...(waits ? offScreen(state, note) : []), {
      name: 'NoteChanged',
      data: { note: note.id, fields, pledge, ...left, ...(waits ? { held: true } : {}) }
    });
  });
}

export function withdrawNote(state: MeetingState, id: string, { author, at }: Writing): Decision {
  const note = state.notes[id];
  if (note?.withdrawn && !note.erased && (note.author === author || isOwn(state, note, author)))
    return nothing;
  return withOwnNote(state, id, author, (own, prompt) => {
    if (state.phase === 'finished' && atHome(prompt, at) !== 'open') return refuse('meeting-finished');
    return happen(...offScreen(state, own), { name: 'NoteWithdrawn', data: { note: own.id } });
  });
}

/** What has become of a commitment is told at any time: when the meeting is over it begins. `author`: whose it must be. */
export function markNote(
  state: MeetingState,
  { note: id, mark }: CommandData<'MarkNote'>,
  author?: string
): Decision {
  return withNote(state, id, (note) => {
    if (author !== undefined && !isOwn(state, note, author)) return refuse('note-not-yours');
    if (!kindOf(state.prompts[note.prompt]?.kind ?? '')?.marks) return refuse('takes-no-marks');
    if ((note.mark ?? null) === mark) return nothing;
    return happen({ name: 'NoteMarked', data: { note: id, mark } });
  });
}

export function hideNote(state: MeetingState, id: string): Decision {
  return withNote(state, id, (note) => {
    if (note.hidden) return nothing;
    if (state.prompts[note.prompt]?.moderation === 'off') return refuse('moderation-off');
    return happen(...offScreen(state, note), { name: 'NoteHidden', data: { note: id } });
  });
}

export function restoreNote(state: MeetingState, id: string): Decision {
  return withNote(state, id, (note) =>
    note.hidden ? happen({ name: 'NoteRestored', data: { note: id } }) : nothing
  );
}

/** One that was taken back too: what it said lies in the log. */
export function eraseNote(state: MeetingState, id: string): Decision {
  const note = state.notes[id];
  if (!note) return refuse('note-unknown');
  if (note.erased) return nothing;
  return happen(...offScreen(state, note), { name: 'NoteErased', data: { note: id } });
}

/** Those of them that wait. */
export function approveNotes(state: MeetingState, data: CommandData<'ApproveNotes'>): Decision {
  return withPrompt(state, data.prompt, (prompt) => {
    const waiting = [...new Set(data.notes)].filter((id) => {
      const note = state.notes[id];
      return note?.prompt === prompt.id && note.held && !note.withdrawn;
    });
    if (waiting.length === 0) return nothing;
    return happen({ name: 'NotesApproved', data: { prompt: prompt.id, notes: waiting } });
  });
}

export function revealNote(state: MeetingState, id: string): Decision {
  return withNote(state, id, (note) => {
    const prompt = state.prompts[note.prompt];
    if (note.hidden || note.held) return refuse('note-not-shown');
    if (!prompt || !isConcealed(prompt) || note.revealed) return nothing;
    return happen({ name: 'NoteRevealed', data: { note: id } });
  });
}

export function concealNote(state: MeetingState, id: string): Decision {
  return withNote(state, id, (note) =>
    note.revealed ? happen({ name: 'NoteConcealed', data: { note: id } }) : nothing
  );
}

/** A leader lays in what was written elsewhere: at any time, since paper is typed in afterwards too. All of it or nothing. */
export function importNotes(state: MeetingState, data: CommandData<'ImportNotes'>, author: string): Decision {
  return withPrompt(state, data.prompt, (prompt) => {
    const notes: Imported[] = [];
    const ids = new Set<string>();
    for (const { note, fields, organisation } of data.notes) {
      if (state.notes[note] || ids.has(note)) return refuse('id-taken');
      ids.add(note);
      const checked = checkNote(prompt, fields);
      if (!checked.ok) return checked;
      // What nobody may ever be told is not kept either.
      const isTold = organisation !== undefined && mayName(prompt, checked.fields);
      notes.push({ note, fields: checked.fields, ...(isTold ? { organisation } : {}) });
    }
    return happen({ name: 'NotesImported', data: { prompt: prompt.id, author, notes } });
  });
}

/** Does what is promised there leave an organisation to be told? */
function mayName(prompt: Prompt, fields: Fields): boolean {
  const said = kindOf(prompt.kind)?.pledge?.(fields) ?? 'named';
  return stricter(prompt.pledge, said) !== 'anonymous';
}

/** How many of a person's, or a group's, notes have not been withdrawn. */
function standingOf(state: MeetingState, prompt: Prompt, author: string, group?: string): number {
  return prompt.notes.filter((id) => {
    const note = state.notes[id];
    if (!note || note.withdrawn || note.imported) return false;
    return group === undefined ? note.author === author : note.group === group;
  }).length;
}

function whyNotWrite(
  state: MeetingState,
  prompt: Prompt,
  group: string | undefined,
  author: string
): RefusalCode | undefined {
  if (!prompt.perGroup) return undefined;
  if (group === undefined) return 'no-group';
  const pen = penOf(state, prompt, group);
  return pen === undefined || pen === author ? undefined : 'pen-elsewhere';
}

/** What stood on the phone as it was written counts too: the prompt may have been changed on the way. */
function promised(prompt: Prompt, shown: Pledge = prompt.pledge): Pledge {
  return stricter(shown, prompt.pledge);
}

/** What says something else now lies nowhere until the machine has read it; what a person laid stays. */
function movesOn(prompt: Prompt, note: Note, fields: Fields): boolean {
  const main = kindOf(prompt.kind)?.main ?? '';
  return note.place !== undefined && !isPinned(note.place) && fields[main] !== note.fields[main];
}

function sameFields(a: Fields, b: Fields): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** What was half-written when it was closed may come for a while yet. */
function whyClosed(state: MeetingState, prompt: Prompt, at: number): RefusalCode | undefined {
  const home = atHome(prompt, at);
  if (home) return WHY_NOT_AT_HOME[home];
  if (state.phase === 'planned') return 'meeting-not-open';
  const { stage, closedAt, grace } = prompt;
  const isLate = stage === 'closed' && closedAt !== undefined && at <= closedAt + grace * 1_000;
  if (isLate && grace > 0) return undefined;
  if (state.phase === 'finished') return 'meeting-finished';
  return stage === 'open' ? undefined : 'prompt-closed';
}

function checkNote(
  prompt: Prompt,
  written: Readonly<Record<string, string>>
): { ok: true; fields: Fields } | { ok: false; refusal: Refusal } {
  const kind = kindOf(prompt.kind);
  if (!kind) return { ok: false, refusal: { code: 'kind-unknown' } };
  if (kind.takes !== 'notes') return { ok: false, refusal: { code: 'takes-no-notes' } };
  const checked = checkFields(kind, written);
  return checked.ok ? checked : { ok: false, refusal: checked.fault };
}

export function withNote(state: MeetingState, id: string, then: (note: Note) => Decision): Decision {
  const note = state.notes[id];
  if (note?.erased) return refuse('note-erased');
  return note && !note.withdrawn ? then(note) : refuse('note-unknown');
}

/** One's own, or one of one's group while one has the pen. */
function withOwnNote(
  state: MeetingState,
  id: string,
  author: string,
  then: (note: Note, prompt: Prompt) => Decision
): Decision {
  return withNote(state, id, (note) =>
    withPrompt(state, note.prompt, (prompt) => {
      if (!isOwn(state, note, author)) return refuse('note-not-yours');
      const pen = isGroups(state, note) ? penOf(state, prompt, note.group!) : undefined;
      if (pen !== undefined && pen !== author) return refuse('pen-elsewhere');
      return then(note, prompt);
    })
  );
}
