/** Chosen files: what they hold, or why not. */
import { expect, test } from 'vitest';
import { unpackedSize } from '../../../src/lib/domain/import/unpacked.ts';
import { readFile } from '../../../src/lib/meeting/console/import/sheet.ts';
import { packed, workbook } from '../../fixtures/workbook.ts';

const file = (name: string, ...parts: (string | Uint8Array<ArrayBuffer>)[]) => new File(parts, name);

test('a workbook has its rows, formulas and tags as texts', async () => {
  const rows = [
    ['Kort', 'Förklaring'],
    ['Nav', '<b>mitt i</b> & kring'],
    ['=1+1', '']
  ];
  const read = await readFile(file('kort.xlsx', workbook(rows)));
  expect(read).toMatchObject({ ok: true, sheets: [{ name: 'Blad1', cut: false }] });
  expect(read.ok && read.sheets[0]?.rows.slice(0, 2)).toEqual(rows.slice(0, 2));
  expect(read.ok && read.sheets[0]?.rows[2]?.[0]).toBe('=1+1');
});

test('a workbook is known by its bytes, not by its name', async () => {
  expect(await readFile(file('kort.csv', workbook([['Nav']])))).toMatchObject({ ok: true });
});

test('a text in Windows-1252 with semicolons', async () => {
  const read = await readFile(file('kort.csv', new Uint8Array([0xc5, 0x3b, 0xe4, 0x0d, 0x0a])));
  expect(read).toMatchObject({ ok: true, sheets: [{ rows: [['Å', 'ä']] }] });
});

test.each([
  ['an empty file', file('tom.txt'), 'no-rows'],
  ['empty lines', file('tom.csv', '\n;;\n ; ;\n\n'), 'no-rows'],
  ['a picture', file('bild.txt', new Uint8Array([0x89, 0x50, 0, 0, 1])), 'binary'],
  ['an old workbook', file('gammal.xls', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0])), 'old-excel'],
  ['half a workbook', file('halv.xlsx', workbook([['Nav']]).slice(0, 400)), 'broken'],
  ['another packed file', file('annat.xlsx', packed({ 'hej.txt': 'hej' })), 'broken'],
  [
    'one that claims to unpack to gigabytes',
    file('bomb.xlsx', packed({ 'xl/workbook.xml': 'x' }, 4e9)),
    'broken'
  ],
  ['more than is read', file('stor.txt', 'a'.repeat(6 * 1024 * 1024)), 'too-large']
])('%s says what is wrong', async (_what, chosen, trouble) => {
  expect(await readFile(chosen)).toEqual({ ok: false, trouble });
});

test('what a packed file claims to be is read from its list', () => {
  expect(unpackedSize(packed({ a: 'abc', b: 'de' }))).toBe(5);
  expect(unpackedSize(packed({ a: 'abc' }, 4e9))).toBe(4e9);
  expect(unpackedSize(new Uint8Array(10))).toBeUndefined();
});
