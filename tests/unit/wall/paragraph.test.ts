/** Room for texts that nobody can scroll: how many lines, which size, how many columns. */
import { describe, expect, test } from 'vitest';
import { inShortest, inTurn } from '../../../src/lib/domain/wall/screens/columns.ts';
import { fittingSize, linesOf, widthOf } from '../../../src/lib/domain/wall/screens/paragraph.ts';

describe('lines of a text', () => {
  test('break between words, at hyphens, and where the text has a new line', () => {
    const width = widthOf('Ingen har bett', 'patrick-hand') + 0.1;
    expect(linesOf('Ingen har bett oss', 'patrick-hand', width)).toBe(2);
    expect(linesOf('Ingen\nhar\nbett', 'patrick-hand', width)).toBe(3);
    expect(linesOf('Ingen-har bett', 'patrick-hand', widthOf('har bett', 'patrick-hand') + 0.1)).toBe(2);
  });

  test('a compound longer than the line is broken, and what follows it begins a line', () => {
    const compound = 'Livsmedelsberedskapssamordnare';
    const width = widthOf(compound, 'patrick-hand') / 2.5;
    expect(linesOf(compound, 'patrick-hand', width)).toBeGreaterThanOrEqual(3);
    expect(linesOf(`${compound} nu`, 'patrick-hand', width)).toBeGreaterThan(
      linesOf(compound, 'patrick-hand', width)
    );
  });

  test('the reading face is measured by its own letters', () => {
    expect(widthOf('ordvagg', 'reading')).toBeGreaterThan(3);
    expect(widthOf('ordvagg', 'reading')).toBeLessThan(5);
  });
});

describe('the largest size at which a text fits', () => {
  const room = {
    face: 'patrick-hand',
    width: 1600,
    height: 700,
    most: 128,
    least: 28,
    leading: 1.25
  } as const;

  test('is the largest of all for a short one, smaller the longer it is', () => {
    expect(fittingSize('Vi gör det nu.', room)).toBe(128);
    const sizes = [100, 200, 400, 800].map((length) => fittingSize('ord och ord '.repeat(length / 12), room));
    expect([...sizes].sort((a, b) => b - a)).toEqual(sizes);
  });

  test('leaves no text over, and no word broken that need not be', () => {
    const text = 'ord och ord '.repeat(40);
    const size = fittingSize(text, room);
    expect(linesOf(text, 'patrick-hand', 1600 / size) * size * 1.25).toBeLessThanOrEqual(700);
    const compound = 'Livsmedelsberedskapssamordnarkonferens';
    expect(widthOf(compound, 'patrick-hand') * fittingSize(compound, room)).toBeLessThanOrEqual(1600);
  });
});

describe('columns', () => {
  const heightOf = (height: number) => height;

  test('each into the shortest, none higher than there is room, and what is too high leaves its room to the next', () => {
    const { columns, rest } = inShortest([5, 3, 2, 9, 4], heightOf, { columns: 2, height: 10, gap: 0 });
    expect(columns).toEqual([
      [5, 4],
      [3, 2]
    ]);
    expect(rest).toEqual([9]);
  });

  test('one after the other, as a text is read', () => {
    const { columns, rest } = inTurn([4, 4, 4, 4, 4], heightOf, { columns: 2, height: 9, gap: 1 });
    expect(columns).toEqual([
      [4, 4],
      [4, 4]
    ]);
    expect(rest).toEqual([4]);
    expect(inTurn([4, 4], heightOf, { columns: 1, height: 8, gap: 1 }).rest).toEqual([4]);
  });

  test('what is higher than a column is left over', () => {
    expect(inTurn([11, 1], heightOf, { columns: 2, height: 10, gap: 0 }).rest).toEqual([11, 1]);
  });
});
