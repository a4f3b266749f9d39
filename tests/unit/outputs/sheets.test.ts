/** Workbooks: sheets with names that every program takes, typed cells, and no formula. */
import { unzipSync, strFromU8 } from 'fflate';
import readSheets from 'read-excel-file/node';
import { expect, test } from 'vitest';
import { xlsxOf } from '../../../server/data-files/xlsx.ts';
import { HEADS } from '../../../src/lib/domain/outputs/sheets/wording.ts';
import type { SheetWording } from '../../../src/lib/domain/outputs/sheets/wording.ts';
import { meetingWorkbook, projectWorkbook } from '../../../src/lib/domain/outputs/sheets/workbook.ts';
import { sheetNames } from '../../../src/lib/domain/outputs/sheets/sheet.ts';
import { LEADER, MANS } from '../meeting/log.ts';
import { gatheredMeeting, meetingWith, noteId, PROMPT, review, themedMeeting, WORDING } from './meeting.ts';

const SHEET_WORDING: SheetWording = {
  ...WORDING,
  timeZone: 'Europe/Stockholm',
  heads: Object.fromEntries(HEADS.map((head) => [head, head])) as SheetWording['heads'],
  sheets: { meeting: 'Träffen', project: 'Projektet', parked: 'Parkerat', summaries: 'Sammanfattningar' },
  field: (_kind, field) => field,
  choice: (_kind, _field, value) => `vald ${value}`,
  mark: (mark) => mark,
  score: () => 'poäng',
  spread: { mean: 'medel', low: 'undre', median: 'median', high: 'övre' },
  counted: '(räknas)'
};

function rowsOf(outputs: ReturnType<typeof review>, sheet = 1) {
  return meetingWorkbook(outputs, SHEET_WORDING)[sheet]!.rows;
}

test('names of sheets are legal, short and unlike', () => {
  const long = 'En mycket lång fråga om vem som gör vad';
  const names = sheetNames(['Träffen', 'Vem? [1/2]: *a*\\b', long, long.toUpperCase(), "'", '', 'History']);
  expect(names).toEqual([
    'Träffen',
    'Vem 1 2 a b',
    'En mycket lång fråga om vem som',
    'EN MYCKET LÅNG FRÅGA OM VEM (2)',
    '-',
    '- (2)',
    'History (2)'
  ]);
  for (const name of names) expect(name.length).toBeLessThanOrEqual(31);
});

test('no letter is cut in half, and a name is counted as the program counts it', () => {
  const [name] = sheetNames(['🎈'.repeat(20)]);
  expect(name).toBe('🎈'.repeat(15));
});

test('the first sheet says who, where and when, and what each sheet holds', () => {
  const [first] = meetingWorkbook(review(themedMeeting()), SHEET_WORDING);
  expect(first).toMatchObject({ name: 'Träffen', head: 0 });
  const cells = first!.rows.map((row) =>
    row.map((cell) => (typeof cell === 'object' && cell && 'bold' in cell ? cell.bold : cell))
  );
  expect(cells).toContainEqual(['Var', 'Tallnäs folkets hus']);
  expect(cells).toContainEqual([null, 'Region Älvmark', 1]);
  expect(cells.at(-1)).toEqual(['1 Vem är du', 'Vem är du?', 4, 'sticky-note']);
});

test('of a wall every card is a row under its word, the largest word first', () => {
  const rows = rowsOf(review(gatheredMeeting()));
  expect(rows[0]).toEqual(['word', 'count', 'Text', 'Organisation', 'Tid']);
  expect(rows.slice(1).map(([word, count, text]) => [word, count, text])).toEqual([
    ['Samordnare', 3, 'Koordinator'],
    ['Samordnare', 3, 'Samordnare'],
    ['Samordnare', 3, 'samordnare'],
    ['Nav', 1, 'Nav']
  ]);
});

test('notes have their theme, numbers are numbers and days are days', () => {
  expect(rowsOf(review(themedMeeting()))[1]!.slice(0, 2)).toEqual(['Frukost.', 'Mötas *oftare*']);
  const log = meetingWith('commitment', []);
  const fields = { text: 'Ringa', by: '2027-03-01' };
  log.do(MANS, { name: 'SubmitNote', data: { note: noteId(0), prompt: PROMPT, fields } });
  const rows = rowsOf(review(log));
  expect(rows[1]).toContainEqual({ day: '2027-03-01' });
  const view = { text: 'Bra', actorKind: 'region', actor: 'Norr', role: '7' };
  const [head, row] = rowsOf(review(meetingWith('perspective', [view])));
  expect(row![head!.indexOf('role')]).toBe(7);
  expect(row![head!.indexOf('actorKind')]).toBe('vald region');
});

