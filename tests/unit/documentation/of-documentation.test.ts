/** The documentation as a report: what was written, and what was placed, in the order in which it is read. */
import { expect, test } from 'vitest';
import type { Block } from '../../../src/lib/domain/document/document.ts';
import { documentationReport } from '../../../src/lib/domain/document/of-documentation.ts';
import type { ContentNode } from '../../../src/lib/domain/documentation/content.ts';
import { firstContent } from '../../../src/lib/domain/documentation/first-content.ts';
import { cleaned } from '../../../src/lib/domain/documentation/clean.ts';
import { sourceOf } from '../../../src/lib/domain/documentation/content.ts';
import type { Outputs } from '../../../src/lib/domain/outputs/outputs.ts';

const facts = { title: 'Vem gör vad?', language: 'sv', at: 0 } as const;
const text = (said: string, ...marks: NonNullable<ContentNode['marks']>): ContentNode => ({
  type: 'text',
  text: said,
  ...(marks.length > 0 ? { marks } : {})
});
const paragraph = (...content: ContentNode[]): ContentNode => ({ type: 'paragraph', content });
const report = (
  content: ContentNode[],
  resolve: (source: object) => readonly Block[] | undefined = () => undefined
) => documentationReport({ type: 'doc', content }, facts, resolve).blocks;

test('texts keep their hands, their links and the cards they stand on', () => {
  const source = { meeting: 'meeting-1', prompt: 'prompt-1', notes: 'note-0001,note-0002' };
  const [said] = report([
    paragraph(
      text('fet', { type: 'bold' }, { type: 'italic' }),
      { type: 'hardBreak' },
      text('länk', { type: 'link', attrs: { href: 'https://exempel.se' } }),
      text('ord', { type: 'source', attrs: source })
    )
  ]);
  expect(said).toEqual({
    kind: 'paragraph',
    runs: [
      { text: 'fet', bold: true, italic: true },
      { text: '\n' },
      { text: 'länk', link: 'https://exempel.se' },
      { text: 'ord', origin: { meeting: 'meeting-1', prompt: 'prompt-1', notes: ['note-0001', 'note-0002'] } }
    ]
  });
});

test('headings have ids of their own, what is empty is nothing, and a new page is one', () => {
  const heading = (level: number, said: string) => ({
    type: 'heading',
    attrs: { level },
    content: said ? [text(said)] : []
  });
  const blocks = report([
    heading(1, 'Ett'),
    heading(3, ''),
    paragraph(),
    paragraph(text('  ')),
    { type: 'horizontalRule' },
    heading(2, 'Två')
  ]);
  expect(blocks).toMatchObject([
    { kind: 'heading', level: 1, id: 'h1' },
    { kind: 'break' },
    { kind: 'heading', level: 2, id: 'h2' }
  ]);
});

test('tables have a head and rows of one length', () => {
  const cell = (type: string, ...said: string[]) => ({
    type,
    content: said.map((one) => paragraph(text(one)))
  });
  const row = (...content: ContentNode[]) => ({ type: 'tableRow', content });
  const [table] = report([
    {
      type: 'table',
      content: [
        row(cell('tableHeader', 'Vem'), cell('tableHeader', 'Vad')),
        row(cell('tableHeader', 'Vi'), cell('tableCell', 'ett', 'två'), cell('tableCell', 'mer'))
      ]
    }
  ]);
  expect(table).toMatchObject({
    kind: 'table',
    head: [{ runs: [{ text: 'Vem' }] }, { runs: [{ text: 'Vad' }] }, { runs: [] }],
    rows: [
      [
        { head: true },
        { runs: [{ text: 'ett' }, { text: '\n' }, { text: 'två' }] },
        { runs: [{ text: 'mer' }] }
      ]
    ]
  });
});

