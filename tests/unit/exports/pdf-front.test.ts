/** What a printed report has before its text: a cover, and contents whose pages are those on which the headings stand. */
import { beforeAll, describe, expect, test } from 'vitest';
import { reportPdf } from '../../../server/exports/report-pdf.ts';
import type { Block, Report } from '../../../src/lib/domain/document/document.ts';
import { documented, everything, huge } from '../../fixtures/reports.ts';
import { finished } from './finished.ts';
import {
  astray,
  contentsIn,
  footOn,
  headingsOn,
  opened,
  pages,
  textOf,
  toldOn,
  wordsOn
} from './read-pdf.ts';
import type { ReadPdf } from './read-pdf.ts';

const COMPOUND = 'livsmedelsberedskapssamordningsorganisationsutveckling';
const made = async (report: Report) => opened(await finished(reportPdf(report)));
const chapters = (count: number) => Array.from({ length: count }, (_, at) => `Kapitel ${at + 1}`);

describe('a documentation', () => {
  let pdf: ReadPdf;
  beforeAll(async () => {
    pdf = await made(documented(chapters(6), 2));
  }, 60_000);

  test('begins with a cover: the question in the hand of the wall, whose it is and when it was made', async () => {
    const [cover] = await pages(pdf);
    expect(cover!.view.slice(2).map(Math.round)).toEqual([595, 842]);
    expect(await wordsOn(cover!)).toBe('Vem är du? Omställning utan uppdrag Region Norrskog 16 april 2027');
    const [question] = (await cover!.getTextContent()).items;
    if (!question || !('str' in question)) throw new Error('no text on the cover');
    await cover!.getOperatorList();
    const face = cover!.commonObjs.get(question.fontName) as { name: string };
    expect(face.name).toMatch(/CaveatBrush/);
    expect(question.height).toBeGreaterThan(40);
    expect((await toldOn(cover!)).map(({ roles }) => roles)).toEqual(Array(4).fill('Document P'));
  });

  test('has no number on its cover, and from there on that of each page', async () => {
    const feet = await Promise.all((await pages(pdf)).map(footOn));
    expect(feet.length).toBeGreaterThan(4);
    expect(feet).toEqual([undefined, ...feet.slice(1).map((_, at) => String(at + 2))]);
  });

  test('has its contents on the next page, and begins on the one after them', async () => {
    const [, contents, text] = await pages(pdf);
    expect(await wordsOn(contents!)).toMatch(/Innehåll Kapitel 1 .*Kapitel 6, del 2/);
    expect((await headingsOn(text!))[0]).toBe('Kapitel 1');
    expect(await bookmarks(pdf)).toEqual(chapters(6));
  });

  test('says for each chapter and what is below it the page on which it stands', async () => {
    const entries = await contentsIn(pdf);
    expect(entries.map(({ text }) => text)).toEqual(
      chapters(6).flatMap((chapter) => [chapter, `${chapter}, del 1`, `${chapter}, del 2`])
    );
    expect(new Set(entries.map(({ number }) => number)).size).toBeGreaterThan(3);
    expect(await astray(pdf, entries)).toEqual([]);
  });

  test('tells its contents as such, each entry as a link, those below a chapter in a list of their own', async () => {
    const [, contents] = await pages(pdf);
    const told = await toldOn(contents!);
    expect(told[0]).toEqual({ roles: 'Document H1', text: 'Innehåll' });
    const entries = told.filter(({ roles }) => roles.startsWith('Document TOC'));
    expect(entries).toHaveLength(18);
    expect(entries[0]).toMatchObject({ roles: 'Document TOC TOCI Reference Link' });
    expect(entries[0]!.text).toMatch(/^Kapitel 1 \d+$/);
    expect(entries[1]).toMatchObject({ roles: 'Document TOC TOC TOCI Reference Link' });
    expect(entries[1]!.text).toMatch(/^Kapitel 1, del 1 \d+$/);
    const [first] = await contents!.getAnnotations();
    expect(first).toMatchObject({ subtype: 'Link', contentsObj: { str: 'Kapitel 1' } });
  });
});

test('contents of many long chapters take several pages, and are right about all', async () => {
  const names = Array.from(
    { length: 30 },
    (_, at) => `Kapitel ${at + 1}: ${COMPOUND} i ${COMPOUND} och ${COMPOUND}`
  );
  const pdf = await made(documented(names));
  const entries = await contentsIn(pdf);
  expect(entries.map(({ text }) => text.replace(/[\s-]/g, ''))).toEqual(
    names.map((name) => name.replace(/[\s-]/g, ''))
  );
  const told = await Promise.all((await pages(pdf)).map(toldOn));
  const withEntries = told.filter((page) => page.some(({ roles }) => roles.includes('TOCI')));
  expect(withEntries.length).toBeGreaterThan(1);
  expect(await astray(pdf, entries)).toEqual([]);
}, 60_000);

