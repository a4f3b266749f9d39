/** Rows as cards: what comes in, what is marked and why. */
import { describe, expect, test } from 'vitest';
import {
  candidatesFrom,
  guessedColumns,
  hasTitles,
  importedFields,
  isPlain
} from '../../../src/lib/domain/import/cards.ts';
import type { Row } from '../../../src/lib/domain/import/table.ts';
import { kindOf } from '../../../src/lib/domain/kinds/registry.ts';

const kind = (name: string) => kindOf(name)!;

function read(
  name: string,
  rows: readonly Row[],
  { titled = false, asked = false, there = [] as string[] } = {}
) {
  const columns = guessedColumns(rows, titled, importedFields(kind(name)));
  return candidatesFrom(rows, { kind: kind(name), columns, titled, asked, there });
}

describe('columns', () => {
  test('lie in their order where nothing stands over them', () => {
    expect(guessedColumns([['Nav', 'mitt i']], false, ['text', 'explanation'])).toEqual({
      text: 0,
      explanation: 1
    });
    expect(guessedColumns([['Nav']], false, ['text', 'explanation'])).toEqual({ text: 0 });
  });

  test('are known by their titles, in any case and order', () => {
    const rows = [
      ['Tid', 'FÖRKLARING', 'Rollkort '],
      ['9.30', 'mitt i', 'Nav']
    ];
    expect(hasTitles(rows)).toBe(true);
    expect(guessedColumns(rows, true, ['text', 'explanation'])).toEqual({ text: 2, explanation: 1 });
    expect(hasTitles([['Nav', 'mitt i']])).toBe(false);
  });

  test('without a title are not taken for an explanation', () => {
    expect(guessedColumns([['Rollkort', 'Tid']], true, ['text', 'explanation'])).toEqual({ text: 0 });
  });
});

describe('cards', () => {
  test('carry the number of their row, and their explanation', () => {
    expect(
      read(
        'role-card',
        [
          ['Kort', 'Förklaring'],
          ['Nav', 'mitt i']
        ],
        { titled: true }
      )
    ).toEqual([{ number: 2, text: 'Nav', fields: { text: 'Nav', explanation: 'mitt i' } }]);
  });

  test('that are empty or too long say so, and cannot come in', () => {
    const long = 'Livsmedelsberedskapssamordnare'.repeat(3);
    const found = read('role-card', [['Nav'], ['  \u200b'], [long], ['', 'mitt i']]);
    expect(found.map(({ doubt }) => doubt)).toEqual([
      undefined,
      { code: 'empty' },
      { code: 'too-long', field: 'text', limit: 60, length: 90 },
      { code: 'empty' }
    ]);
    expect(found.map((one) => one.fields !== undefined)).toEqual([true, false, false, false]);
  });

  test('that are there already, or twice, are marked and can come in all the same', () => {
    const found = read('role-card', [['nav'], ['Lots'], ['  LOTS '], ['Lotsar']], { there: ['Nav'] });
    expect(found.map(({ doubt }) => doubt)).toEqual([
      { code: 'there' },
      undefined,
      { code: 'double', of: 2 },
      undefined
    ]);
    expect(found.every(({ fields }) => fields)).toBe(true);
    expect(found.filter(isPlain)).toHaveLength(2);
  });

  test('of å and a are two', () => {
    expect(read('role-card', [['Råd'], ['Rad']]).filter(isPlain)).toHaveLength(2);
  });

  test('that are quotes have a speaker with a name, or none', () => {
    const rows = [['Ta täten!', 'Gun', 'strateg'], ['Börja göra', '', 'strateg'], ['Ja']];
    expect(read('quote', rows).map(({ fields }) => fields)).toEqual([
      { text: 'Ta täten!', speaker: 'other', speakerName: 'Gun', speakerTitle: 'strateg', printed: 'none' },
      { text: 'Börja göra', speaker: 'anonymous' },
      { text: 'Ja', speaker: 'anonymous' }
    ]);
  });

  test('that name somebody keep the name out of print, unless those named have been asked', () => {
    const printed = (asked: boolean) =>
      read('quote', [['Ta täten!', 'Gun', 'strateg'], ['Börja göra']], { asked }).map(
        ({ fields }) => kind('quote').print!(fields!).fields.speakerName
      );
    expect(printed(false)).toEqual([undefined, undefined]);
    expect(printed(true)).toEqual(['Gun', undefined]);
  });

  test('under nothing but titles are none', () => {
    expect(read('role-card', [['Kort', 'Förklaring']], { titled: true })).toEqual([]);
  });

  test('of a megabyte are shown by their beginning', () => {
    const [found] = read('sticky-note', [['ö'.repeat(1_000_000)]]);
    expect(found?.text).toHaveLength(200);
    expect(found?.doubt).toEqual({ code: 'too-long', field: 'text', limit: 280, length: 1_000_000 });
  });

  test('with formulas and tags are texts', () => {
    const found = read('role-card', [['=HYPERLINK("http://x")'], ['<script>alert(1)</script>']]);
    expect(found.map(({ fields }) => fields?.text)).toEqual([
      '=HYPERLINK("http://x")',
      '<script>alert(1)</script>'
    ]);
  });
});
