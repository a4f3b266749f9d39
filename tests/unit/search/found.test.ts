import { expect, test } from 'vitest';
import { together } from '../../../src/lib/domain/search/found.ts';
import type { Hit } from '../../../src/lib/domain/search/found.ts';

const card = (note: string, text: string, more: Partial<Hit> = {}): Hit => ({
  note,
  lines: [[{ text, found: true }]],
  cards: 1,
  place: `?note=${note}#word-step-1`,
  ...more
});

test('cards of one word that say the same are one hit, as most wrote it, with its own way', () => {
  const hits = [card('a', 'samordnare'), card('b', 'Samordnare'), card('c', 'Samordnare')];
  expect(together(hits)).toEqual([card('b', 'Samordnare', { cards: 3 })]);
});

test('of two spellings that are as common the one with a capital is shown, whatever was found first', () => {
  const hits = [card('a', 'samordnare'), card('b', 'Samordnare')];
  expect(together(hits)).toEqual(together([...hits].reverse()));
  expect(together(hits)[0]).toMatchObject({ note: 'b', cards: 2 });
});

test('whose they are is said where all are from there', () => {
  const from = (...places: string[]) =>
    together(places.map((place, at) => card(String(at), 'Nav', { from: place })))[0];
  expect(from('Region Nord', 'Region Nord')).toMatchObject({ from: 'Region Nord', cards: 2 });
  expect(from('Region Nord', 'Region Syd', 'Region Nord')).not.toHaveProperty('from');
});

test('what says the same under another word, or stands by itself, stays apart', () => {
  const elsewhere = card('b', 'Nav', { place: '?note=b#word-step-2' });
  const alone = [card('c', 'Nav', { place: '#note-c' }), card('d', 'Nav', { place: '#note-d' })];
  expect(together([card('a', 'Nav'), elsewhere, ...alone])).toHaveLength(4);
});
