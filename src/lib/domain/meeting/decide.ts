/**
 * Decides what a command makes happen: events, or a refusal. Pure; the rules are numbered in docs/meeting-rules.md.
 * A command whose wish is already fulfilled succeeds with no events.
 */
import { checkFields } from '../kinds/fields.ts';
import type { Fields } from '../kinds/kind.ts';
import { kindOf } from '../kinds/registry.ts';
import { cleanLine, cleanLines, lengthOf } from '../text.ts';
import { isPinned } from './cluster.ts';
import { decideClusters } from './cluster-deeds.ts';
import { PROMPT_LIMITS, roleFor } from './commands.ts';
import type { Command, CommandData } from './commands.ts';
import { closing, endingFinding, happen, nothing, refuse, withPrompt } from './decision.ts';
import type { Decision } from './decision.ts';
import type { PromptText } from './events.ts';
import { decideFinding } from './finding.ts';
import { placeNotes } from './place-notes.ts';
import { stricter } from './pledge.ts';
import type { Pledge } from './pledge.ts';
import type { Refusal, RefusalCode } from './refusal.ts';
import { concealing, offScreen, promptOn, turning } from './screen.ts';
import type { MeetingState, Note, Prompt } from './state.ts';
import { redo, undo } from './undo.ts';
import { darkenProjector, setWall, tidyWall, turnProjector } from './wall-deeds.ts';

export function decide(state: MeetingState, command: Command): Decision {
  if (roleFor(command.name) !== command.by.role) return refuse('not-allowed');
  switch (command.name) {
    case 'OpenMeeting':
      return state.phase === 'open' ? nothing : happen({ name: 'MeetingOpened', data: {} });
    case 'FinishMeeting':
      return finishMeeting(state);
    case 'AddPrompt':
      return addPrompt(state, command.data);
    case 'EditPrompt':
      return editPrompt(state, command.data);
    case 'MovePrompt':
      return movePrompt(state, command.data);
    case 'RemovePrompt':
      return removePrompt(state, command.data.prompt);
    case 'OpenPrompt':
      return openPrompt(state, command.data.prompt);
    case 'ClosePrompt':
      return withPrompt(state, command.data.prompt, (prompt) =>
        prompt.stage === 'open' ? happen({ name: 'PromptClosed', data: { prompt: prompt.id } }) : nothing
      );
    case 'RevealNotes':
      return withPrompt(state, command.data.prompt, (prompt) =>
        prompt.revealed ? nothing : happen({ name: 'NotesRevealed', data: { prompt: prompt.id } })
      );
    case 'ConcealNotes':
      return withPrompt(state, command.data.prompt, (prompt) =>
        prompt.revealed
          ? happen(...(prompt.hidden ? concealing(state, prompt.id) : []), {
              name: 'NotesConcealed',
              data: { prompt: prompt.id }
            })
          : nothing
      );
    case 'TurnProjector':
      return turnProjector(state, command.data);
    case 'DarkenProjector':
      return darkenProjector(state, command.data);
    case 'SetWall':
      return setWall(state, command.data);
    case 'TidyWall':
      return tidyWall(state, command.data);
    case 'HideNote':
      return withNote(state, command.data.note, (note) =>
        note.hidden
          ? nothing
          : happen(...offScreen(state, note), { name: 'NoteHidden', data: { note: note.id } })
      );
    case 'RestoreNote':
      return withNote(state, command.data.note, (note) =>
        note.hidden ? happen({ name: 'NoteRestored', data: { note: note.id } }) : nothing
      );
    case 'Undo':
      return undo(state, command.by.id);
    case 'Redo':
      return redo(state, command.by.id);
    case 'SubmitNote':
      return submitNote(state, command.data, command.by.id);
    case 'ChangeNote':
      return changeNote(state, command.data, command.by.id);
    case 'WithdrawNote':
      return withdrawNote(state, command.data.note, command.by.id);
    case 'MoveNotes':
    case 'MergeClusters':
    case 'NameCluster':
    case 'AddCluster':
    case 'RemoveCluster':
    case 'KeepApart':
    case 'KeepWhole':
    case 'SortNotes':
      return decideClusters(state, command);
    case 'StartFinding':
    case 'EndFinding':
    case 'GiveAnswer':
    case 'PlaceOwnNote':
    case 'PassOwnNote':
      return decideFinding(state, command);
    case 'PlaceNotes':
      return placeNotes(state, command.data);
    default:
      return unreachable(command);
  }
}

