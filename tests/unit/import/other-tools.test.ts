/** Small files as other tools save them: which column holds the notes is guessed, heads, empty rows and doubles are passed over. */
import { expect, test } from 'vitest';
import {
  candidatesFrom,
  guessedColumns,
  hasTitles,
  importedFields,
  isPlain
} from '../../../src/lib/domain/import/cards.ts';
import { csvTable } from '../../../src/lib/domain/import/table.ts';
import { kindOf } from '../../../src/lib/domain/kinds/registry.ts';

const NOTE = kindOf('sticky-note')!;

function texts(file: string): string[] {
  const { rows } = csvTable(file);
  const titled = hasTitles(rows);
  const columns = guessedColumns(rows, titled, importedFields(NOTE), { main: NOTE.main });
  const found = candidatesFrom(rows, { kind: NOTE, columns, titled, asked: false, there: [] });
  return found.filter(isPlain).map(({ text }) => text);
}

test.each([
  [
    'answers with a number and a voter before them',
    'Voter;Svar;Tid\n1;Nav;10.02\n2;;10.03\n3;nav;10.04\n4;Mäklare;10.05\n'
  ],
  ['a board: notes with colour and author', 'Text,Color,Author\nNav,yellow,A\nMäklare,blue,B\n,red,C\n'],
  ['comments of a workshop', 'Deltagare;Kommentar;Gillar\nA;Nav;3\nB;Mäklare;1\n']
])('%s', (_what, file) => {
  expect(texts(file)).toEqual(['Nav', 'Mäklare']);
});
