/** What stands in a documentation when it is read: its grammar, and nothing that could do harm. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { getSchema } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { prosemirrorJSONToYDoc, yDocToProsemirrorJSON } from '@tiptap/y-tiptap';
import { contentOf, lay } from '../../../server/documentation/fragment.ts';
import { addressOf, isAddress } from '../../../src/lib/domain/documentation/address.ts';
import { cleaned } from '../../../src/lib/domain/documentation/clean.ts';
import { FRAGMENT } from '../../../src/lib/domain/documentation/content.ts';
import type { ContentNode } from '../../../src/lib/domain/documentation/content.ts';

const text = (said: string, ...marks: NonNullable<ContentNode['marks']>): ContentNode => ({
  type: 'text',
  text: said,
  ...(marks.length > 0 ? { marks } : {})
});
const paragraph = (...content: ContentNode[]): ContentNode => ({ type: 'paragraph', content });
const doc = (...content: ContentNode[]): ContentNode => ({ type: 'doc', content });

describe('cleaned', () => {
  test('keeps what the grammar knows as it is', () => {
    const source = { meeting: 'meeting-1', prompt: 'prompt-1', notes: 'note-0001' };
    const whole = doc(
      { type: 'heading', attrs: { level: 1 }, content: [text('Roller')] },
      paragraph(
        text('Fet', { type: 'bold' }),
        { type: 'hardBreak' },
        text('sagt', { type: 'source', attrs: source })
      ),
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(text('ett'))] }] },
      { type: 'horizontalRule' }
    );
    expect(cleaned(whole)).toEqual(whole);
  });

  test('leaves out what it does not know, and keeps the text within', () => {
    const frame = { type: 'iframe', attrs: { src: 'x' }, content: [text('inom')] };
    expect(cleaned(doc(frame, { type: 'image', attrs: { src: 'x' } }))).toEqual(doc(paragraph(text('inom'))));
    const nested = {
      type: 'section',
      content: [paragraph(text('djupt')), { type: 'codeBlock', content: [text('kod')] }]
    };
    expect(cleaned(doc(nested))).toEqual(doc(paragraph(text('djupt')), paragraph(text('kod'))));
  });

  test('lets no link lead anywhere but to the web and to mail, and knows no other marks and attributes', () => {
    const link = (href: unknown) => doc(paragraph(text('här', { type: 'link', attrs: { href } })));
    for (const href of [
      'javascript:alert(1)',
      'data:text/html,x',
      ' javascript:x',
      'http://a b',
      7,
      undefined
    ])
      expect(cleaned(link(href))).toEqual(doc(paragraph(text('här'))));
    expect(cleaned(link('https://exempel.se'))).toEqual(link('https://exempel.se'));
    const loud = {
      type: 'paragraph',
      attrs: { onclick: 'x' },
      content: [text('a', { type: 'script' }, { type: 'italic', attrs: { style: 'x' } })]
    };
    expect(cleaned(doc(loud))).toEqual(doc(paragraph(text('a', { type: 'italic' }))));
  });

  test('holds placed blocks to their strings, and lays none in cells', () => {
    const attrs = {
      id: 'b',
      meeting: 'm',
      prompt: 'p',
      part: 'all',
      only: '',
      caption: '',
      hash: 'h',
      notes: 3,
      more: 'x'
    };
    const [output] = cleaned(doc({ type: 'output', attrs })).content!;
    expect(output!.attrs).toEqual({
      id: 'b',
      meeting: 'm',
      prompt: 'p',
      part: 'all',
      only: '',
      caption: '',
      hash: 'h',
      notes: '3'
    });
    const cell = { type: 'tableCell', content: [{ type: 'output', attrs }, paragraph(text('ord'))] };
    const table = { type: 'table', content: [{ type: 'tableRow', content: [cell] }] };
    expect(JSON.stringify(cleaned(doc(table)))).not.toContain('output');
  });

  test('comes back from whatever is nested', () => {
    let deep: ContentNode = paragraph(text('botten'));
    for (let at = 0; at < 5_000; at++) deep = { type: 'blockquote', content: [deep] };
    expect(cleaned(doc(deep))).toEqual(doc());
  });
});

describe('addresses', () => {
  test.each([
    ['www.exempel.se', 'https://www.exempel.se'],
    [' https://exempel.se/a?b=c ', 'https://exempel.se/a?b=c'],
    ['exempel.se:8080/a', 'https://exempel.se:8080/a'],
    ['anna@exempel.se', 'mailto:anna@exempel.se'],
    ['mailto:anna@exempel.se', 'mailto:anna@exempel.se']
  ])('%s leads to %s', (typed, address) => {
    expect(addressOf(typed)).toBe(address);
    expect(isAddress(address)).toBe(true);
  });

  test.each([
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    'data:x',
    'ftp://a.se',
    'hej',
    'en mening.',
    '',
    'https://',
    '//a'
  ])('%j leads nowhere', (typed) => expect(addressOf(typed)).toBeUndefined());
});

describe('the shared document', () => {
  const schema = getSchema([StarterKit.configure({ undoRedo: false })]);
  const whole = doc(
    { type: 'heading', attrs: { level: 1 }, content: [text('Roller')] },
    paragraph(text('Vi '), text('går', { type: 'bold', attrs: {} }), text(' hem.'))
  );

  test('is laid as the editor lays it, and read as it reads it', () => {
    const own = new Y.Doc();
    lay(own, whole);
    expect(contentOf(own)).toMatchObject(whole);
    expect(yDocToProsemirrorJSON(own, FRAGMENT)).toMatchObject({
      content: [{ type: 'heading' }, { type: 'paragraph', content: [{}, { marks: [{ type: 'bold' }] }, {}] }]
    });
    const theirs = prosemirrorJSONToYDoc(schema, whole, FRAGMENT);
    expect(own.getXmlFragment(FRAGMENT).toJSON()).toBe(theirs.getXmlFragment(FRAGMENT).toJSON());
  });
});
