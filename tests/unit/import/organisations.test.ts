/** The column of a sheet that says which organisation each row came from. */
import { describe, expect, test } from 'vitest';
import {
  candidatesFrom,
  guessedColumns,
  guessedOrganisation,
  hasTitles,
  importedFields,
  isPlain
} from '../../../src/lib/domain/import/cards.ts';
import { foreignIn, organisationColumn, placesByName } from '../../../src/lib/domain/import/organisations.ts';
import { csvTable } from '../../../src/lib/domain/import/table.ts';
import { importWords } from '../../../src/lib/i18n/import-words.ts';
import { kindOf } from '../../../src/lib/domain/kinds/registry.ts';

const PLACES = placesByName([
  { id: 'place-0001', name: 'Region Tallmo' },
  { id: 'place-0002', name: 'Ålby kommun' }
]);

function read(
  file: string,
  { name = 'sticky-note', there = [] as { text: string; organisation?: string }[] } = {}
) {
  const { rows } = csvTable(file);
  const kind = kindOf(name)!;
  const words = importWords(name);
  const titled = hasTitles(rows, words);
  const column = guessedOrganisation(rows, titled, kind, { places: PLACES, words });
  const given = { main: kind.main, words, taken: column };
  const columns = guessedColumns(rows, titled, importedFields(kind), given);
  const organisation = { column, places: PLACES };
  return {
    column,
    found: candidatesFrom(rows, { kind, columns, titled, asked: false, there, words, organisation })
  };
}

describe('is found', () => {
  test.each([
    ['Organisation', 0],
    ['ORGANIZATION *', 0],
    ['Organisation:', 0],
    ['Vilken organisation kommer du från?', 0],
    ['Vilken organisation representerar du?', 0],
    ['Which organization do you work for?', 0],
    ['Din organisation', 0],
    ['Företag', 0],
    ['Region', 0],
    ['Kommun', 0],
    ['Myndighet', 0],
    ['Avsändare', 0],
    ['Vilken organisation borde leda arbetet?', undefined],
    ['Vilken roll har din organisation?', undefined],
    ['Tid', undefined]
  ])('by its title: %s', (title, column) => {
    expect(
      organisationColumn(
        [
          [title, 'Svar'],
          ['Nånstans', 'Lugn']
        ],
        true,
        PLACES
      )
    ).toBe(column);
  });

  test('by what stands in it, where most of that is an organisation of the project', () => {
    const rows = (...cells: string[]) => cells.map((cell) => ['Lugn', cell]);
    expect(organisationColumn(rows('region  tallmo', 'Ålby kommun', ''), false, PLACES)).toBe(1);
    expect(organisationColumn(rows('Region Tallmo', 'mitt i', 'håller ut'), false, PLACES)).toBeUndefined();
    expect(organisationColumn(rows(''), false, PLACES)).toBeUndefined();
  });

  test('never where it is the only one: then it is what was answered', () => {
    expect(organisationColumn([['Region Tallmo'], ['Ålby kommun']], false, PLACES)).toBeUndefined();
  });

  test('and what was answered is looked for beside it', () => {
    const { column, found } = read('Organisation;Vad är viktigast?\nRegion Tallmo;Lugn\n');
    expect(column).toBe(0);
    expect(found.map(({ text }) => text)).toEqual(['Lugn']);
    expect(read('Region Tallmo;Lugn\nÅlby kommun;Tid\n').found.map(({ text }) => text)).toEqual([
      'Lugn',
      'Tid'
    ]);
  });
});

