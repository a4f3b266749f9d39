/** The walk along the wall: every word once, large enough, in order. */
import { describe, expect, test } from 'vitest';
import type { WallPicture } from '../../../src/lib/domain/wall/picture.ts';
import { LIST, stopAt, stopsOf } from '../../../src/lib/domain/wall/screens/tour.ts';
import type { Stop } from '../../../src/lib/domain/wall/screens/tour.ts';
import type { WallWord } from '../../../src/lib/domain/wall/layout/wall-layout.ts';
import { wall } from './walls.ts';

const AREA = { width: 1920, height: 1080 };

function words(count: number, groups: number): WallWord[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `w${at}`,
    text: `Samordnare ${at}`,
    count: 1 + ((at * 7) % 11),
    group: `g${at % groups}`
  }));
}

function picture(all: readonly WallWord[], shown = all.length): WallPicture {
  const layout = wall(all.slice(0, shown), { area: AREA });
  return { version: 1, seq: 1, face: 'caveat-brush', layout, words: all };
}

const idsIn = (stop: Stop) =>
  stop.kind === 'zone' ? stop.words : stop.columns.flatMap((column) => column.map(({ id }) => id));

describe('the tour', () => {
  test.each([1, 2, 5, 27, 60, 200])('of %i words stops at every word once', (count) => {
    const all = words(count, 5);
    const stops = stopsOf(picture(all));
    expect(stops.flatMap(idsIn).sort()).toEqual(all.map(({ id }) => id).sort());
  });

  test('goes zone by zone, from the upper left clockwise', () => {
    const tour = picture(words(40, 4));
    const zones = stopsOf(tour).flatMap((stop) => (stop.kind === 'zone' ? [stop.zone] : []));
    expect([...new Set(zones)]).toHaveLength(tour.layout.zones.length);
    expect([...zones].sort((a, b) => a - b)).toEqual(zones);
    const first = stopsOf(tour)[0]!;
    if (first.kind !== 'zone') throw new Error('the first stop is a zone');
    expect(first.box.x + first.box.width / 2).toBeLessThan(AREA.width / 2);
    expect(first.box.y + first.box.height / 2).toBeLessThan(AREA.height / 2);
  });

  test.each([3, 27, 60, 200])(
    'of %i words shows each whole, inside of the wall, in its proportions',
    (count) => {
      const { layout, ...rest } = picture(words(count, 5));
      const byId = new Map(layout.words.map((word) => [word.id, word]));
      for (const stop of stopsOf({ layout, ...rest })) {
        if (stop.kind !== 'zone') throw new Error('all words stand on the wall');
        const { box } = stop;
        expect(box.width / box.height).toBeCloseTo(AREA.width / AREA.height, 5);
        expect(box.x).toBeGreaterThanOrEqual(0);
        expect(box.y).toBeGreaterThanOrEqual(0);
        expect(box.x + box.width).toBeLessThanOrEqual(AREA.width + 0.001);
        expect(box.y + box.height).toBeLessThanOrEqual(AREA.height + 0.001);
        for (const id of stop.words) {
          const word = byId.get(id)!;
          expect(word.x).toBeGreaterThanOrEqual(box.x - 0.001);
          expect(word.y).toBeGreaterThanOrEqual(box.y - 0.001);
          expect(word.x + word.width).toBeLessThanOrEqual(box.x + box.width + 0.001);
          expect(word.y + word.height).toBeLessThanOrEqual(box.y + box.height + 0.001);
        }
      }
    }
  );

  test.each([60, 400])(
    'of %i words: the smallest is three hundredths of the screen, or stands alone',
    (count) => {
      const { layout, ...rest } = picture(words(count, 6));
      const sizes = new Map(layout.words.map(({ id, size }) => [id, size]));
      for (const stop of stopsOf({ layout, ...rest })) {
        if (stop.kind !== 'zone' || stop.words.length === 1) continue;
        const smallest = Math.min(...stop.words.map((id) => sizes.get(id)!));
        expect(smallest / stop.box.height).toBeGreaterThanOrEqual(0.03);
      }
    }
  );

  test('does not go nearer than it must: a few small words do not fill the screen', () => {
    const { layout, ...rest } = picture(words(27, 3));
    const small = { ...layout, words: layout.words.map((word) => ({ ...word, size: word.size / 4 })) };
    const near = { ...small, words: small.words.slice(0, 1) };
    for (const stop of stopsOf({ layout: near, ...rest, words: rest.words.slice(0, 1) })) {
      if (stop.kind !== 'zone') throw new Error('it stands on the wall');
      expect(stop.box.width).toBeGreaterThanOrEqual(AREA.width * 0.28 - 0.001);
    }
    const [large] = stopsOf(picture([{ id: 'a', text: 'Nav', count: 1 }]));
    if (large?.kind !== 'zone') throw new Error('it stands on the wall');
    expect(large.box.height).toBeGreaterThanOrEqual((0.055 * AREA.height) / 0.15 - 0.001);
  });

  test('lists what a leader has left no room for, the most common first, on as many stops as it takes', () => {
    const all = words(150, 5);
    const stops = stopsOf(picture(all, 30));
    expect(stops.flatMap(idsIn).sort()).toEqual(all.map(({ id }) => id).sort());
    const lists = stops.filter((stop) => stop.kind === 'list');
    expect(lists.length).toBeGreaterThan(1);
    expect(stops.slice(-lists.length)).toEqual(lists);
    const counts = lists.flatMap(({ columns }) => columns.flat().map(({ count }) => count));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    for (const { columns } of lists) expect(columns.length).toBeLessThanOrEqual(LIST.columns);
  });

  test('a word as long as a page gets a column, and no stop is empty', () => {
    const long = { id: 'long', text: 'Samhällsplanerings'.repeat(60), count: 1 };
    const stops = stopsOf(picture([...words(3, 1), long], 3));
    expect(stops.flatMap(idsIn)).toContain('long');
    for (const stop of stops) expect(idsIn(stop).length).toBeGreaterThan(0);
  });

  test('a number after the last stop begins anew; an empty wall has no stops', () => {
    const stops = stopsOf(picture(words(27, 3)));
    expect(stopAt(stops, stops.length)).toEqual({ stop: stops[0], at: 0 });
    expect(stopAt(stops, stops.length * 4 + 1)?.at).toBe(1);
    expect(stopAt(stopsOf(picture([])), 2)).toBeUndefined();
  });
});
