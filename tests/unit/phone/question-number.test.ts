/** Which question is it? Only questions are counted, and only those that have been asked. */
import { expect, test } from 'vitest';
import type { PromptView } from '../../../src/lib/domain/meeting/view.ts';
import { questionNumber } from '../../../src/lib/meeting/phone/question-number.ts';

const KINDS = { card: 'role-card', pause: 'break', talk: 'talk', vote: 'dots', note: 'sticky-note' };
const view = {
  agenda: Object.keys(KINDS),
  prompts: Object.fromEntries(Object.entries(KINDS).map(([id, kind]) => [id, { id, kind } as PromptView]))
};

test.each([
  ['card', 1],
  ['pause', undefined],
  ['talk', undefined],
  ['vote', undefined],
  ['note', 2],
  ['gone', undefined]
])('%s', (id, number) => {
  expect(questionNumber(view, id)).toBe(number);
});