describe('of a step whose answers may name other organisations', () => {
  const QUESTION: Readonly<Record<string, string>> = {
    actor: 'Aktör',
    perspective: 'Hur ser de på vår roll?',
    commitment: 'Vad ska göras?'
  };
  const each = Object.entries(QUESTION);

  test('a sheet of actors comes in as it stands', () => {
    const { column, found } = read(
      'Organisation;Typ av aktör;Roll;Ansvar\nRegion Tallmo;Region;Samordnar;Vården\nÅlby kommun;Kommun;Kör;Skolan\n',
      { name: 'actor' }
    );
    expect(column).toBeUndefined();
    expect(found.map(({ fields, organisation }) => ({ fields, organisation }))).toEqual([
      { fields: { text: 'Region Tallmo', actorKind: 'region', role: 'Samordnar', responsibility: 'Vården' } },
      { fields: { text: 'Ålby kommun', actorKind: 'municipality', role: 'Kör', responsibility: 'Skolan' } }
    ]);
  });

  test.each(each)('of %s a plain title is no sender', (name, question) => {
    for (const title of ['Organisation', 'Kommun', 'Vilken organisation?', 'Vilken organisation möter ni?'])
      expect(read(`${title};${question}\nRegion Tallmo;Lugn\n`, { name }).column, title).toBeUndefined();
  });

  test.each(each)('of %s what stands in a column is no sender', (name) => {
    expect(read('Region Tallmo;Lugn\nÅlby kommun;Tid\n', { name }).column).toBeUndefined();
    expect(read('Lugn;Region Tallmo\nTid;Ålby kommun\n', { name }).column).toBeUndefined();
  });

  test.each(each)('of %s a title that asks for it is', (name, question) => {
    for (const title of [
      'Vilken organisation kommer du från?',
      'Vilken kommun representerar ni?',
      'Din organisation',
      'Avsändare',
      'Which organisation do you work for?'
    ]) {
      const { column, found } = read(`${title};${question}\nRegion Tallmo;Lugn\n`, { name });
      expect(column, title).toBe(0);
      expect(found[0]?.text).toBe('Lugn');
      expect(found[0]?.organisation?.id).toBe('place-0001');
    }
  });

  test.each(each)('of %s not even that is, where it would be what is brought in', (name) => {
    expect(read('Din organisation;Kommentar 1\nRegion Tallmo;Lugn\n', { name }).column).toBeUndefined();
  });
});

test('no column is taken without which nothing is left to bring in', () => {
  const { column, found } = read('Organisation;Beskrivning\nRegion Tallmo;Vi ringer runt.\n', {
    name: 'case'
  });
  expect(column).toBeUndefined();
  expect(found[0]?.fields).toEqual({ text: 'Region Tallmo', explanation: 'Vi ringer runt.' });
});

describe('says of a row', () => {
  test('which of the project’s it came from, however it is typed; another is known as none of them', () => {
    const { found } = read(
      'Svar;Organisation\nLugn;REGION  tallmo\nTid;Åby kommun\nMod;Aby kommun\nKraft;\nVila; åby  KOMMUN\n'
    );
    expect(found.map(({ organisation, foreign }) => organisation?.id ?? foreign)).toEqual([
      'place-0001',
      'Åby kommun',
      'Aby kommun',
      undefined,
      'åby KOMMUN'
    ]);
    expect(foreignIn(found)).toEqual(['Åby kommun', 'Aby kommun']);
    expect(found.every(isPlain)).toBe(true);
  });

  test('nothing, where no column is chosen', () => {
    const { rows } = csvTable('Svar;Organisation\nLugn;Region Tallmo\n');
    const kind = kindOf('sticky-note')!;
    const ground = { kind, columns: { text: 0 }, titled: true, asked: false, there: [] };
    expect(candidatesFrom(rows, ground)).toEqual([{ number: 2, text: 'Lugn', fields: { text: 'Lugn' } }]);
  });

  test('that is a quote without a name, that the organisation said it', () => {
    const { found } = read(
      'Citat;Vem;Organisation\nTa täten!;;Region Tallmo\nBörja;Gun;Region Tallmo\nNu;;Åby kommun\n',
      { name: 'quote' }
    );
    expect(found.map(({ fields }) => fields?.speaker)).toEqual(['organisation', 'other', 'anonymous']);
  });
});

test('the same from two organisations is said twice; from one, or from who knows where, it is a double', () => {
  const { found } = read(
    'Svar;Organisation\nLugn;Region Tallmo\nlugn;Ålby kommun\nLUGN;region tallmo\nLugn;\nTid;Ålby kommun\nTid;Region Tallmo\nMod;Ålby kommun\n',
    { there: [{ text: 'Tid', organisation: 'Region Tallmo' }, { text: 'Mod' }] }
  );
  expect(found.map(({ doubt }) => doubt)).toEqual([
    undefined,
    undefined,
    { code: 'double', of: 2 },
    { code: 'double', of: 2 },
    undefined,
    { code: 'there' },
    { code: 'there' }
  ]);
});
