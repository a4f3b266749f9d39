/** Who is here, by organisation, in as many rows as the lobby has. */
import { describe, expect, test } from 'vitest';
import { widthOf } from '../../../src/lib/domain/wall/screens/paragraph.ts';
import { rowsOf } from '../../../src/lib/meeting/wall/rows.ts';

const more = (count: number) => `och ${count} organisationer till`;
const room = { width: 52, rows: 4, more };
const named = (count: number, name: string) =>
  Array.from({ length: count }, (_, at) => ({ name: `${name} ${at}`, here: 2 }));

describe('organisations in rows', () => {
  test('all of them where there is room, in order', () => {
    const all = named(12, 'Tallnäs');
    const { rows, rest } = rowsOf(all, room);
    expect(rows.flat()).toEqual(all);
    expect(rest).toBe(0);
  });

  test('else as many as there is room for, and how many are left out, which fits too', () => {
    for (const length of [8, 20, 33, 41, 50, 60]) {
      const all = named(25, 'Myndigheten för samhällsskydd och beredskap, enheten för mat'.slice(0, length));
      const { rows, rest } = rowsOf(all, { ...room, rows: 3 });
      expect(rows.length).toBeLessThanOrEqual(3);
      expect(rows.flat().length + rest).toBe(25);
      const texts = rows.at(-1)!.map(({ name, here }) => `${name} ${here}`);
      if (rest > 0) texts.push(more(rest));
      const used = texts.reduce((sum, text) => sum + widthOf(text, 'reading') + 40 / 28, -40 / 28);
      expect(used).toBeLessThanOrEqual(room.width + 1e-9);
    }
  });

  test('a short one stands where a long one has left room', () => {
    const all = [
      ...named(2, 'Myndigheten för samhällsskydd och beredskap, avdelningen för livsmedel'),
      ...named(1, 'Ekvik')
    ];
    expect(rowsOf(all, room).rows.map(({ length }) => length)).toEqual([2, 1]);
  });

  test('a name as long as a row has one, and nobody gives none', () => {
    const long = [{ name: 'Samverkan '.repeat(40), here: 1 }];
    expect(rowsOf(long, room)).toEqual({ rows: [long], rest: 0 });
    expect(rowsOf([], room)).toEqual({ rows: [], rest: 0 });
  });
});