test('what would make them long is left out: they name chapters alone', async () => {
  const pdf = await made(documented(chapters(12), 20));
  const entries = await contentsIn(pdf);
  expect(entries.map(({ text }) => text)).toEqual(chapters(12));
  expect(await astray(pdf, entries)).toEqual([]);
}, 60_000);

test('one chapter with much below it is told with all of it', async () => {
  const pdf = await made(documented(['Allt'], 150));
  const entries = await contentsIn(pdf);
  expect(entries).toHaveLength(151);
  expect(await astray(pdf, entries)).toEqual([]);
}, 60_000);

test.each([0, 1, 2])('%d chapters need no contents', async (count) => {
  const pdf = await made(documented(chapters(count)));
  expect(await contentsIn(pdf)).toEqual([]);
  expect(await textOf(pdf)).not.toContain('Innehåll');
  expect(pdf.numPages).toBe(count === 0 ? 1 : 2);
});

test('in English they are called so', async () => {
  const pdf = await made(documented(['One', 'Two', 'Three'], 0, { language: 'en' }));
  const [, contents] = await Promise.all((await pages(pdf)).map(wordsOn));
  expect(contents).toMatch(/Contents One/);
});

test('a long question has room on its cover, and all of it is told in one piece', async () => {
  const title = `Hur blir ${COMPOUND} en fråga för ${'alla som bor och arbetar i länet, '.repeat(6)}eller inte?`;
  const pdf = await made(documented(chapters(1), 0, { title, subtitle: `${COMPOUND} `.repeat(4).trim() }));
  const [cover] = await pages(pdf);
  const { items } = await cover!.getTextContent();
  for (const item of items) {
    if (!('str' in item) || !item.str.trim()) continue;
    const [x, y] = [item.transform[4] as number, item.transform[5] as number];
    expect(x, item.str).toBeGreaterThan(40);
    expect(x + item.width, item.str).toBeLessThan(556);
    expect(y, item.str).toBeGreaterThan(40);
  }
  expect((await wordsOn(cover!)).replace(/[\s-]/g, '')).toContain(title.replace(/\s/g, ''));
  expect(pdf.numPages).toBe(2);
});

test('a break, a wall or columns at its very beginning do not come onto the cover', async () => {
  const { blocks } = everything();
  const wall = blocks.find((block) => block.kind === 'figure')!;
  const columns = blocks.find((block) => block.kind === 'columns')!;
  const starts: Block[][] = [[{ kind: 'break' }, columns], [wall], [columns]];
  for (const start of starts) {
    const pdf = await made(documented([], 0, { blocks: start }));
    expect(pdf.numPages).toBe(2);
    const [cover] = await pages(pdf);
    expect(await wordsOn(cover!)).toMatch(/16 april 2027$/);
  }
}, 60_000);

test("a meeting's report keeps its head, with the contents below it, and walls on lying pages are found", async () => {
  const pdf = await made(everything());
  const [first] = await pages(pdf);
  expect(await footOn(first!)).toBe('1');
  const words = await wordsOn(first!);
  expect(words).toMatch(/^.*Vem är du\?.*Träff 2 av 4.*Innehåll Vilken roll/);
  const entries = await contentsIn(pdf);
  expect(entries.map(({ text }) => text)).toEqual([
    'Vilken roll har din organisation?',
    'Orden i ordning',
    'Vad som sades',
    'Vad vi kan börja med',
    'Till nästa gång',
    'Spridningen'
  ]);
  expect(entries[0]!.number).toBe('2');
  expect(await astray(pdf, entries)).toEqual([]);
}, 60_000);

test('of a hundred pages they are right as well', async () => {
  const pdf = await made(huge(2_000));
  const entries = await contentsIn(pdf);
  expect(entries).toHaveLength(2 * 6);
  expect(Number(entries.at(-1)!.number)).toBeGreaterThan(50);
  expect(await astray(pdf, entries)).toEqual([]);
}, 120_000);

async function bookmarks(pdf: ReadPdf): Promise<string[]> {
  return ((await pdf.getOutline()) as { title: string }[]).map(({ title }) => title);
}
