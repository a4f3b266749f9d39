/** What stands in a documentation when it is read: its grammar, and nothing that could do harm. */
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { getSchema } from '@tiptap/core';
import StarterKit from '@tiptap/starter-kit';
import { prosemirrorJSONToYDoc, yDocToProsemirrorJSON } from '@tiptap/y-tiptap';
import { contentOf, lay } from '../../../server/documentation/fragment.ts';
import { addressOf, isAddress } from '../../../src/lib/domain/documentation/address.ts';
import { cleaned } from '../../../src/lib/domain/documentation/clean.ts';
import { mayHold } from '../../../src/lib/domain/documentation/grammar.ts';
import { extensions } from '../../../src/routes/projects/[id]/documentation/schema/extensions.ts';
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

  test('gives what the editor can show: items begin with a paragraph, and no cell is empty', () => {
    const heading: ContentNode = { type: 'heading', attrs: { level: 2 }, content: [text('Först')] };
    const item = (...content: ContentNode[]): ContentNode => ({ type: 'listItem', content });
    const row = (...content: ContentNode[]): ContentNode => ({ type: 'tableRow', content });
    const cell = (...content: ContentNode[]): ContentNode => ({ type: 'tableCell', content });
    const whole = doc(
      {
        type: 'bulletList',
        content: [item(heading), item({ type: 'bulletList', content: [item(heading)] })]
      },
      { type: 'table', content: [row(cell(), cell({ type: 'output' }), cell(paragraph(text('c'))))] }
    );
    const schema = getSchema(extensions(new Y.Doc(), undefined as never));
    expect(() => schema.nodeFromJSON(whole).check()).toThrow();
    expect(() => schema.nodeFromJSON(cleaned(whole)).check()).not.toThrow();
    expect(JSON.stringify(cleaned(whole))).toContain('Först');
  });

  test('knows the same grammar as the editor', () => {
    const { nodes } = getSchema(extensions(new Y.Doc(), undefined as never));
    for (const parent of Object.values(nodes))
      for (const child of Object.values(nodes)) {
        const isAlone = parent.name === 'text' || child.name === 'doc';
        // What may stand in it at all, behind what must stand first.
        const first = parent.contentMatch.defaultType;
        const isFirst = parent.contentMatch.matchType(child);
        const isNext = first && parent.contentMatch.matchType(first)?.matchType(child);
        expect([parent.name, child.name, !isAlone && mayHold(parent.name, child.name)]).toEqual([
          parent.name,
          child.name,
          Boolean(isFirst ?? isNext)
        ]);
      }
  });

  test('takes nothing but plain values, and no control characters', () => {
    const loud = { toString: 1, valueOf: 1 };
    const content = cleaned(
      doc(
        { type: 'output', attrs: { meeting: 'm', caption: loud, part: 'No\u0000ll' } },
        paragraph(text('No\u0000l\ud800l', { type: 'source', attrs: { meeting: loud, notes: 'a' } }))
      )
    );
    expect(content.content![0]!.attrs).toMatchObject({ meeting: 'm', caption: '', part: 'Noll' });
    expect(content.content![1]).toEqual(paragraph(text('Noll')));
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
