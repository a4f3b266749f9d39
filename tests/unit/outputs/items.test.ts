/** What a later step may build on. */
import { expect, test } from 'vitest';
import { itemsOf } from '../../../src/lib/domain/outputs/items.ts';
import type { NoteOutput, PromptOutput } from '../../../src/lib/domain/outputs/outputs.ts';
import { lengthOf } from '../../../src/lib/domain/text.ts';

const step: PromptOutput = {
  id: 'prompt-1',
  number: 1,
  kind: 'sticky-note',
  outcome: 'notes',
  title: 'Vad nu?',
  instruction: '',
  stage: 'closed',
  summaries: {},
  unseen: 0,
  notes: [],
  uncited: [],
  words: [],
  themes: [],
  groups: []
};
const note = (id: string, text: string, more: Partial<NoteOutput> = {}): NoteOutput => ({
  ...{ id, text, at: 0 },
  ...more
});

test('words of a wall and themes come with how many cards lie in them, under the id of the first', () => {
  const words = [{ key: 'nav', text: 'Nav', count: 3, notes: ['note-001', 'note-002'], variants: [] }];
  expect(itemsOf({ ...step, outcome: 'wall', words })).toEqual([{ id: 'note-001', text: 'Nav', count: 3 }]);
  const themes = [{ text: 'Mötas', count: 2, notes: ['note-003', 'note-004'] }];
  const notes = [note('note-003', 'Fika'), note('note-004', 'Ses')];
  expect(itemsOf({ ...step, themes, notes })).toEqual([{ id: 'note-003', text: 'Mötas', count: 2 }]);
  expect(itemsOf({ ...step, notes }).map(({ text }) => text)).toEqual(['Fika', 'Ses']);
});

test('a definition says what the role means, and of commitments the open ones are left', () => {
  const definitions = [note('note-005', 'Nav', { fields: { text: 'Nav', meaning: 'att samla folk' } })];
  expect(itemsOf({ ...step, outcome: 'definitions', notes: definitions })).toEqual([
    { id: 'note-005', text: 'Nav: att samla folk' }
  ]);
  const commitments = [
    note('note-006', 'Ringa'),
    note('note-007', 'Skriva', { mark: 'begun' }),
    note('note-008', 'Bjuda in', { mark: 'done' }),
    note('note-009', 'Vänta', { mark: 'dropped' })
  ];
  expect(itemsOf({ ...step, outcome: 'commitments', notes: commitments }).map(({ text }) => text)).toEqual([
    'Ringa',
    'Skriva'
  ]);
});

test('what is too long for one line is shortened, and says so', () => {
  const [item] = itemsOf({ ...step, notes: [note('note-010', 'ord '.repeat(400))] });
  expect(lengthOf(item!.text)).toBeLessThanOrEqual(280);
  expect(item!.text).toMatch(/…$/);
});
