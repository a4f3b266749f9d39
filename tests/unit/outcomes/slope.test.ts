/** Two answers beside each other: to scale, no label over another, all within. */
import { describe, expect, test } from 'vitest';
import { courseOf, drawSlope, sameAskedBefore, sharesOf } from '../../../src/lib/domain/outcomes/slope.ts';
import type { SlopeRow } from '../../../src/lib/domain/outcomes/slope.ts';

const SHEET = { width: 720, size: 17, heads: { left: 'I dag', right: 'Vill ha' }, show: String };
const LONG = 'Kunskapsförmedlare och samverkanskoordinator för integrationsfrågor';

describe('drawSlope', () => {
  test('what has more stands higher, on both sides by the same measure', () => {
    const rows: SlopeRow[] = [
      { text: 'Nav', left: 10, right: 0 },
      { text: 'Motor', left: 0, right: 10 },
      { text: 'Bro', left: 5, right: 5 }
    ];
    const { lines, axes } = drawSlope(rows, SHEET);
    expect(lines.map(({ course }) => course)).toEqual(['down', 'up', 'level']);
    expect(lines[0]).toMatchObject({ from: axes.top, to: axes.foot });
    expect(lines[1]).toMatchObject({ from: axes.foot, to: axes.top });
    expect(lines[2]!.from).toBe(lines[2]!.to);
  });

  test('what is said on one side alone has no line, and a label there alone', () => {
    const rows = [{ text: 'Nav', left: null, right: 3 }];
    const { lines, labels } = drawSlope(rows, SHEET);
    expect(lines).toEqual([]);
    expect(labels.map(({ side }) => side)).toEqual(['right']);
    expect(courseOf(rows[0]!)).toBeUndefined();
  });

  test.each([0, 1, 3, 60])(
    'none of %i labels lies over another or outside, also where all are equal',
    (count) => {
      const rows = Array.from({ length: count }, (_, at) => ({
        text: `${LONG} ${at}`,
        left: 4,
        right: at % 3
      }));
      const { labels, height, width, size } = drawSlope(rows, SHEET);
      for (const side of ['left', 'right'] as const) {
        let until = 0;
        for (const { y, lines, x } of labels.filter((one) => one.side === side)) {
          expect(y).toBeGreaterThanOrEqual(until - 1e-6);
          until = y + lines.length * size * 1.25;
          expect(until).toBeLessThanOrEqual(height + 1e-6);
          expect(x).toBeGreaterThan(0);
          expect(x).toBeLessThan(width);
        }
      }
    }
  );

  test('a sheet of a given height tells whether all have room', () => {
    const rows = Array.from({ length: 30 }, (_, at) => ({ text: LONG, left: at, right: at }));
    expect(drawSlope(rows, { ...SHEET, height: 300 }).fits).toBe(false);
    expect(drawSlope(rows.slice(0, 2), { ...SHEET, height: 300 }).fits).toBe(true);
  });
});

describe('the same asked twice', () => {
  const asked = (id: string, people: Record<string, number>, voters = 10, kind = 'choice') => ({
    id,
    kind,
    vote: {
      ...{ voters, votes: 100, stack: false, low: '', high: '' },
      options: Object.entries(people).map(([text, count]) => ({
        ...{ id: `${id}-${text}`, text, score: count, people: count, place: 1 }
      }))
    }
  });

  test('is found by its alternatives, whatever their order, and compared by parts of those who answered', () => {
    const [now, other, wanted] = [
      asked('now', { Nav: 8, Motor: 2 }),
      asked('other', { Nav: 8, Bro: 2 }),
      asked('wanted', { motor: 15, Nav: 5 }, 20)
    ];
    const all = [now, other, wanted];
    expect(sameAskedBefore(all, wanted)).toBe(now);
    expect(sameAskedBefore(all, now)).toBeUndefined();
    expect(sharesOf(now, wanted)).toEqual([
      { text: 'Nav', left: 0.8, right: 0.25 },
      { text: 'Motor', left: 0.2, right: 0.75 }
    ]);
  });

  test('not where nobody answered, nor between a choice and dots', () => {
    const now = asked('now', { Nav: 1 });
    for (const other of [asked('b', { Nav: 0 }, 0), asked('b', { Nav: 1 }, 10, 'dots')])
      expect(sameAskedBefore([now, other], other)).toBeUndefined();
  });
});
