/** Pictures and tables are counted alike in every file. */
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { numbered } from '../../../server/exports/numbered.ts';
import { reportDocx } from '../../../server/exports/report-docx.ts';
import { reportPdf } from '../../../server/exports/report-pdf.ts';
import type { Block, Figure, Report, Table } from '../../../src/lib/domain/document/document.ts';
import { everything } from '../../fixtures/reports.ts';
import { finished } from './finished.ts';
import { opened, pages, squeezed, toldOn } from './read-pdf.ts';

const { blocks } = everything();
const wall = blocks.find((block): block is Figure => block.kind === 'figure')!;
const words = blocks.find((block): block is Table => block.kind === 'table')!;
const picture = (caption?: string): Figure => {
  const { scene, alt } = wall;
  return { kind: 'figure', scene, alt, ...(caption ? { caption } : {}) };
};
const table = (caption: string): Table => ({ ...words, caption });
const twice = picture('En som placerades två gånger');
/** A long first column: what stands in the second one is drawn before the end of the first. */
const mixed: readonly Block[] = [
  twice,
  picture(),
  {
    kind: 'columns',
    columns: [
      [
        picture('Överst till vänster'),
        picture('Näst överst'),
        picture('Längst ner till vänster'),
        table('Fyra ord')
      ],
      [picture('Till höger'), table('Andra fyra ord')]
    ]
  },
  { kind: 'cited', blocks: [picture('Utdraget')] },
  { kind: 'list', ordered: false, items: [[table('I en lista')]] },
  twice,
  { ...picture('Ordväggen'), spread: true }
];
const EXPECTED = [
  'Figur 1. En som placerades två gånger',
  'Figur 2. Överst till vänster',
  'Figur 3. Näst överst',
  'Figur 4. Längst ner till vänster',
  'Tabell 1. Fyra ord',
  'Figur 5. Till höger',
  'Tabell 2. Andra fyra ord',
  'Figur 6. Utdraget',
  'Tabell 3. I en lista',
  'Figur 7. En som placerades två gånger',
  'Figur 8. Ordväggen'
];

test('those with a caption are counted as they are read, each kind for itself, one shown twice twice', () => {
  const told = (block: Block): string[] => {
    if (block.kind === 'columns') return block.columns.flat().flatMap(told);
    if (block.kind === 'list') return block.items.flat().flatMap(told);
    if (block.kind === 'cited') return block.blocks.flatMap(told);
    if (block.kind !== 'figure' && block.kind !== 'table') return [];
    const name = block.kind === 'figure' ? 'Figur' : 'Tabell';
    return block.number ? [`${name} ${block.number}. ${block.caption}`] : [];
  };
  expect(numbered(mixed).flatMap(told)).toEqual(EXPECTED);
});

test('nothing is written into what was handed in', () => {
  numbered(mixed);
  expect(twice).not.toHaveProperty('number');
});

test('the PDF has the numbers that the DOCX has', async () => {
  const report = { ...everything(), blocks: mixed };
  expect((await inPdf(report)).toSorted()).toEqual(EXPECTED.toSorted());
  expect(await inDocx(report)).toEqual(EXPECTED);
}, 60_000);

test('in English they are called so', async () => {
  const report: Report = { ...everything(), language: 'en', blocks: [picture('A wall'), table('Words')] };
  expect(await inPdf(report)).toEqual(['Figure 1. A wall', 'Table 1. Words']);
  expect(await inDocx(report)).toEqual(['Figure 1. A wall', 'Table 1. Words']);
}, 60_000);

async function inPdf(report: Report): Promise<string[]> {
  const read = await opened(await finished(reportPdf(report)));
  const told = (await Promise.all((await pages(read)).map(toldOn))).flat();
  return told.filter(({ roles }) => roles.endsWith('Caption')).map(({ text }) => text);
}

async function inDocx(report: Report): Promise<string[]> {
  const body = strFromU8(unzipSync(await finished(reportDocx(report)))['word/document.xml']!);
  return [...body.matchAll(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/gs)]
    .map(([paragraph]) => paragraph)
    .filter((paragraph) => paragraph.includes('<w:pStyle w:val="Caption"/>'))
    .map((paragraph) =>
      squeezed([...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join(''))
    );
}
