/** The timeline's picture: to scale, nothing over another, everything within. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { spreadOut } from '../../../src/lib/domain/outcomes/timeline/spread-out.ts';
import { drawTimeline, milestonesOf } from '../../../src/lib/domain/outcomes/timeline/timeline.ts';

const note = (id: number, years: string, text = `Händelse ${id}`, explanation = '') => ({
  id: `note-${id}`,
  fields: { years, text, explanation }
});
const SHEET = { width: 900, size: 18, sides: 1 } as const;

describe('spreadOut', () => {
  test('leaves alone what has room, and parts what has not', () => {
    expect(
      spreadOut(
        [
          { at: 10, height: 4 },
          { at: 50, height: 4 }
        ],
        0,
        100
      )
    ).toEqual([10, 50]);
    expect(
      spreadOut(
        [
          { at: 50, height: 10 },
          { at: 50, height: 10 }
        ],
        0,
        100
      )
    ).toEqual([45, 55]);
    expect(
      spreadOut(
        [
          { at: 0, height: 10 },
          { at: 99, height: 10 }
        ],
        0,
        100
      )
    ).toEqual([5, 95]);
  });

  test('none lies over another, in order, and within as far as there is room', () => {
    const wish = fc.record({
      at: fc.double({ min: 0, max: 1_000, noNaN: true }),
      height: fc.integer({ min: 1, max: 40 })
    });
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 24 }), (wishes) => {
        const sorted = wishes.toSorted((a, b) => a.at - b.at);
        const middles = spreadOut(sorted, 0, 1_000);
        sorted.forEach(({ height }, index) => {
          const above = index > 0 ? middles[index - 1]! + sorted[index - 1]!.height / 2 : 0;
          expect(middles[index]! - height / 2).toBeGreaterThanOrEqual(above - 1e-6);
          expect(middles[index]! + height / 2).toBeLessThanOrEqual(1_000 + 1e-6);
        });
      })
    );
  });
});

describe('the picture', () => {
  test('is in the order of time; what cannot be read stands in the list alone', () => {
    const all = milestonesOf([note(1, '1995'), note(2, '1850-1930'), note(3, 'förr'), note(4, '1969')]);
    expect(all.map(({ years }) => years)).toEqual(['1850-1930', '1969', '1995']);
  });

  test('is to scale, with bars for what lasted', () => {
    const all = milestonesOf([note(1, '1850-1930'), note(2, '1900-1950'), note(3, '1969'), note(4, '2016')]);
    const { axis, ticks, eras, dots } = drawTimeline(all, SHEET);
    const perYear = (ticks[1]!.y - ticks[0]!.y) / (ticks[1]!.year - ticks[0]!.year);
    expect(eras[0]!.foot - eras[0]!.top).toBeCloseTo(81 * perYear, 6);
    expect(dots[1]!.y - dots[0]!.y).toBeCloseTo((2016 - 1969) * perYear, 6);
    expect(eras[0]!.x).not.toBe(eras[1]!.x);
    expect(ticks[0]!.y).toBe(axis.top);
    expect(ticks.at(-1)!.y).toBeCloseTo(axis.foot, 6);
  });

  test.each([1, 2] as const)('twenty in one decade can be read, %i sides', (sides) => {
    const many = Array.from({ length: 20 }, (_, at) =>
      note(
        at,
        String(1990 + (at % 10)),
        'En förordning om samverkan kom',
        'Och ingen visste vem som skulle göra det.'
      )
    );
    const picture = drawTimeline(milestonesOf([...many, note(30, '1850-1930'), note(31, '2016')]), {
      ...SHEET,
      sides
    });
    expect(picture.fits).toBe(true);
    for (const side of new Set(picture.labels.map(({ x }) => x))) {
      const own = picture.labels.filter(({ x }) => x === side);
      own.forEach(({ y, height }, index) => {
        expect(y).toBeGreaterThanOrEqual(-1e-6);
        expect(y + height).toBeLessThanOrEqual(
          Math.min(picture.height, own[index + 1]?.y ?? Infinity) + 1e-6
        );
      });
    }
  });

  test.each([1, 2] as const)('stretched where much happened, each stands by its year, %i sides', (sides) => {
    const years = [1959, 1984, ...Array.from({ length: 20 }, (_, at) => 2005 + at)];
    const all = milestonesOf(
      years.map((year, at) => note(at, String(year), 'En förordning om samverkan kom'))
    );
    const { ticks, labels, dots } = drawTimeline(all, { ...SHEET, sides, stretches: true });
    const dotOf = new Map(dots.map(({ id, y }) => [id, y]));
    const farthest = Math.max(
      ...labels.map(({ id, y, height }) => Math.abs(y + height / 2 - dotOf.get(id)!))
    );
    expect(farthest).toBeLessThan(2.5 * labels[0]!.height);
    const spaces = ticks.slice(1).map(({ y }, at) => y - ticks[at]!.y);
    expect(Math.min(...spaces)).toBeGreaterThan(SHEET.size);
    expect(dots.map(({ y }) => y)).toEqual(dots.map(({ y }) => y).sort((a, b) => a - b));
  });

  test('one alone, and all in one year, have an axis', () => {
    for (const all of [[note(1, '1969')], [note(1, '1969'), note(2, '1969'), note(3, '1969')]]) {
      const { ticks, labels, fits } = drawTimeline(milestonesOf(all), SHEET);
      expect(ticks.length).toBeGreaterThan(1);
      expect(labels).toHaveLength(all.length);
      expect(fits).toBe(true);
    }
  });
});
