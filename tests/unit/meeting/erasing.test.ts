/** An answer is erased: what is left of the log, and what holds on to the words of others. */
import { expect, test } from 'vitest';
import { erasureOf, says, withoutAnswer } from '../../../src/lib/domain/meeting/erasing.ts';
import type { Recorded } from '../../../src/lib/domain/meeting/events.ts';
import { fold } from '../../../src/lib/domain/meeting/evolve.ts';
import { EMPTY } from '../../../src/lib/domain/meeting/state.ts';
import { PLAIN_VOTE } from '../../../src/lib/domain/meeting/step-settings.ts';
import { viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import { BERIT, LEADER, MANS, openLog, place, submit } from './log.ts';
import type { Log } from './log.ts';

const WORD = 'Hemlighetsbevarare';
const NOTE = 'note-0001';

/** The state that a node has once it has read what is left. */
function rewritten(log: Log, note = NOTE) {
  const erasure = erasureOf(log.events, note);
  const left = log.events.map((event) => withoutAnswer(event, erasure) as Recorded);
  return { left, text: JSON.stringify(left), state: fold(EMPTY, left) };
}

test('R110 nothing that was made of an erased answer holds its words, and every event keeps its number', () => {
  const log = openLog();
  log.do(BERIT, submit(NOTE, 'Något annat först'));
  log.do(BERIT, { name: 'ChangeNote', data: { note: NOTE, fields: { text: WORD } } });
  log.do(MANS, submit('note-0002', 'Bevarare'));
  log.do(
    { role: 'machine', id: 'machine' },
    place(log, NOTE, 'cluster-1', WORD, { kind: 'form', other: 'note-0002', stem: WORD })
  );
  log.do(
    { role: 'machine', id: 'machine' },
    place(log, 'note-0002', 'cluster-1', undefined, {
      kind: 'typo',
      other: NOTE,
      wrote: WORD,
      meant: 'bevarare'
    })
  );
  log.do(LEADER, { name: 'NameCluster', data: { cluster: 'cluster-1', name: WORD.toLowerCase() } });
  log.do(LEADER, { name: 'MoveNotes', data: { notes: ['note-0002'], cluster: 'cluster-2', name: WORD } });
  log.do(LEADER, { name: 'Undo', data: {} });
  const brought = {
    meeting: 'meeting-1',
    number: 1,
    prompt: 'prompt-1',
    title: 'Vem är du?',
    items: [
      { id: NOTE, text: `${WORD}: den som tiger` },
      { id: 'note-0002', text: 'Bevarare' }
    ]
  };
  const vote = {
    ...PLAIN_VOTE,
    choices: [
      { id: 'choice-1', text: WORD },
      { id: 'choice-2', text: 'Bevarare' }
    ]
  };
  log.do(LEADER, {
    name: 'AddPrompt',
    data: { prompt: 'prompt-2', kind: 'dots', title: 'Vilken?', brought, vote }
  });
  log.do(LEADER, { name: 'EraseNote', data: { note: NOTE } });
  const { left, text, state } = rewritten(log);
  expect(JSON.stringify(log.events)).toContain(WORD);
  expect(text.toLowerCase()).not.toContain(WORD.toLowerCase());
  expect(text).not.toContain('Något annat');
  expect(left.map(({ seq }) => seq)).toEqual(log.events.map((_, at) => at + 1));
  expect(state.prompts['prompt-2']).toMatchObject({
    brought: { items: [{ id: 'note-0002', text: 'Bevarare' }] },
    vote: { choices: [{ text: '…' }, { text: 'Bevarare' }] }
  });
  expect(state.notes['note-0002']).toMatchObject({
    fields: { text: 'Bevarare' },
    place: { cluster: 'cluster-1' }
  });
  // Once more it changes nothing.
  const again = erasureOf(left, NOTE);
  expect(left.map((event) => withoutAnswer(event, again))).toEqual(left);
});

test('R110 what the machine read beside an answer brings none of its words when that has been erased meanwhile', () => {
  const log = openLog();
  const machine = { role: 'machine', id: 'machine' } as const;
  log.do(BERIT, submit(NOTE, WORD));
  log.do(machine, place(log, NOTE, 'cluster-1', WORD));
  log.do(MANS, submit('note-0002', 'Hemlighetsbevarre'));
  const late = place(log, 'note-0002', 'cluster-1', undefined, {
    kind: 'typo',
    other: NOTE,
    wrote: 'hemlighetsbevarre',
    meant: WORD
  });
  const label = { cluster: 'cluster-1', text: WORD, from: NOTE };
  log.do(LEADER, { name: 'EraseNote', data: { note: NOTE } });
  log.do(machine, { ...late, data: { ...late.data, labels: [label] } } as typeof late);
  expect(log.state.notes['note-0002']?.place).toMatchObject({ cluster: 'cluster-1' });
  expect(log.events.at(-1)).toMatchObject({ name: 'NotesPlaced' });
  expect(JSON.stringify(log.events.at(-1))).not.toContain(WORD);
});

test('R110 what somebody else has written too is theirs, and stays where it was taken to', () => {
  const log = openLog();
  log.do(BERIT, submit(NOTE, WORD));
  log.do(MANS, submit('note-0002', WORD));
  log.do(LEADER, { name: 'AddCluster', data: { prompt: 'prompt-1', cluster: 'cluster-1', name: WORD } });
  const { state } = rewritten(log);
  expect(state.clusters['cluster-1']?.name).toBe(WORD);
  expect(state.notes['note-0002']?.fields).toEqual({ text: WORD });
});

test('R111 it counts for nobody, is never undone, and nothing more is done with it', () => {
  const log = openLog('sticky-note');
  log.do(LEADER, {
    name: 'ImportNotes',
    data: { prompt: 'prompt-1', notes: [{ note: NOTE, fields: { text: WORD }, organisation: 'place-0001' }] }
  });
  log.do(BERIT, submit('note-0002', 'Mer tid'));
  log.do(LEADER, { name: 'TurnProjector', data: { screen: { view: 'note', note: 'note-0002' } } });
  expect(log.do(LEADER, { name: 'EraseNote', data: { note: 'note-0002' } })).toEqual([
    'ProjectorTurned',
    'NoteErased'
  ]);
  log.do(LEADER, { name: 'HideNote', data: { note: NOTE } });
  log.do(LEADER, { name: 'EraseNote', data: { note: NOTE } });
  expect(log.do(LEADER, { name: 'EraseNote', data: { note: NOTE } })).toEqual([]);
  expect(JSON.stringify(log.state.history)).not.toContain('NoteHidden');
  log.do(LEADER, { name: 'Undo', data: {} });
  log.do(LEADER, { name: 'Undo', data: {} });
  log.do(LEADER, { name: 'Redo', data: {} });
  log.do(LEADER, { name: 'Redo', data: {} });
  const { text, state } = rewritten(log);
  expect(text).not.toContain(WORD);
  expect(text + JSON.stringify(state)).not.toContain('place-0001');
  for (const one of [log.state, state]) {
    const view = viewOf(one, { view: 'leader', id: LEADER.id }, () => undefined);
    expect(view.notes).toEqual({});
    expect(view.prompts['prompt-1']).toMatchObject({ count: 0 });
  }
  const code = (by: typeof BERIT, request: Parameters<Log['ask']>[1]) => log.ask(by, request)?.code;
  expect(code(LEADER, { name: 'EraseNote', data: { note: 'note-0009' } })).toBe('note-unknown');
  expect(code(BERIT, { name: 'WithdrawNote', data: { note: 'note-0002' } })).toBe('note-erased');
  expect(code(BERIT, { name: 'ChangeNote', data: { note: 'note-0002', fields: { text: 'Ändå' } } })).toBe(
    'note-erased'
  );
  expect(code(LEADER, { name: 'HideNote', data: { note: NOTE } })).toBe('note-erased');
  expect(code(BERIT, { name: 'EraseNote', data: { note: 'note-0002' } })).toBe('not-allowed');
});

test('R112 the author is told that it is gone, and nobody else hears of it', () => {
  const log = openLog();
  log.do(BERIT, submit(NOTE, WORD));
  log.do(LEADER, { name: 'EraseNote', data: { note: NOTE } });
  const { state } = rewritten(log);
  const seen = (id: string) => viewOf(state, { view: 'participant', id }, () => undefined).notes;
  expect(seen(BERIT.id)).toMatchObject({ [NOTE]: { fields: {}, erased: true } });
  expect(seen(MANS.id)).toEqual({});
});

test('a short word is nobody’s, a long one is found among others, and never within a word', () => {
  const erasure = { note: NOTE, texts: new Set(['hemlighetsbevarare', 'stöd', 'kortare möten']) };
  expect(says(erasure, 'Våra hemlighetsbevarare!')).toBe(true);
  expect(says(erasure, 'Överhemlighetsbevarare')).toBe(false);
  expect(says(erasure, 'Stöd till alla')).toBe(false);
  expect(says(erasure, 'STÖD')).toBe(true);
  expect(says(erasure, 'Om kortare möten')).toBe(true);
  expect(says(erasure, 'Hemlighetsbeva…')).toBe(true);
});
