/** What a new vote is about, before anybody has said so. */
import { expect, test } from 'vitest';
import type { PromptView } from '../../../src/lib/domain/meeting/view.ts';
import { aboutIt, likeliest, sourcesIn } from '../../../src/lib/meeting/plan/form/vote-source.ts';

const agenda = (...kinds: string[]) =>
  sourcesIn(kinds.map((kind, index) => ({ id: `${kind}-${index + 1}`, kind, title: kind }) as PromptView));

test('the latest question before the vote whose answers find groups', () => {
  expect(likeliest(agenda('role-card', 'sticky-note', 'quote', 'break', 'dots'), 5)?.id).toBe(
    'sticky-note-2'
  );
  expect(likeliest(agenda('role-card', 'dots', 'sticky-note'), 2)?.id).toBe('role-card-1');
});

test('else the latest that has answers; none comes after the vote', () => {
  expect(likeliest(agenda('quote', 'quote', 'break', 'dots'), 4)?.id).toBe('quote-2');
  expect(likeliest(agenda('break', 'dots', 'role-card'), 2)).toBeUndefined();
});

test('of its groups where it has any, else of every answer', () => {
  const [card, quote] = agenda('role-card', 'quote');
  expect(aboutIt(card!)).toEqual({ prompt: 'role-card-1', of: 'clusters' });
  expect(aboutIt(quote!)).toEqual({ prompt: 'quote-2', of: 'notes' });
});
