/** A report as a DOCX: what its XML says, and that another program opens it. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, test } from 'vitest';
import { reportDocx } from '../../../server/exports/report-docx.ts';
import { asPdf, installed } from '../../fixtures/office.ts';
import { everything, huge } from '../../fixtures/reports.ts';
import { finished } from './finished.ts';

let bytes: Uint8Array;
let files: Record<string, Uint8Array>;
let body: string;
const xml = (path: string) => strFromU8(files[path]!);
beforeAll(async () => {
  bytes = await finished(reportDocx(everything()));
  files = unzipSync(bytes);
  body = xml('word/document.xml');
}, 60_000);

test('title, language, properties', () => {
  expect(xml('docProps/core.xml')).toContain('<dc:title>Vem är du?</dc:title>');
  expect(xml('word/styles.xml')).toMatch(/<w:docDefaults>.*<w:lang w:val="sv-SE"\/>/);
  expect(textsIn('Title')).toEqual(['Vem är du?']);
});

test('headings, texts, quotes and captions have the styles that Word knows', () => {
  expect(textsIn('Heading1')).toEqual([
    'Vilken roll har din organisation?',
    'Vad som sades',
    'Vad vi kan börja med',
    'Till nästa gång'
  ]);
  expect(textsIn('Heading2')).toEqual(['Orden i ordning', 'Spridningen']);
  expect(textsIn('Heading3')).toContain('Per organisation');
  expect(textsIn('Lead')).toHaveLength(1);
  expect(textsIn('Quote')).toContain('Det viktiga är att börja göra.');
  expect(textsIn('Speaker')).toContain('Måns, klimatstrateg');
  expect(textsIn('Cited')).toHaveLength(2);
  expect(textsIn('Caption')).toEqual([
    'Figur 1. Ordväggen efter en timme. Siffran säger hur många som menade ordet.',
    'Tabell 1. De vanligaste orden'
  ]);
  expect(body).toMatch(/SEQ Figur \\\* ARABIC/);
  for (const id of body.matchAll(/<w:pStyle w:val="(\w+)"/g))
    expect(xml('word/styles.xml')).toContain(`w:styleId="${id[1]}"`);
});

test('each list counts for itself, by real numbering', () => {
  const lists = [...body.matchAll(/<w:numPr>.*?<w:ilvl w:val="(\d)"\/><w:numId w:val="(\d+)"\/>/g)].map(
    ([, level, id]) => `${level}:${id}`
  );
  expect(new Set(lists.map((one) => one.split(':')[1])).size).toBe(3);
  expect(lists.filter((one) => one.startsWith('1:'))).toHaveLength(2);
  expect(xml('word/numbering.xml')).toContain('w:val="%1."');
});

test('pictures have their alternative texts, as lines and as a PNG large enough to be printed', () => {
  const told = [...body.matchAll(/<wp:docPr [^>]*descr="([^"]+)"/g)].map(([, alt]) => alt!);
  expect(told).toHaveLength(2);
  expect(told[0]).toMatch(/^Ordvägg med frågan Vem är du\?/);
  const media = Object.keys(files).filter((path) => path.startsWith('word/media/'));
  expect(media.map((path) => path.split('.').at(-1)).sort()).toEqual(['png', 'png', 'svg', 'svg']);
  const svg = xml(media.find((path) => path.endsWith('.svg'))!);
  expect(svg).toContain('<use xlink:href="#');
  const png = Buffer.from(files[media.find((path) => path.endsWith('.png'))!]!);
  expect(png.readUInt32BE(16)).toBeGreaterThan(1_400);
});

test('tables repeat their heads, the wall has a lying page, and the foot a number', () => {
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  expect(body.match(/<w:pgSz [^>]*w:orient="landscape"/g)).toHaveLength(1);
  expect(xml('word/footer1.xml')).toMatch(/PAGE/);
  expect(body).toMatch(/TOC [^<]*\\o/);
});

test('the table of contents names pages without being asked, and of what is too long to be reckoned it waits', async () => {
  const pagesIn = (xml: string) =>
    [...xml.matchAll(/<w:p>(?:(?!<w:p>).)*?<w:pStyle w:val="TOC\d"\/>.*?<\/w:p>/gs)].map(([entry]) =>
      Number(/>(\d+)<\/w:t>(?:(?!<w:t[ >]).)*$/s.exec(entry)?.[1])
    );
  expect(pagesIn(body)).toEqual([2, 3, 3, 3, 4, 4]);
  const long = unzipSync(await finished(reportDocx(huge(1_200))));
  expect(pagesIn(strFromU8(long['word/document.xml']!)).every(Number.isNaN)).toBe(true);
}, 60_000);

test('links and their targets: no relation without an end', () => {
  const relations = xml('word/_rels/document.xml.rels');
  expect(relations).toContain('Target="https://exempel.se/strategi?%C3%A5r=2027&amp;del=1"');
  expect(relations).not.toMatch(/Target=""/);
  for (const [, id] of body.matchAll(/r:(?:id|embed)="(\w+)"/g)) expect(relations).toContain(`Id="${id}"`);
  for (const [, path] of relations.matchAll(/Target="(?!https?:)([^"]+)"/g))
    expect(files).toHaveProperty([`word/${path!.replace('/word/', '')}`]);
  expect(body).toContain('w:name="h_roll"');
});

test('signs that XML cannot write are left out, and those that it minds are written', async () => {
  expect(body).toContain('&lt;b&gt; &amp; ');
  const odd = {
    ...everything(),
    blocks: [{ kind: 'paragraph' as const, runs: [{ text: 'a\u0000b\u000bc\ud800d' }] }]
  };
  const other = unzipSync(await finished(reportDocx(odd)));
  expect(strFromU8(other['word/document.xml']!)).toContain('>abcd<');
});

test('says how far it is', () => {
  const parts = [...reportDocx(huge(200))];
  expect(parts).toEqual(parts.toSorted((a, b) => a - b));
  expect(Math.max(...parts)).toBeLessThanOrEqual(1);
});

test.skipIf(!installed('soffice'))(
  /* LibreOffice may be missing where this runs; the XML is read above. */ 'LibreOffice opens it, and prints what it says',
  () => {
    const pdf = asPdf({ 'file.docx': bytes })['file.docx']!.toString('latin1');
    expect(pdf).toMatch(/\/Lang\s?\(sv-SE\)/);
    expect(pdf.match(/\/Type\s?\/Page\b/g)!.length).toBeGreaterThan(2);
  },
  120_000
);

/** Of all paragraphs of a style. */
function textsIn(style: string): string[] {
  return [...body.matchAll(/<w:p>(?:(?!<w:p>).)*?<\/w:p>/gs)]
    .map(([paragraph]) => paragraph)
    .filter((paragraph) => paragraph.includes(`<w:pStyle w:val="${style}"/>`))
    .map((paragraph) =>
      [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')
    );
}
