/** A wall as it grew: what a replay shows after each card. */
import { describe, expect, test } from 'vitest';
import { overlap } from '../../../src/lib/domain/wall/layout/box.ts';
import { FACES } from '../../../src/lib/domain/wall/layout/lettering.ts';
import { weightOf } from '../../../src/lib/domain/wall/layout/sizes.ts';
import { grownAt } from '../../../src/lib/meeting/wall/picture/growth.ts';
import { middleOf } from '../../../src/lib/meeting/wall/picture/set-letters.ts';
import { chanceOf } from '../../fixtures/random.ts';
import { WORDS, wall } from './walls.ts';

/** One for each time that a word was said, in some order. */
const chance = chanceOf(4);
const CARDS = WORDS.flatMap(({ id, count }) =>
  Array.from({ length: count }, () => ({ word: id, at: chance.int(1_000) }))
).sort((a, b) => a.at - b.at);

describe.each(FACES)('in %s', (face) => {
  const layout = wall(WORDS, { face });
  const steps = Array.from({ length: CARDS.length + 1 }, (_, n) => grownAt(layout, CARDS, n));

  test('begins empty around the question, and ends as it is', () => {
    expect(steps[0]).toEqual({ ...layout, words: [] });
    expect(steps.at(-1)).toBe(layout);
    expect(grownAt(layout, CARDS, 999)).toBe(layout);
    expect(grownAt(layout, CARDS, -1)).toEqual(steps[0]);
  });

  test('words without a card yet are left out, the others stand where they stand in the end', () => {
    const final = new Map(layout.words.map((word) => [word.id, word]));
    steps.forEach(({ words }, n) => {
      const said = new Set(CARDS.slice(0, n).map(({ word }) => word));
      expect(words.map(({ id }) => id)).toEqual(
        layout.words.map(({ id }) => id).filter((id) => said.has(id))
      );
      for (const word of words) {
        const [is, will] = [middleOf(word, face), middleOf(final.get(word.id)!, face)];
        expect(is.x).toBeCloseTo(will.x, 6);
        expect(is.y).toBeCloseTo(will.y, 0);
      }
    });
  });

  test('each card makes its word larger and no other, never larger than in the end', () => {
    const size = (n: number, id: string) => steps[n]!.words.find((word) => word.id === id)?.size ?? 0;
    CARDS.forEach(({ word }, n) => {
      for (const { id } of WORDS) {
        if (id === word) expect(size(n + 1, id)).toBeGreaterThanOrEqual(size(n, id));
        else expect(size(n + 1, id)).toBe(size(n, id));
        expect(size(n, id)).toBeLessThanOrEqual(size(CARDS.length, id));
      }
    });
  });

  test('words said as often are as large, but for those too wide for it', () => {
    const final = new Map(layout.words.map(({ id, size }) => [id, size]));
    steps.forEach(({ words }, n) => {
      for (const { id, size } of words) {
        const said = CARDS.slice(0, n).filter(({ word }) => word === id).length;
        expect(size).toBeCloseTo(Math.min(final.get(id)!, layout.scale * weightOf(said, layout.most)), 6);
      }
    });
    expect(steps[CARDS.length - 1]!.words.some(({ size }) => size > 1.5 * layout.scale)).toBe(true);
  });

  test('a count says how many there are by then, and never shrinks', () => {
    steps.forEach(({ words }, n) => {
      for (const word of words) {
        const said = CARDS.slice(0, n).filter((card) => card.word === word.id).length;
        expect(word.count?.text).toBe(said >= 2 ? String(said) : undefined);
        if (word.count)
          expect(word.count.size).toBe(layout.words.find(({ id }) => id === word.id)!.count!.size);
      }
    });
  });

  test('nothing lies over another at any step', () => {
    for (const { words } of steps) {
      words.forEach((word, at) => {
        for (const other of words.slice(at + 1)) expect(overlap(word, other)).toBe(false);
      });
    }
  });
});

test('a word on the wall that no card stands for comes with the last', () => {
  const layout = wall(WORDS);
  const cards = CARDS.filter(({ word }) => word !== 'w6');
  const without = (n: number) => grownAt(layout, cards, n).words.every(({ id }) => id !== 'w6');
  expect(without(cards.length - 1)).toBe(true);
  expect(without(cards.length)).toBe(false);
});
