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
import { importWords } from '../../../src/lib/i18n/import-words.ts';
import { kindOf } from '../../../src/lib/domain/kinds/registry.ts';

const kind = (name: string) => kindOf(name)!;

function read(
  name: string,
  rows: readonly Row[],
  { titled = false, asked = false, there = [] as string[] } = {}
) {
  const columns = guessedColumns(rows, titled, importedFields(kind(name)));
  const stand = there.map((text) => ({ text }));
  return candidatesFrom(rows, { kind: kind(name), columns, titled, asked, there: stand });
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

describe('columns of other kinds', () => {
  const laid = (name: string, rows: readonly Row[]) => {
    const words = importWords(name);
    const titled = hasTitles(rows, words);
    const { main } = kind(name);
    const columns = guessedColumns(rows, titled, importedFields(kind(name)), { main, words });
    return candidatesFrom(rows, { kind: kind(name), columns, titled, asked: false, there: [], words });
  };

  test('are laid by what the forms call them, in both languages', () => {
    const swedish = ['Senast', 'Vem gör det?', 'Vad ska göras?'];
    expect(laid('commitment', [swedish, ['1 mars 2027', 'Gun', 'Ringa']])).toEqual([
      { number: 2, text: 'Ringa', fields: { text: 'Ringa', who: 'Gun', by: '2027-03-01' } }
    ]);
    const [found] = laid('perspective', [
      ['Kind of actor', 'Which actor?', 'How do they see our role?', 'How large a role do they give us?'],
      ['Municipalities', 'Hällby', 'Take the lead!', '9 of 10']
    ]);
    expect(found?.fields).toEqual({
      actorKind: 'municipality',
      actor: 'Hällby',
      text: 'Take the lead!',
      role: '9'
    });
  });

  test('without titles lie in the order of the form; choices are known by their names or values', () => {
    expect(laid('milestone', [['1850 – 1930', 'Utvandringen']])[0]?.fields).toEqual({
      years: '1850-1930',
      text: 'Utvandringen'
    });
    const kinds = ['Kommun', 'kommuner', 'municipality', 'Municipality'];
    for (const name of kinds)
      expect(laid('actor', [['Hällby', name]])[0]?.fields?.actorKind).toBe('municipality');
  });

  test.each([
    ['2027-03-01', '2027-03-01'],
    ['2027-03-01 00:00:00', '2027-03-01'],
    ['1 mars 2027', '2027-03-01'],
    ['den 1 mar. 2027', '2027-03-01'],
    ['1/3 2027', '2027-03-01'],
    ['1.3.2027', '2027-03-01'],
    ['March 1, 2027', '2027-03-01'],
    ['12 October 2027', '2027-10-12']
  ])('the day %s is read', (written, kept) => {
    expect(laid('commitment', [['Ringa', 'Gun', written]])[0]?.fields?.by).toBe(kept);
  });

  test.each([
    ['commitment', ['Ringa', 'Gun', '30 februari 2027'], 'by', 'day-unreadable'],
    ['commitment', ['Ringa', 'Gun', 'snart'], 'by', 'day-unreadable'],
    ['milestone', ['0', 'Något'], 'years', 'years-outside'],
    ['milestone', ['1975-1969', 'Något'], 'years', 'years-backwards'],
    ['perspective', ['Kommun', '', 'Ja', '11'], 'role', 'number-outside'],
    ['perspective', ['Komun', '', 'Ja', '7'], 'actorKind', 'choice-unknown'],
    ['role-definition', ['Nav'], 'meaning', 'text-empty']
  ])('a bad cell of %s %j is named', (name, row, field, code) => {
    expect(laid(name, [row])[0]?.doubt).toMatchObject({ code: 'wrong', fault: { field, code } });
  });

  test('an empty row is empty, whatever the kind asks for', () => {
    expect(laid('perspective', [['', '', '', '']])[0]?.doubt).toEqual({ code: 'empty' });
  });
});
