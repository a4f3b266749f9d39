import { expect, test } from 'vitest';
import { parse } from 'csv-parse/sync';
import { csvOf, toCsv } from '../../../src/lib/domain/outputs/csv.ts';
import { Log, MANS } from '../meeting/log.ts';
import { gatheredMeeting, meetingWith, review, themedMeeting, WORDING } from './meeting.ts';

const HEADER =
  'Träff;Nr;Fråga;Typ;Text;Förklaring;Tema;Sagt av;Organisation;Smågrupp;Tid;Röster;Personer\r\n';

function csv(log: Log, wording = WORDING): string {
  return toCsv(review(log), wording, 'Europe/Stockholm');
}

/** The cell under "Text" of the first row, as it is written. */
function cell(text: string): string {
  const row = csv(meetingWith('sticky-note', [{ by: MANS, text }])).slice(1 + HEADER.length);
  return row.slice('Träff 2: Vem är du?;1;Vem är du?;sticky-note;'.length, row.lastIndexOf(';;;;;;2'));
}

test('a table starts with a byte order mark, so that Excel reads å ä ö', () => {
  const bytes = Buffer.from(csv(meetingWith('sticky-note', [{ text: 'Åäö' }])));
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  expect(bytes.toString()).toContain('Åäö');
});

test('an empty meeting is a table with its headers alone', () => {
  expect(csv(new Log())).toBe(`\uFEFF${HEADER}`);
});

test('every note is a row: meeting, prompt, kind, text, explanation, speaker, organisation, local time', () => {
  const card = { text: 'Nav', explanation: 'Mitt i.' };
  expect(csv(meetingWith('role-card', [card]))).toBe(
    `\uFEFF${HEADER}Träff 2: Vem är du?;1;Vem är du?;role-card;Nav;Mitt i.;Nav;;Region Älvmark;;2027-01-15 09:00:03;;\r\n`
  );
  const quote = { text: 'Nej.', speaker: 'other', speakerName: 'Ronja', speakerTitle: 'kostchef' };
  expect(csv(meetingWith('quote', [quote]))).toContain(';quote;Nej.;;;"Ronja, kostchef";');
});

test('a sticky note says in which theme it lies', () => {
  const themes = csv(themedMeeting())
    .split('\r\n')
    .slice(1, -1)
    .map((row) => row.split(';')[6]);
  expect(themes).toEqual(['Mötas *oftare*', '', 'Mötas *oftare*', 'Kartor']);
});

test('a card says in which word it lies', () => {
  const words = csv(gatheredMeeting())
    .split('\r\n')
    .slice(1, -1)
    .map((row) => row.split(';')[6]);
  expect(words).toEqual(['Samordnare', 'Samordnare', 'Samordnare', 'Nav']);
});

test('English tables are parted by commas, Swedish ones by semicolons', () => {
  expect(csv(new Log(), { ...WORDING, locale: 'en' })).toMatch(/^\uFEFFTräff,Nr,/);
});

test.each([
  ['en; två', '"en; två"'],
  ['en, två', '"en, två"'],
  ['sa "nej"', '"sa ""nej"""'],
  ['"nej"; sa hon', '"""nej""; sa hon"'],
  ['rad ett\nrad två', '"rad ett\nrad två"'],
  ['vanlig text', 'vanlig text']
])('a cell is quoted where it must be: %j', (text, written) => {
  expect(cell(text)).toBe(written);
});

test.each([
  ['=1+1', "'=1+1"],
  ['=HYPERLINK("http://x.se";"klicka")', '"\'=HYPERLINK(""http://x.se"";""klicka"")"'],
  ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
  ['+46 70', "'+46 70"],
  ['-1', "'-1"],
  ['- en tanke', "'- en tanke"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['＝1+1', "'＝1+1"],
  ['"=1+1"', '"\'""=1+1"""'],
  ["'=1+1", "''=1+1"],
  ['-5', "'-5"],
  ['1=1', '1=1'],
  ['Nav-', 'Nav-']
])('a cell is never a formula: %j', (text, written) => {
  expect(cell(text)).toBe(written);
});

test.each(['\t=1+1', '\r=1+1'])('a cell is never a formula: what starts with %j in a title', (title) => {
  const outputs = review(meetingWith('sticky-note', [{ text: 'hej' }]), { title: 'x' });
  const prompts = outputs.prompts.map((prompt) => ({ ...prompt, title }));
  expect(toCsv({ ...outputs, prompts }, WORDING, 'UTC')).toContain(`;"'${title}";`);
});

test('times are those of the place, in summer and in winter', () => {
  const { prompts, ...rest } = review(meetingWith('sticky-note', [{ text: 'hej' }]));
  const at = (instant: string) => ({
    ...rest,
    prompts: prompts.map((prompt) => ({
      ...prompt,
      notes: prompt.notes.map((note) => ({ ...note, at: Date.parse(instant) }))
    }))
  });
  expect(toCsv(at('2027-07-01T22:30:00Z'), WORDING, 'Europe/Stockholm')).toContain(
    ';2027-07-02 00:30:00;;\r\n'
  );
  expect(toCsv(at('2027-01-01T22:30:00Z'), WORDING, 'Europe/Stockholm')).toContain(
    ';2027-01-01 23:30:00;;\r\n'
  );
});

test('another program reads the table back as it was written', () => {
  const texts = ['sa "nej"; gick, hem', 'rad ett\nrad två', '=1+1', 'Åäö 🎈'];
  const written = csv(
    meetingWith(
      'sticky-note',
      texts.map((text) => ({ text }))
    )
  );
  const rows = parse<Record<string, string>>(written, { bom: true, delimiter: ';', columns: true });
  expect(rows.map(({ Text: text }) => text)).toEqual([texts[0], texts[1], "'=1+1", texts[3]]);
});

test('a project is one table, and every row says of which meeting it is', () => {
  const one = review(meetingWith('sticky-note', [{ text: 'Hej' }]));
  const other = review(meetingWith('sticky-note', [{ text: 'Hå' }]), { number: 3, title: 'Vart?' });
  const meetings = [one, other].map((outputs) => ({ outputs, wording: WORDING }));
  const rows: string[][] = parse(csvOf(meetings, WORDING, 'UTC'), { bom: true, delimiter: ';' });
  expect(rows.slice(1).map(([meeting]) => meeting)).toEqual(['Träff 2: Vem är du?', 'Träff 3: Vart?']);
});

test('a number of ours stays a number, also below nothing', () => {
  const outputs = review(meetingWith('sticky-note', []));
  const option = { id: 'option-1', text: 'Nav', place: 1, score: -5, people: 3 };
  const vote = { voters: 3, votes: 1, stack: false, low: '', high: '', options: [option] };
  const prompts = outputs.prompts.map((prompt) => ({ ...prompt, vote }));
  expect(toCsv({ ...outputs, prompts }, WORDING, 'UTC')).toContain(';-5;3\r\n');
});

test.each([' =1+1', '\u00a0=1+1', ' "=1+1', '　＝1+1'])(
  'a program that looks past %j finds no formula',
  (title) => {
    const outputs = review(meetingWith('sticky-note', [{ text: 'hej' }]));
    const prompts = outputs.prompts.map((prompt) => ({ ...prompt, title }));
    const rows: string[][] = parse(toCsv({ ...outputs, prompts }, WORDING, 'UTC'), {
      bom: true,
      delimiter: ';'
    });
    expect(rows[1]![2]).toBe(`'${title}`);
  }
);
