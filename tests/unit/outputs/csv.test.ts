import { expect, test } from 'vitest';
import { toCsv } from '../../../src/lib/domain/outputs/csv.ts';
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
