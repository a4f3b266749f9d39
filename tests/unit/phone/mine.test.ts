/** One's own notes with their states, and how long what was half-written is taken. */
import { expect, test } from 'vitest';
import { EMPTY_VIEW } from '../../../src/lib/domain/meeting/view.ts';
import type { MeetingView, NoteView } from '../../../src/lib/domain/meeting/view.ts';
import { graceLeft } from '../../../src/lib/domain/meeting/timer.ts';
import { InPlace } from '../../../src/lib/meeting/phone/in-place.ts';
import { mine } from '../../../src/lib/meeting/phone/mine.ts';

const note = (id: string, more: Partial<NoteView> = {}): NoteView => ({
  id,
  prompt: 'prompt-1',
  fields: { text: id },
  at: Number(id.slice(-1)),
  ...more
});
const view = (...notes: NoteView[]): MeetingView => ({
  ...EMPTY_VIEW,
  notes: Object.fromEntries(notes.map((one) => [one.id, one]))
});

test('R36 R38 a note says that it waits to be shown, or is hidden', () => {
  const notes = mine(
    view(note('note-1', { held: true }), note('note-2', { hidden: true, held: true }), note('note-3')),
    [],
    'prompt-1'
  );
  expect(notes.map(({ id, state }) => [id, state])).toEqual([
    ['note-3', 'saved'],
    ['note-2', 'hidden'],
    ['note-1', 'held']
  ]);
});

test('R37 what is half-written is taken for the grace after the closing, by the second', () => {
  const closed = { stage: 'closed', closedAt: 10_000, grace: 45 } as const;
  expect(graceLeft(closed, 10_000)).toBe(45_000);
  expect(graceLeft(closed, 54_999)).toBe(1);
  expect(graceLeft(closed, 55_001)).toBe(0);
  expect(graceLeft({ ...closed, grace: 0 }, 10_000)).toBe(0);
  expect(graceLeft({ ...closed, stage: 'open' }, 10_000)).toBe(0);
});

test('words keep their places under the finger: what is gone leaves, what is new comes last', () => {
  const places = new InPlace();
  expect(places.of(['Nav', 'Mäklare'])).toEqual(['Nav', 'Mäklare']);
  expect(places.of(['Visionär', 'Mäklare', 'Nav'])).toEqual(['Nav', 'Mäklare', 'Visionär']);
  expect(places.of(['Strateg', 'Visionär', 'Nav'])).toEqual(['Nav', 'Visionär', 'Strateg']);
});
