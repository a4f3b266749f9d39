/** Where what was found stands: in the report, or on the page with all of its step. */
import { expect, test } from 'vitest';
import { placeOf } from '../../../src/lib/domain/search/place.ts';
import { FACTS, meetingWith, noteId } from '../outputs/meeting.ts';
import { outputsOf } from '../../../src/lib/domain/outputs/outputs.ts';
import { viewOf } from '../../../src/lib/domain/meeting/visibility.ts';

test('what the report has no room for is led to on its step’s own page', () => {
  const quotes = Array.from({ length: 130 }, (_, index) => ({ text: `Det sa jag ${index}`, speaker: 'me' }));
  const { state } = meetingWith('quote', quotes);
  const view = viewOf(state, { view: 'review' }, () => undefined);
  const [prompt] = outputsOf(view, FACTS).prompts;
  expect(placeOf(prompt, noteId(0))).toBe(`#note-${noteId(0)}`);
  expect(placeOf(prompt, noteId(8))).toBe(`/${prompt!.id}#note-${noteId(8)}`);
  expect(placeOf(prompt, noteId(129))).toBe(`/${prompt!.id}?page=2#note-${noteId(129)}`);
  expect(placeOf(prompt, '')).toBe(`#prompt-${prompt!.id}`);
  expect(placeOf(undefined, noteId(0))).toBe('#parked');
});
