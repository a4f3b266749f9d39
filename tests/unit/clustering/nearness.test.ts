/** What an embedding server's vectors say about clusters of one meeting. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compoundGuard, cosine, meanOf, nearPairs } from '../../../src/lib/domain/clustering/nearness.ts';
import type { Located } from '../../../src/lib/domain/clustering/nearness.ts';
import { chanceOf } from '../../fixtures/random.ts';

const vector = (...numbers: number[]) => Float32Array.from(numbers);
const SIZE = 48;

/** A room of unlike clusters, all leaning one way as the cards of a meeting do; `twins` are moved near their first. */
function room(count: number, twins: readonly (readonly number[])[] = [], lean = 8): Located[] {
  const chance = chanceOf(7);
  const random = () => chance.int(2_001) / 1_000 - 1;
  const clusters = Array.from({ length: count }, (_, index) => ({
    id: `c${String(index).padStart(3, '0')}`,
    vector: Float32Array.from({ length: SIZE }, (_, at) => random() + (at === 0 ? lean : 0))
  }));
  for (const [first, ...others] of twins) {
    for (const other of others) {
      const model = clusters[first!]!.vector;
      clusters[other]!.vector = model.map((number, at) => number + (at === 0 ? 0 : random() / 3));
    }
  }
  return clusters;
}
const named = (pairs: readonly { a: string; b: string }[]) => pairs.map(({ a, b }) => `${a} ${b}`);

describe('cosine', () => {
  test.each([
    ['the same way', vector(1, 2, 3), vector(2, 4, 6), 1],
    ['across', vector(1, 0), vector(0, 5), 0],
    ['the other way', vector(1, 1), vector(-1, -1), -1],
    ['nothing at all', vector(0, 0), vector(1, 1), 0]
  ])('%s', (_, a, b, expected) => {
    expect(cosine(a, b)).toBeCloseTo(expected, 6);
  });
});

describe('the mean', () => {
  test('of a cluster is the way its cards point, however long their vectors are', () => {
    expect(cosine(meanOf([vector(100, 0), vector(0, 1)])!, vector(1, 1))).toBeCloseTo(1, 6);
  });

  test('of nothing is none', () => {
    expect(meanOf([])).toBeUndefined();
  });
});

describe('near pairs', () => {
  test('those that mean the same come first; what the whole meeting has in common brings nobody together', () => {
    const clusters = room(40, [
      [3, 17],
      [8, 30]
    ]);
    // As they came, everybody is like everybody.
    expect(cosine(clusters[0]!.vector, clusters[1]!.vector)).toBeGreaterThan(0.7);
    const pairs = nearPairs(clusters);
    expect(named(pairs.slice(0, 2)).sort()).toEqual(['c003 c017', 'c008 c030']);
    for (const { likeness } of pairs.slice(0, 2)) expect(likeness).toBeGreaterThan(0.7);
    for (const { likeness } of pairs.slice(2)) expect(likeness).toBeLessThan(0.5);
  });

  test('three that mean the same are all pairs of each other', () => {
    const pairs = nearPairs(room(40, [[3, 17, 25]]));
    expect(named(pairs.slice(0, 3)).sort()).toEqual(['c003 c017', 'c003 c025', 'c017 c025']);
  });

  test('one that is near many is the neighbour of a few only', () => {
    const clusters = room(40);
    clusters[39]!.vector = meanOf(clusters.slice(1, 11).map((one) => one.vector))!;
    const hub = nearPairs(clusters, { neighbours: 2, least: 0 }).filter(({ b }) => b === 'c039');
    expect(hub.length).toBeGreaterThan(0);
    expect(hub.length).toBeLessThanOrEqual(2);
  });

  test('a pair that is barred does not come, and takes nobody’s place', () => {
    const clusters = room(40, [[3, 17, 25]]);
    const [first] = nearPairs(clusters, { neighbours: 1 });
    const barred = (a: string, b: string) => a === first!.a && b === first!.b;
    const [next] = nearPairs(clusters, { neighbours: 1, barred });
    expect(named([next!])).not.toEqual(named([first!]));
    for (const id of [next!.a, next!.b]) expect(['c003', 'c017', 'c025']).toContain(id);
  });

  test('of too few clusters nothing can be said: their mean is they themselves', () => {
    expect(nearPairs([])).toEqual([]);
    expect(nearPairs(room(5, [[0, 1]]))).toEqual([]);
    expect(named(nearPairs(room(6, [[0, 1]])))).toContain('c000 c001');
  });

  test('clusters that are all the same, or nothing at all, are no pairs', () => {
    const one = room(1)[0]!.vector;
    for (const times of [1, 1 / 3, 0]) {
      const same = Array.from({ length: 9 }, (_, index) => ({
        id: `c${index}`,
        vector: one.map((number) => number * times ** index)
      }));
      expect(nearPairs(times > 0 ? same : same.slice(1), { least: 0 })).toEqual([]);
    }
  });

  test('whatever comes: the same in any order, each pair once, likeness 0..1, the likeliest first', () => {
    const clusters = fc.array(
      fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 4, maxLength: 4 }),
      { maxLength: 20 }
    );
    fc.assert(
      fc.property(clusters, fc.infiniteStream(fc.nat()), (vectors, order) => {
        const all = vectors.map((numbers, index) => ({ id: `c${index}`, vector: vector(...numbers) }));
        const pairs = nearPairs(all, { least: 0 });
        const shuffled = all
          .map((one) => ({ one, at: order.next().value as number }))
          .sort((x, y) => x.at - y.at)
          .map(({ one }) => one);
        expect(nearPairs(shuffled, { least: 0 })).toEqual(pairs);
        expect(new Set(named(pairs)).size).toBe(pairs.length);
        for (const [index, { a, b, likeness }] of pairs.entries()) {
          expect(a < b).toBe(true);
          expect(likeness).toBeGreaterThanOrEqual(0);
          expect(likeness).toBeLessThanOrEqual(1);
          if (index > 0) expect(likeness).toBeLessThanOrEqual(pairs[index - 1]!.likeness);
        }
      })
    );
  });
});

describe('two compounds with the same first part and different heads', () => {
  test.each([
    ['kunskapsspridare', 'kunskapsförmedlare', ['kunskap', 'spridare'], ['kunskap', 'förmedlare'], true],
    ['projektledare', 'projektägare', ['projekt', 'ledare'], ['projekt', 'ägare'], true],
    ['folkhälsostrateg', 'folkrörelse', ['folk', 'hälsa', 'strateg'], ['folk', 'rörelse'], true],
    ['kunskap', 'kunskapsspridare', ['kunskap'], ['kunskap', 'spridare'], true],
    ['kunskapsspridare', 'kunskapsspridare', ['kunskap', 'spridare'], ['kunskap', 'spridare'], false],
    ['processledare', 'projektledare', ['process', 'ledare'], ['projekt', 'ledare'], false],
    ['nav', 'mäklare', ['nav'], ['mäklare'], false],
    ['nav', 'what has no parts', ['nav'], [], false],
    ['what has no parts', 'what has no parts', [], [], false]
  ])('%s, %s', (_, __, a, b, guarded) => {
    expect(compoundGuard(a, b)).toBe(guarded);
    expect(compoundGuard(b, a)).toBe(guarded);
  });
});