test('a vote has its alternatives, a scale its numbers and its middle', () => {
  const vote = {
    about: null,
    choices: [
      { id: 'choice-01', text: 'Nav' },
      { id: 'choice-02', text: 'Mäklare' }
    ],
    votes: 1,
    stack: false,
    low: 'nej',
    high: 'ja'
  };
  const log = meetingWith('choice', [], { vote });
  log.do(MANS, { name: 'CastBallot', data: { prompt: PROMPT, ballot: { 'choice-02': 1 } } });
  log.do(LEADER, { name: 'ClosePrompt', data: { prompt: PROMPT } });
  expect(rowsOf(review(log))).toEqual([
    ['option', 'place', 'poäng', 'Personer'],
    ['Mäklare', 1, 1, 1],
    ['Nav', 2, 0, 0]
  ]);
  const scale = meetingWith('scale', [], { vote });
  scale.do(MANS, { name: 'CastBallot', data: { prompt: PROMPT, ballot: { 'the-scale': 8 } } });
  scale.do(LEADER, { name: 'ClosePrompt', data: { prompt: PROMPT } });
  const rows = rowsOf(review(scale));
  expect(rows[9]).toEqual([8, 1]);
  expect(rows).toContainEqual([{ bold: 'median' }, 8]);
  expect(rows.at(-1)).toEqual([10, 'ja']);
});

test('another program reads the workbook back: texts as texts, times on the wall clock', async () => {
  const texts = ['=1+1', '+46', 'rad ett\nrad två', 'a\u0007b <&> "c"', '_x0041_'];
  const outputs = review(
    meetingWith(
      'sticky-note',
      texts.map((text) => ({ text }))
    )
  );
  const bytes = await xlsxOf(meetingWorkbook(outputs, SHEET_WORDING));
  const sheets = await readSheets(Buffer.from(bytes));
  expect(sheets.map(({ sheet }) => sheet)).toEqual(['Träffen', '1 Vem är du']);
  const [, ...rows] = sheets[1]!.data;
  expect(rows.map(([text]) => text)).toEqual(['=1+1', '+46', 'rad ett\nrad två', 'ab <&> "c"', '_x0041_']);
  expect((rows[0]!.at(-1) as unknown as Date).toISOString()).toBe('2027-01-15T09:00:03.000Z');
  const parts = unzipSync(bytes);
  const sheet = strFromU8(parts['xl/worksheets/sheet2.xml']!);
  expect(sheet).toContain('state="frozen"');
  expect(sheet).not.toContain('<f>');
});

test('a project is one workbook, its sheets numbered by meeting and step', () => {
  const outputs = [review(themedMeeting()), review(gatheredMeeting(), { number: 3 })];
  const sheets = projectWorkbook(
    outputs.map((one) => ({ outputs: one, wording: SHEET_WORDING })),
    SHEET_WORDING
  );
  expect(sheets.map(({ name }) => name)).toEqual(['Projektet', '2.1 Vem är du', '3.1 Vem är du']);
});

test('what is counted and not quoted has a row without its text', () => {
  const log = meetingWith('perspective', []);
  const fields = { text: 'Hemligt', actorKind: 'region', actor: 'Norr', role: '7' };
  log.do(MANS, { name: 'SubmitNote', data: { note: noteId(0), prompt: PROMPT, fields, unquoted: true } });
  const sheets = meetingWorkbook(review(log), SHEET_WORDING);
  expect(JSON.stringify(sheets)).not.toMatch(/Hemligt|Norr/);
  expect(sheets[1]!.rows[1]![0]).toBe('(räknas)');
});

test('sheets are printed as wide as the page, on each page with their head', async () => {
  const sheets = [
    {
      name: "Anna's & Bo",
      widths: [60, 60],
      head: 1,
      rows: [
        ['Text', 'Antal'],
        ['x'.repeat(150), 3]
      ]
    },
    { name: 'Smal', widths: [20], head: 0, rows: [['kort']] }
  ];
  const files = unzipSync(await xlsxOf(sheets));
  const [first, second] = [1, 2].map((id) => strFromU8(files[`xl/worksheets/sheet${id}.xml`]!));
  const book = strFromU8(files['xl/workbook.xml']!);
  expect(first).toMatch(/<sheetPr><pageSetUpPr fitToPage="1"\/><\/sheetPr><sheetViews>/);
  expect(first).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/);
  expect(second).toContain('orientation="portrait"');
  expect(first).toMatch(/<row r="2" ht="45" customHeight="1">/);
  expect(book.match(/<definedNames/g)).toHaveLength(1);
  expect(book).toContain(`localSheetId="0">'Anna''s &amp; Bo'!$1:$1</definedName>`);
  expect(book).not.toContain('localSheetId="1"');
});
