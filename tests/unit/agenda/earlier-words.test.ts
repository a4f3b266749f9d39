/** What earlier steps have left in words. */
import { expect, test } from 'vitest';
import { earlierSteps } from '../../../src/lib/domain/agenda/earlier-words.ts';
import { EMPTY_VIEW } from '../../../src/lib/domain/meeting/view.ts';
import type { NoteView, PromptView } from '../../../src/lib/domain/meeting/view.ts';

const prompt = (id: string, kind: string, more: object = {}) =>
  ({ id, kind, title: id, ...more }) as PromptView;
const note = (id: string, of: string, text: string) =>
  ({ id, prompt: of, fields: { text } }) as unknown as NoteView;

test('walls, votes and role definitions, the most frequent first; what has no words is no source', () => {
  const options = [
    { id: 'a', text: 'Nav', score: 5, people: 2 },
    { id: 'b', text: 'Bro', score: 4, people: 4 }
  ];
  const view = {
    ...EMPTY_VIEW,
    agenda: ['wall', 'quotes', 'vote', 'open', 'roles'],
    prompts: {
      wall: prompt('wall', 'role-card'),
      quotes: prompt('quotes', 'quote'),
      vote: prompt('vote', 'dots', { vote: { result: { ballots: 5, options } } }),
      open: prompt('open', 'dots', { vote: {} }),
      roles: prompt('roles', 'role-definition')
    },
    notes: Object.fromEntries(
      [
        note('1', 'wall', 'Motor'),
        note('2', 'wall', 'nav'),
        note('3', 'wall', 'Nav'),
        note('4', 'quotes', 'Ta täten!'),
        note('5', 'roles', 'Processledare')
      ].map((one) => [one.id, one])
    )
  };
  expect(
    earlierSteps(view).map(({ id, words }) => [id, ...words.map(({ text, count }) => `${text} ${count}`)])
  ).toEqual([
    ['wall', expect.stringMatching(/^nav 2$/i), 'Motor 1'],
    ['vote', 'Bro 4', 'Nav 2'],
    ['roles', 'Processledare 1']
  ]);
});
