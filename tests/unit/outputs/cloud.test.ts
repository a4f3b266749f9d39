import { expect, test } from 'vitest';
import { lensed, weights } from '../../../src/routes/meeting/[id]/review/cloud.ts';

test('a word grows by the square root of how many wrote it', () => {
  expect(weights([10, 5, 1])).toEqual([1, 2 / 3, 0]);
});

test('where every word was written once, all have one size between smallest and largest', () => {
  const [size = 0, ...others] = weights([1, 1, 1]);
  expect(others).toEqual([size, size]);
  expect(size).toBeGreaterThan(0);
  expect(size).toBeLessThan(1);
});

test('the largest word stands in the middle, smaller ones outwards, none is lost', () => {
  expect(lensed([5, 4, 3, 2, 1])).toEqual([2, 4, 5, 3, 1]);
  expect(lensed([])).toEqual([]);
});
