/** A report as a PDF, read by another program than the one that has written it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { reportPdf } from '../../../server/exports/report-pdf.ts';
import type { Block, Report } from '../../../src/lib/domain/document/document.ts';
import { installed } from '../../fixtures/office.ts';
import { everything, huge } from '../../fixtures/reports.ts';
import { finished } from './finished.ts';
import { opened, pages, textOf, wordsOn } from './read-pdf.ts';
import type { Node, ReadPdf } from './read-pdf.ts';

let bytes: Uint8Array;
let pdf: ReadPdf;
beforeAll(async () => {
  bytes = await finished(reportPdf(everything()));
  pdf = await opened(bytes);
}, 60_000);

test('it says what it is called, in which language, and that it is tagged', async () => {
  expect(Buffer.from(bytes.subarray(0, 8)).toString()).toBe('%PDF-1.7');
  const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> };
  expect(info).toMatchObject({ Title: 'Vem är du?', Language: 'sv-SE' });
  expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
});

test('headings are its bookmarks, each below its chapter', async () => {
  const outline = (await pdf.getOutline()) as { title: string; items: { title: string }[] }[];
  expect(outline.map(({ title, items }) => [title, items.map((item) => item.title)])).toEqual([
    ['Regioner', []],
    ['Myndigheter', []],
    ['Partner', []],
    ['Vilken roll har din organisation?', ['Orden i ordning']],
    ['Vad som sades', []],
    ['Vad vi kan börja med', []],
    ['Till nästa gång', ['Spridningen']]
  ]);
  expect(await pdf.getDestination('roll')).toBeTruthy();
});

test('what it consists of is told: headings, lists, tables, pictures with their alternative texts', async () => {
  const roles = new Map<string, number>();
  const alts: string[] = [];
  for (const page of await pages(pdf)) {
    const visit = ({ role, alt, children = [] }: Node) => {
      if (role) roles.set(role, (roles.get(role) ?? 0) + 1);
      if (alt) alts.push(alt);
      children.forEach(visit);
    };
    visit((await page.getStructTree()) as unknown as Node);
  }
  for (const role of 'H1 H2 H3 P L LI Lbl LBody Table TR TH TD Figure Caption BlockQuote Link'.split(' '))
    expect([role, roles.get(role) ?? 0]).not.toEqual([role, 0]);
  expect(alts).toHaveLength(2);
  expect(alts[0]).toMatch(/^Ordvägg med frågan Vem är du\? Koordinator \(7\), /);
});

test('its text is text, in reading order, the wall too; what is repeated is told once', async () => {
  const text = await textOf(pdf);
  const order = [
    'Vem är du?',
    'Träff 2 av 4',
    'Fyrtiofyra personer',
    'Regioner',
    'Myndigheter',
    'Vilken roll har din organisation?',
    'Rollkort, 09.51–10.11',
    'Möjliggörare 6',
    'Siffran säger hur många',
    'De vanligaste orden',
    'Tar bort hinder åt dem',
    'Ingen har bett oss',
    'Gun, näringslivsstrateg',
    'Någon måste få säga nej också',
    'Vi är så vana',
    'Frukost med kommunernas planerare',
    'civilsamhället',
    'Det här skrev redaktören',
    'Till nästa gång'
  ];
  let from = 0;
  for (const words of order) {
    const at = text.indexOf(words, from);
    expect(at, `${words} comes after what stands before it`).toBeGreaterThanOrEqual(0);
    from = at;
  }
});

test('the wall lies on a lying page of its own, below the heading that leads up to it', async () => {
  const sizes = (await pages(pdf)).map((page) => page.view.slice(2).map(Math.round));
  expect(sizes.slice(0, 3)).toEqual([
    [595, 842],
    [842, 595],
    [595, 842]
  ]);
  const [lying] = (await pages(pdf)).slice(1);
  expect(await wordsOn(lying!)).toMatch(/^.*Vilken roll har din organisation\?/);
});

test('a letter that no typeface has is a box, and is found by whoever copies it', () => {
  expect(Buffer.from(bytes).toString('latin1')).toContain('/Title');
  const poppler = installed('pdftotext');
  // Where it is not installed nothing is known of its reading.
  if (!poppler) return;
  expect(inFile(bytes, (path) => execFileSync('pdftotext', ['-raw', path, '-']).toString())).toMatch(
    /hand har:\s+你好/
  );
});

test('links are places to press, with what they lead to', async () => {
  const links = await Promise.all((await pages(pdf)).map((page) => page.getAnnotations()));
  // Those that lead to a place in it are its contents.
  const away = links.flat().filter(({ dest }) => !dest);
  const urls = away.map(({ url, unsafeUrl }) => (url ?? unsafeUrl) as string);
  expect(new Set(urls)).toEqual(new Set([encodeURI('https://exempel.se/strategi?år=2027&del=1')]));
});

test('a long table has its head on each page, and no heading is the last on one', async () => {
  const rows = Array.from({ length: 120 }, (_, at) => [`Rad ${at}`, `Text ${at} `.repeat(6), String(at)]);
  const cells = (texts: string[]) => texts.map((text) => ({ runs: [{ text }] }));
  const filler = Array.from({ length: 40 }, (_, at): Block => ({
    kind: 'paragraph',
    runs: [{ text: `Stycke ${at}. ${'Ord och ord. '.repeat(at)}` }]
  }));
  const chapters = filler.flatMap((block, at): Block[] => [
    { kind: 'heading', level: 2, text: [{ text: `Rubrik ${at}` }] },
    block
  ]);
  const long: Report = {
    ...everything(),
    blocks: [{ kind: 'table', head: cells(['Namn', 'Vad', 'Antal']), rows: rows.map(cells) }, ...chapters]
  };
  const read = await opened(await finished(reportPdf(long)));
  const all = await Promise.all((await pages(read)).map(wordsOn));
  const withRows = all.filter((words) => /Rad \d/.test(words));
  expect(withRows.length).toBeGreaterThan(3);
  for (const words of withRows) expect(words).toMatch(/Namn\s+Vad\s+Antal/);
  const told = await Promise.all((await pages(read)).map((page) => page.getStructTree()));
  expect(JSON.stringify(told).match(/"TH"/g)).toHaveLength(3);
  // The foot is written first.
  for (const words of all) expect(words).not.toMatch(/Rubrik \d+\s*$/);
  // Nothing is lost on the way from page to page.
  for (let at = 0; at < 40; at++) expect(all.join(' ')).toContain(`Stycke ${at}.`);
});

test('a long word is broken at its joint, and where it has none, anywhere', async () => {
  const word = 'x'.repeat(300);
  const text = `${'livsmedelsberedskapssamordnare '.repeat(12)}${word}`;
  const report: Report = { ...everything(), blocks: [{ kind: 'paragraph', runs: [{ text }] }] };
  const lines = (await textOf(await opened(await finished(reportPdf(report))))).replace(/\s+/g, ' ');
  expect(lines).toMatch(/livsmedelsberedskaps ?- ?samordnare/);
  expect(lines.replace(/ /g, '')).toContain(word);
});

test('an empty report is a page with its title', async () => {
  const read = await opened(await finished(reportPdf({ ...everything(), blocks: [] })));
  expect(read.numPages).toBe(1);
});

test('says how far it is, and never goes back', () => {
  const parts = [...reportPdf(huge(200))];
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  expect(parts.at(-1)).toBeGreaterThan(0.9);
  expect(Math.max(...parts)).toBeLessThanOrEqual(1);
});

function inFile<Answer>(data: Uint8Array, read: (path: string) => Answer): Answer {
  const folder = mkdtempSync(join(tmpdir(), 'ordvagg-pdf-'));
  try {
    writeFileSync(join(folder, 'file.pdf'), data);
    return read(join(folder, 'file.pdf'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
