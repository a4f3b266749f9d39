/** A pasted list of people: what is understood of each line, and what becomes of it beside those who are there. */
import { expect, test } from 'vitest';
import { PEOPLE_LIMITS, readPeople } from '../../../src/lib/domain/people/pasted.ts';
import { comingOf } from '../../../src/lib/domain/people/roster.ts';
import type { Listed } from '../../../src/lib/domain/people/roster.ts';

const lines = (text: string) => {
  const read = readPeople(text);
  if (!read.ok) throw new Error(read.fault.code);
  return read.lines.map((line) => (line.ok ? line.person : { line: line.number, ...line.fault }));
};
const anna = { name: 'Anna Ek', organisation: 'Region Tallmo', email: 'anna@exempel.se' };

test.each([
  'Anna Ek\tRegion Tallmo\tanna@exempel.se',
  'Anna Ek;Region Tallmo;Anna@Exempel.se;',
  ' Anna  Ek , Region Tallmo , anna@exempel.se',
  '"Anna Ek";"Region Tallmo";"anna@exempel.se"',
  'Anna Ek;anna@exempel.se;Region Tallmo',
  'Anna Ek <anna@exempel.se>; Region Tallmo',
  'Namn;Organisation;E-post\nAnna Ek;Region Tallmo;anna@exempel.se',
  'E-post\tEfternamn\tFörnamn\tOrganisation\nanna@exempel.se\tEk\tAnna\tRegion Tallmo'
])('one person is understood however the cells are parted: %j', (text) => {
  expect(lines(text)).toEqual([anna]);
});

test('a part is known by its word in both languages, wherever it stands; two columns are a name and an organisation', () => {
  const { email: _email, ...bare } = anna;
  expect(
    lines('Anna Ek;Region Tallmo;;Föreläsare\nAnna Ek;Region Tallmo;lecturer\nAnna Ek\tRegion Tallmo\nBo')
  ).toEqual([
    { ...bare, email: '', part: 'lecturer' },
    { ...bare, email: '', part: 'lecturer' },
    { ...bare, email: '' },
    { name: 'Bo', organisation: '', email: '' }
  ]);
});

test('a line that is wrong is told by its number, counted with the empty ones; the others are read', () => {
  const long = 'å'.repeat(61);
  expect(
    lines(
      [
        'Anna Ek;Region Tallmo;anna@exempel.se',
        '',
        ';Region Tallmo',
        'Bo;Region Tallmo;bo-vid-exempel.se',
        'Bo;Region Tallmo;bo@exempel.se;kung',
        'Bo;Region Tallmo;bo-vid;kung',
        `${long};Region Tallmo`,
        `Bo;${long}${long}`,
        'a;b;c;d;e;f'
      ].join('\n')
    )
  ).toEqual([
    anna,
    { line: 3, code: 'name-empty' },
    { line: 4, code: 'email-wrong' },
    { line: 5, code: 'part-unknown', word: 'kung' },
    { line: 6, code: 'email-wrong' },
    { line: 7, code: 'name-too-long', limit: 60 },
    { line: 8, code: 'organisation-too-long', limit: 120 },
    { line: 9, code: 'too-many-cells' }
  ]);
});

test('nothing, and more than anybody pastes, is refused whole', () => {
  expect(readPeople(' \n \u200B ')).toEqual({ ok: false, fault: { code: 'empty' } });
  expect(readPeople('Anna\n'.repeat(PEOPLE_LIMITS.lines + 1))).toMatchObject({
    fault: { code: 'too-many-lines' }
  });
  expect(readPeople('a'.repeat(PEOPLE_LIMITS.list + 1))).toMatchObject({ fault: { code: 'too-long' } });
});

const places = [
  { id: 'tallmo', name: 'Region Tallmo', removed: false },
  { id: 'borta', name: 'Borta kommun', removed: true }
];
const coming = (text: string, people: Listed[] = []) => {
  const read = readPeople(text);
  return read.ok ? comingOf(read.lines, people, places) : [];
};
const becomes = (text: string, people: Listed[] = []) => coming(text, people).map((one) => one.becomes);
const listed = (email = '', id = 'a1'): Listed => ({
  id,
  name: 'Anna Ek',
  organisation: 'tallmo',
  email,
  part: 'participant'
});

test('an organisation is known by its folded name; an unknown one is new once, one that was taken out is refused', () => {
  expect(coming('Anna;REGION  tallmo\nBo;Nya byn\nEva;nya BYN\nAli;borta kommun')).toMatchObject([
    { becomes: 'new', place: 'tallmo' },
    { becomes: 'new', newPlace: 'Nya byn' },
    { becomes: 'new' },
    { becomes: 'fault', fault: { code: 'organisation-removed' } }
  ]);
});

test('the same line again is the same person, on the list and within it', () => {
  expect(becomes('anna ek;region tallmo', [listed('anna@exempel.se')])).toEqual(['same']);
  expect(coming('Anna;Nya byn\nanna;nya byn')).toMatchObject([
    { becomes: 'new' },
    { becomes: 'same', line: 1 }
  ]);
});

test('two of one name are told apart by their e-mails, each time', () => {
  const list = 'Anna Ek;Region Tallmo;a@exempel.se\nAnna Ek;Region Tallmo;b@exempel.se';
  expect(becomes(list)).toEqual(['new', 'new']);
  expect(becomes(list, [listed('a@exempel.se'), listed('b@exempel.se', 'a2')])).toEqual(['same', 'same']);
  expect(becomes(list, [listed('a@exempel.se')])).toEqual(['same', 'new']);
});

test('an e-mail or a part that was missing is filled in, never another one written over', () => {
  expect(coming('Anna Ek;Region Tallmo;a@exempel.se;föreläsare', [listed()])).toMatchObject([
    { becomes: 'changed', id: 'a1', email: 'a@exempel.se', part: 'lecturer' }
  ]);
  expect(coming('Anna Ek;Region Tallmo\nAnna Ek;Region Tallmo;a@exempel.se')).toMatchObject([
    { becomes: 'new', person: { email: 'a@exempel.se' } },
    { becomes: 'same', line: 1 }
  ]);
});