function finishMeeting(state: MeetingState): Decision {
  if (state.phase === 'finished') return nothing;
  return happen(...closing(state), ...endingFinding(state), ...turning(state, { view: 'lobby' }), {
    name: 'MeetingFinished',
    data: {}
  });
}

function addPrompt(state: MeetingState, data: CommandData<'AddPrompt'>): Decision {
  if (state.prompts[data.prompt]) return refuse('id-taken');
  if (!kindOf(data.kind)) return refuse('kind-unknown');
  const text = cleanPrompt(data);
  const fault = promptFault(text);
  if (fault) return fault;
  const index = Math.min(data.index ?? state.agenda.length, state.agenda.length);
  return happen({
    name: 'PromptAdded',
    data: {
      instruction: '',
      minutes: 0,
      hidden: false,
      pledge: 'named',
      perPerson: 0,
      title: '',
      ...text,
      prompt: data.prompt,
      kind: data.kind,
      index
    }
  });
}

function editPrompt(state: MeetingState, data: CommandData<'EditPrompt'>): Decision {
  return withPrompt(state, data.prompt, (prompt) => {
    const text = cleanPrompt(data);
    const fault = promptFault({ ...prompt, ...text });
    if (fault) return fault;
    const changed = Object.entries(text).filter(([key, value]) => prompt[key as keyof PromptText] !== value);
    if (changed.length === 0) return nothing;
    return happen(...(text.hidden && !prompt.revealed ? concealing(state, prompt.id) : []), {
      name: 'PromptEdited',
      data: { prompt: prompt.id, ...Object.fromEntries(changed) }
    });
  });
}

function movePrompt(state: MeetingState, data: CommandData<'MovePrompt'>): Decision {
  return withPrompt(state, data.prompt, (prompt) => {
    const index = Math.min(data.index, state.agenda.length - 1);
    if (state.agenda.indexOf(prompt.id) === index) return nothing;
    return happen({ name: 'PromptMoved', data: { prompt: prompt.id, index } });
  });
}

function removePrompt(state: MeetingState, id: string): Decision {
  if (state.prompts[id]?.removed) return nothing;
  return withPrompt(state, id, (prompt) => {
    if (prompt.notes.some((note) => !state.notes[note]?.withdrawn)) return refuse('prompt-has-notes');
    const shown = promptOn(state.screen, state.notes) === id;
    return happen(
      ...(prompt.stage === 'open' ? closing(state) : []),
      ...(prompt.finding === 'on' ? endingFinding(state) : []),
      ...(shown ? turning(state, { view: 'lobby' }) : []),
      { name: 'PromptRemoved', data: { prompt: id } }
    );
  });
}

function openPrompt(state: MeetingState, id: string): Decision {
  return withPrompt(state, id, (prompt) => {
    if (state.phase === 'finished') return refuse('meeting-finished');
    return happen(
      ...(state.phase === 'planned' ? [{ name: 'MeetingOpened', data: {} } as const] : []),
      ...closing(state, id),
      ...endingFinding(state),
      ...(prompt.stage === 'open' ? [] : [{ name: 'PromptOpened', data: { prompt: id } } as const]),
      ...turning(state, { view: 'prompt', prompt: id })
    );
  });
}

function submitNote(state: MeetingState, data: CommandData<'SubmitNote'>, author: string): Decision {
  const known = state.notes[data.note];
  if (known) return known.author === author && known.prompt === data.prompt ? nothing : refuse('id-taken');
  const prompt = state.prompts[data.prompt];
  if (!prompt || prompt.removed || prompt.stage === 'draft') return refuse('prompt-unknown');
  const closed = whyClosed(state, prompt);
  if (closed) return refuse(closed);
  const checked = checkNote(prompt, data.fields);
  if (!checked.ok) return checked;
  if (prompt.perPerson > 0 && standingOf(state, prompt, author) >= prompt.perPerson) {
    return refuse('too-many-notes', { limit: prompt.perPerson });
  }
  const { fields } = checked;
  const { id } = prompt;
  const pledge = promised(prompt, data.pledge);
  return happen({ name: 'NoteSubmitted', data: { note: data.note, prompt: id, author, fields, pledge } });
}

