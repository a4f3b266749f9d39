import { expect, test } from 'vitest';
import { maySettle } from '../../../src/lib/domain/wall/settle-rule.ts';

test.each([
  [{ full: true, cards: 50, ms: 20_000 }, true],
  [{ full: true, cards: 5_000, ms: Infinity }, true],
  [{ full: false, cards: 5_000, ms: Infinity }, false],
  [{ full: true, cards: 49, ms: Infinity }, false],
  [{ full: true, cards: 5_000, ms: 19_999 }, false]
])('a wall may settle when it is full, and only then, not often: %o', (since, may) => {
  expect(maySettle(since)).toBe(may);
});