test('a placed block is laid open under its own caption; one whose source is gone is nothing', () => {
  const output = (prompt: string, caption = '') => ({
    type: 'output',
    attrs: { meeting: 'meeting-1', prompt, part: 'list', only: '', caption }
  });
  const table: Block = { kind: 'table', caption: 'Bara räknat', head: [], rows: [] };
  const asked: object[] = [];
  const blocks = report(
    [output('prompt-1', 'Vår text'), output('prompt-2'), output('prompt-3', 'Till listan')],
    (source) => {
      asked.push(source);
      const { prompt } = source as { prompt: string };
      if (prompt === 'prompt-1') return [table];
      return prompt === 'prompt-3' ? [{ kind: 'list', ordered: false, items: [] }] : undefined;
    }
  );
  expect(asked[0]).toEqual({ meeting: 'meeting-1', prompt: 'prompt-1', part: 'list', only: [] });
  expect(blocks).toEqual([
    { ...table, caption: 'Vår text' },
    { kind: 'list', ordered: false, items: [] },
    { kind: 'paragraph', tone: 'quiet', runs: [{ text: 'Till listan' }] }
  ]);
});

test('what stands there first follows what was asked: quotes and votes belong to the question before them', () => {
  const prompt = (id: string, kind: string, notes = 1) => ({
    id,
    kind,
    title: `Om ${id}`,
    notes: Array(notes).fill({}),
    uncited: []
  });
  const meeting = { id: 'meeting-1', number: 1, participants: 3 };
  const prompts = [
    prompt('roles', 'role-card'),
    prompt('said', 'quote'),
    prompt('empty', 'milestone', 0),
    prompt('learned', 'sticky-note')
  ];
  let made = 0;
  const content = firstContent(
    { about: 'Ett.\n\nTvå.' },
    [{ meeting, prompts, thoughts: [] } as unknown as Outputs],
    {
      chapters: {
        introduction: 'A',
        timeline: 'B',
        roles: 'C',
        definitions: 'D',
        others: 'E',
        cases: 'F',
        lessons: 'G',
        followUp: 'H'
      },
      meeting: ({ number }) => ({ title: `Träff ${number}`, facts: '' })
    },
    { partsOf: () => ['all', 'list'], seen: () => ({ hash: 'h', notes: 1 }), newId: () => `block-${++made}` }
  );
  expect(cleaned(content)).toEqual(content);
  const order = content.content!.map(({ type, content: inner, attrs }) =>
    type === 'output'
      ? sourceOf(attrs ?? {})!.prompt || sourceOf(attrs ?? {})!.part
      : (inner ?? []).map((one) => one.text).join('')
  );
  expect(order.filter(Boolean)).toEqual([
    ...['A', 'Ett.', 'Två.', 'Träff 1', 'attendance', 'B', 'C', 'Om roles', 'roles', 'Om said', 'said'],
    ...['D', 'E', 'F', 'G', 'Om learned', 'learned', 'H']
  ]);
});

test('what is placed under a heading has its own headings below it, in columns too', () => {
  const placed = {
    type: 'output',
    attrs: { meeting: 'meeting-1', prompt: 'prompt-1', part: 'all', only: '' }
  };
  const heading = (level: number, said: string) => ({
    type: 'heading',
    attrs: { level },
    content: [text(said)]
  });
  const own: Block = { kind: 'heading', level: 2, text: [{ text: 'Tema' }] };
  const inside: readonly Block[] = [own, { kind: 'columns', columns: [[own]] }];
  const levels = (blocks: readonly Block[]): number[] =>
    blocks.flatMap((block) =>
      block.kind === 'columns' ? levels(block.columns.flat()) : block.kind === 'heading' ? block.level : []
    );
  const under = (level: number) => levels(report([heading(level, 'Rubrik'), placed], () => inside)).slice(1);
  expect(under(1)).toEqual([2, 2]);
  expect(under(2)).toEqual([3, 3]);
  expect(under(3)).toEqual([3, 3]);
});