/** How many of a person's notes have not been withdrawn. */
function standingOf(state: MeetingState, prompt: Prompt, author: string): number {
  return prompt.notes.filter((id) => state.notes[id]?.author === author && !state.notes[id].withdrawn).length;
}

/** What stood on the phone as it was written counts too: the prompt may have been changed on the way. */
function promised(prompt: Prompt, shown: Pledge = prompt.pledge): Pledge {
  return stricter(shown, prompt.pledge);
}

function changeNote(state: MeetingState, data: CommandData<'ChangeNote'>, author: string): Decision {
  return withOwnNote(state, data.note, author, (note, prompt) => {
    const closed = whyClosed(state, prompt);
    if (closed) return refuse(closed);
    const checked = checkNote(prompt, data.fields);
    if (!checked.ok) return checked;
    const { fields } = checked;
    // A pledge only ever gets stricter: what was written under it stays under it.
    const pledge = stricter(note.pledge, promised(prompt, data.pledge));
    if (pledge === note.pledge && sameFields(fields, note.fields)) return nothing;
    const left = movesOn(prompt, note, fields) ? { left: note.place!.cluster } : {};
    return happen({ name: 'NoteChanged', data: { note: note.id, fields, pledge, ...left } });
  });
}

/** What says something else now lies nowhere until the machine has read it; what a person laid stays. */
function movesOn(prompt: Prompt, note: Note, fields: Fields): boolean {
  const main = kindOf(prompt.kind)?.main ?? '';
  return note.place !== undefined && !isPinned(note.place) && fields[main] !== note.fields[main];
}

function withdrawNote(state: MeetingState, id: string, author: string): Decision {
  const note = state.notes[id];
  if (note?.withdrawn && note.author === author) return nothing;
  return withOwnNote(state, id, author, (own) => {
    if (state.phase === 'finished') return refuse('meeting-finished');
    return happen(...offScreen(state, own), { name: 'NoteWithdrawn', data: { note: own.id } });
  });
}

function sameFields(a: Fields, b: Fields): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

function whyClosed(state: MeetingState, prompt: Prompt): RefusalCode | undefined {
  if (state.phase === 'planned') return 'meeting-not-open';
  if (state.phase === 'finished') return 'meeting-finished';
  return prompt.stage === 'open' ? undefined : 'prompt-closed';
}

function checkNote(
  prompt: Prompt,
  written: Readonly<Record<string, string>>
): { ok: true; fields: Fields } | { ok: false; refusal: Refusal } {
  const kind = kindOf(prompt.kind);
  if (!kind) return { ok: false, refusal: { code: 'kind-unknown' } };
  const checked = checkFields(kind, written);
  return checked.ok ? checked : { ok: false, refusal: checked.fault };
}

/** The texts cleaned, what was not sent left out. */
function cleanPrompt(data: Partial<PromptText>): Partial<PromptText> {
  const { title, instruction, minutes, hidden, pledge, perPerson } = data;
  const text = {
    title: title === undefined ? undefined : cleanLine(title),
    instruction: instruction === undefined ? undefined : cleanLines(instruction),
    minutes,
    hidden,
    pledge,
    perPerson
  };
  return Object.fromEntries(Object.entries(text).filter(([, value]) => value !== undefined));
}

function promptFault(text: Partial<PromptText>): Decision | undefined {
  if (!text.title) return refuse('prompt-title-empty', { field: 'title' });
  for (const field of ['title', 'instruction'] as const) {
    const limit = PROMPT_LIMITS[field];
    if (lengthOf(text[field] ?? '') > limit) return refuse('prompt-text-too-long', { field, limit });
  }
  return undefined;
}

function withNote(state: MeetingState, id: string, then: (note: Note) => Decision): Decision {
  const note = state.notes[id];
  return note && !note.withdrawn ? then(note) : refuse('note-unknown');
}

function withOwnNote(
  state: MeetingState,
  id: string,
  author: string,
  then: (note: Note, prompt: Prompt) => Decision
): Decision {
  return withNote(state, id, (note) => {
    if (note.author !== author) return refuse('note-not-yours');
    return withPrompt(state, note.prompt, (prompt) => then(note, prompt));
  });
}

function unreachable(command: never): never {
  throw new Error(`no rule for ${JSON.stringify(command)}`);
}
