/** What two documentations differ in, in words. */
import { expect, test } from 'vitest';
import type { ContentNode } from '../../../src/lib/domain/documentation/content.ts';
import { differences } from '../../../src/lib/domain/documentation/difference.ts';

const paragraph = (text: string): ContentNode => ({ type: 'paragraph', content: [{ type: 'text', text }] });
const block = (prompt: string, caption: string): ContentNode => ({
  type: 'output',
  attrs: { id: 'b1', meeting: 'm1', prompt, part: 'all', only: '', caption, hash: 'x', notes: '3' }
});
const doc = (...content: ContentNode[]): ContentNode => ({ type: 'doc', content });
const told = (before: ContentNode, after: ContentNode) =>
  differences(before, after).map(({ is, pieces }) => [
    is,
    pieces
      .map(({ text, is }) => (is === 'added' ? `+${text}+` : is === 'removed' ? `-${text}-` : text))
      .join('')
  ]);

const [ett, två, tre] = [
  'Vi möttes i Tallnäs.',
  'Där växte ett moln av ord.',
  'Det viktiga är att börja.'
].map(paragraph) as [ContentNode, ContentNode, ContentNode];

test('nothing where nothing has changed', () => {
  expect(differences(doc(ett, två), doc(ett, två))).toEqual([]);
});

test('what a database has put in another order is the same', () => {
  const kept = { content: [{ text: 'Vi möttes i Tallnäs.', type: 'text' }], type: 'paragraph' };
  expect(differences(doc(kept), doc(ett))).toEqual([]);
});

test('paragraphs that have come and gone', () => {
  expect(told(doc(ett, tre), doc(ett, två, tre))).toEqual([['added', '+Där växte ett moln av ord.+']]);
  expect(told(doc(ett, två, tre), doc(tre))).toEqual([
    ['removed', '-Vi möttes i Tallnäs.-'],
    ['removed', '-Där växte ett moln av ord.-']
  ]);
});

test('a paragraph that has been changed, word by word', () => {
  expect(told(doc(ett, två), doc(paragraph('Vi möttes i Höglanda.'), två))).toEqual([
    ['changed', 'Vi möttes i -Tallnäs-+Höglanda+.']
  ]);
});

test('two that say quite other things are not one that has been changed', () => {
  expect(told(doc(ett), doc(tre)).map(([is]) => is)).toEqual(['removed', 'added']);
});

test('a paragraph that has been moved is told once', () => {
  expect(told(doc(ett, två, tre), doc(tre, ett, två))).toEqual([['moved', 'Det viktiga är att börja.']]);
});

test('one row of a list, and one cell of a table, is one change', () => {
  const list = (...items: ContentNode[]): ContentNode => ({
    type: 'bulletList',
    content: items.map((item) => ({ type: 'listItem', content: [item] }))
  });
  expect(told(doc(list(ett, två)), doc(list(ett, två, tre)))).toEqual([
    ['added', '+Det viktiga är att börja.+']
  ]);
});

test('a block that was placed, and one whose caption is another; what it was like when it was seen is no change', () => {
  expect(told(doc(ett), doc(ett, block('p1', 'Ordväggen')))).toEqual([['added', '+Ordväggen+']]);
  expect(told(doc(block('p1', 'Ordväggen')), doc(block('p1', 'Rollmolnet')))).toEqual([
    ['changed', '-Ordväggen-+Rollmolnet+']
  ]);
  const seen = { ...block('p1', 'Ordväggen') };
  expect(told(doc(block('p1', 'Ordväggen')), doc({ ...seen, attrs: { ...seen.attrs, hash: 'y' } }))).toEqual(
    []
  );
});

test('a word set in bold is a change, though it reads the same', () => {
  const bold: ContentNode = {
    type: 'paragraph',
    content: [{ type: 'text', text: 'Vi möttes i Tallnäs.', marks: [{ type: 'bold' }] }]
  };
  expect(told(doc(ett), doc(bold))).toEqual([['changed', 'Vi möttes i Tallnäs.']]);
});
