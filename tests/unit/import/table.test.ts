/** Pasted text and files as rows of cells, hostile ones too. */
import { describe, expect, test } from 'vitest';
import { decoded, fileTypeOf } from '../../../src/lib/domain/import/decode.ts';
import { csvTable, MOST_ROWS, pastedTable } from '../../../src/lib/domain/import/table.ts';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) => (typeof part === 'string' ? [...new TextEncoder().encode(part)] : part))
  );

describe('pasted text', () => {
  test('has one card a line, and columns where there are tabs', () => {
    expect(pastedTable('Nav\tmitt i\r\nSamordnare, som håller ihop; allt\r\n\r\n').rows).toEqual([
      ['Nav', 'mitt i'],
      ['Samordnare, som håller ihop; allt']
    ]);
  });

  test('from a spreadsheet keeps the lines of a cell together', () => {
    expect(pastedTable('"Två\nrader ""med"" citat"\tgärna\nEn').rows).toEqual([
      ['Två\nrader "med" citat', 'gärna'],
      ['En']
    ]);
  });

  test('that only begins with a quotation mark stays what it is', () => {
    expect(pastedTable('"Ta täten!" sa kommunen\nNav').rows).toEqual([['"Ta täten!" sa kommunen'], ['Nav']]);
    expect(pastedTable('"öppen\nNav').rows).toEqual([['"öppen'], ['Nav']]);
  });

  test('without anything has no rows', () => {
    for (const text of ['', '\n\n \n', '\uFEFF']) expect(pastedTable(text).rows).toEqual([]);
  });
});

describe('a .csv file', () => {
  test.each([
    [';', 'Kort;Förklaring\nNav;mitt i, mellan alla\nLots;"semikolon; i texten"'],
    [',', 'Kort,Förklaring\nNav,"mitt i, mellan alla"\nLots,semikolon; i texten'],
    ['\t', 'Kort\tFörklaring\nNav\tmitt i, mellan alla\nLots\tsemikolon; i texten']
  ])('is parted by %j where all its rows are', (_mark, text) => {
    expect(csvTable(text).rows).toEqual([
      ['Kort', 'Förklaring'],
      ['Nav', 'mitt i, mellan alla'],
      ['Lots', 'semikolon; i texten']
    ]);
  });

  test('of one column is not parted by the commas of its sentences', () => {
    expect(csvTable('Vi börjar, helt enkelt\nLyssna\nEtt, två, tre').rows).toEqual([
      ['Vi börjar, helt enkelt'],
      ['Lyssna'],
      ['Ett, två, tre']
    ]);
  });

  test('may have empty lines', () => {
    expect(csvTable('Kort;Förklaring\n\nNav;mitt i\n').rows).toEqual([
      ['Kort', 'Förklaring'],
      [''],
      ['Nav', 'mitt i']
    ]);
  });

  test('may say itself by what it is parted', () => {
    expect(csvTable('sep=,\r\na,b\r\nc').rows).toEqual([['a', 'b'], ['c']]);
  });

  test('with formulas holds texts', () => {
    expect(csvTable('=1+1;@SUM(A1)\n+46;-1').rows).toEqual([
      ['=1+1', '@SUM(A1)'],
      ['+46', '-1']
    ]);
  });
});

describe('hostile files', () => {
  test('a line of a megabyte is one cell', () => {
    const [row] = csvTable(`${'ö'.repeat(1_000_000)}\nNav`).rows;
    expect(row?.[0]).toHaveLength(1_000_000);
  });

  test('100,000 lines are cut, and that is told', () => {
    const started = performance.now();
    const table = csvTable('Nav;mitt i\n'.repeat(100_000));
    expect(table).toMatchObject({ cut: true });
    expect(table.rows).toHaveLength(MOST_ROWS);
    expect(pastedTable('Nav\n'.repeat(MOST_ROWS))).toMatchObject({ cut: false });
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  test('100,000 quotation marks that nothing closes take no time', () => {
    const started = performance.now();
    expect(pastedTable('"a b\n'.repeat(100_000)).rows[0]).toEqual(['"a b']);
    expect(pastedTable('"a" b'.repeat(200_000)).rows).toHaveLength(1);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('the bytes of a file', () => {
  test('are UTF-8 with or without its mark, UTF-16, or Windows-1252', () => {
    expect(decoded(bytes([0xef, 0xbb, 0xbf], 'Åsbyn'))).toBe('Åsbyn');
    expect(decoded(bytes('Åsbyn'))).toBe('Åsbyn');
    expect(decoded(bytes([0xff, 0xfe, 0xc5, 0, 0x73, 0]))).toBe('Ås');
    expect(decoded(bytes([0xc5, 0x73, 0x62, 0x79, 0x6e]))).toBe('Åsbyn');
  });

  test('tell what it is, whatever its name says', () => {
    expect(fileTypeOf(bytes([0x50, 0x4b, 3, 4], 'xl'))).toBe('xlsx');
    expect(fileTypeOf(bytes([0xd0, 0xcf, 0x11, 0xe0]))).toBe('old-excel');
    expect(fileTypeOf(bytes([0x89, 0x50, 0x4e, 0x47, 0, 1]))).toBe('binary');
    expect(fileTypeOf(bytes([0xff, 0xfe, 0xc5, 0]))).toBe('text');
    expect(fileTypeOf(bytes('Nav'))).toBe('text');
    expect(fileTypeOf(new Uint8Array())).toBe('text');
  });
});
