/** The lines of a find: what is marked, and what is left out. */
import { expect, test } from 'vitest';
import { excerptOf, MARKS } from '../../src/lib/domain/search/excerpt.ts';

const mark = (text: string) => `${MARKS.start}${text}${MARKS.end}`;

test('marks lie over the text as it was written; of other lines only those with a mark are shown', () => {
  const lines = ['Åtgärder FÖR alla', 'Ingenting här', 'En Åtgärd'];
  const marked = `${mark('åtgärder')} för alla\ningenting här\nen ${mark('åtgärd')}`;
  expect(excerptOf(lines, marked)).toEqual([
    [{ text: 'Åtgärder', found: true }, { text: ' FÖR alla' }],
    [{ text: 'En ' }, { text: 'Åtgärd', found: true }]
  ]);
});

test('a long line is cut around the first word that was found', () => {
  const before = 'ord '.repeat(100);
  const [line] = excerptOf(
    [`${before}Nav${' sedan'.repeat(100)}`],
    `${before}${mark('nav')}${' sedan'.repeat(100)}`
  );
  const text = line!.map((part) => part.text).join('');
  expect(text.length).toBeLessThan(260);
  expect(text).toMatch(/^… .*Nav.* …$/);
  expect(line!.find(({ found }) => found)).toEqual({ text: 'Nav', found: true });
});
