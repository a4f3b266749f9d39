/** What a projector has room for: nothing is cut off, and what is left out is counted. */
import { describe, expect, test } from 'vitest';
import { actorsOf } from '../../../src/lib/domain/outcomes/actors.ts';
import { actorGrid, sharedOut } from '../../../src/lib/domain/wall/screens/actor-grid.ts';
import { casePages } from '../../../src/lib/domain/wall/screens/case-pages.ts';

const words = {
  kind: (kind: string, count: number) => `${kind} ${count}`,
  item: (names: string, text: string) => `${names}: ${text}`,
  many: (text: string, count: number) => `${text} (${count})`,
  gap: (names: string) => `Vet vi inte: ${names}`,
  gaps: (count: number) => `${count} luckor`,
  more: (count: number) => `och ${count} till`,
  breakable: (text: string) => text
};
const KINDS = ['region', 'agency', 'county-board', 'employment-service', 'municipality', 'university'];
const ROOM = { head: 280, column: 460, height: 700 };
const gridOf = (count: number, fields: (at: number) => Record<string, string>) => {
  const answers = Array.from({ length: count }, (_, at) => ({
    id: `note-${at}`,
    fields: { text: `Aktör ${at}`, actorKind: KINDS[at % KINDS.length]!, ...fields(at) }
  }));
  return actorGrid(actorsOf(answers, 'sv'), ROOM, words);
};

describe('the matrix of actors', () => {
  test('names who does what, marks what holds for several, and tells whose gaps there are', () => {
    const grid = gridOf(2, (at): Record<string, string> =>
      at === 0 ? { role: 'Samlar' } : { role: 'samlar', interface: 'Rådet' }
    );
    expect(grid.dense).toBe(false);
    expect(grid.rows.map(({ head }) => head)).toEqual(['region 1', 'agency 1']);
    expect(grid.rows[0]!.cells).toEqual([
      { items: [{ text: 'Aktör 0: Samlar', shared: true }], rest: 0, gap: '' },
      { items: [], rest: 0, gap: 'Vet vi inte: Aktör 0' },
      { items: [], rest: 0, gap: 'Vet vi inte: Aktör 0' }
    ]);
  });

  test.each([3, 20, 60, 300])('%i actors have room, and what has none is counted', (count) => {
    const text = (at: number) => ({ role: `Ansvarar för insats ${at} i länet`, responsibility: 'Samma' });
    const grid = gridOf(count, text);
    expect(grid.rows.reduce((sum, { height }) => sum + height, 0)).toBeLessThanOrEqual(ROOM.height + 1e-6);
    expect(grid.size).toBeGreaterThanOrEqual(28);
    const roles = grid.rows.map(({ cells }) => cells[0]!);
    expect(roles.reduce((sum, { items, rest }) => sum + items.length + rest, 0)).toBe(count);
    // Alike within a kind is one.
    for (const { cells } of grid.rows) expect(cells[1]!.items).toHaveLength(1);
  });

  test('room is shared by those that want more', () => {
    expect(sharedOut([10, 50, 90], 100)).toEqual([10, 45, 45]);
    expect(sharedOut([10, 20], 100)).toEqual([10, 20]);
    expect(sharedOut([], 100)).toEqual([]);
  });
});

describe('cases', () => {
  const SHEET = { width: 1728, height: 780 };
  const body = (letters: number) =>
    'Vi samlar kommunerna varje månad kring ett bord. '.repeat(60).slice(0, letters);
  const cases = (count: number, letters: number) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${at}`,
      title: `Fall ${at}`,
      from: 'Region',
      body: body(letters)
    }));
  const wordsIn = (text: string) => text.split(/\s+/u).filter(Boolean);

  test('a few stand beside each other, a column each', () => {
    const { pages } = casePages(cases(3, 300), SHEET);
    expect(pages.map((page) => page.map(({ columns }) => columns.length))).toEqual([[1, 1, 1]]);
  });

  test.each([
    [1, 2_000],
    [3, 2_000],
    [60, 1_000]
  ])('%i of %i letters: every word stands on some page, within it', (count, letters) => {
    const { pages, size, across } = casePages(cases(count, letters), SHEET);
    for (const page of pages) {
      expect(page.reduce((sum, { columns }) => sum + columns.length, 0)).toBeLessThanOrEqual(across);
      for (const { columns } of page)
        for (const lines of columns) expect(lines.length * size * 1.25).toBeLessThan(SHEET.height);
    }
    const shown = pages.flat().filter(({ id }) => id === '0');
    expect(shown.flatMap(({ columns }) => wordsIn(columns.flat().join(' ')))).toEqual(wordsIn(body(letters)));
    expect(new Set(pages.flat().map(({ id }) => id)).size).toBe(count);
  });

  test('one that no page holds goes on overleaf', () => {
    const { pages } = casePages([{ id: 'a', title: 'Lista', from: '', body: 'rad\n'.repeat(500) }], SHEET);
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.map(([first]) => first!.goesOn)).toEqual(pages.map((_, at) => at > 0));
    expect(pages.flat().flatMap(({ columns }) => columns.flat())).toHaveLength(500);
  });
});
