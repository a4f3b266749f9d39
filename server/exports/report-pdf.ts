/** A report as a PDF: A4 standing, real text, tagged, with bookmarks. Made block by block, so that others have their turn. */
import PDFDocument from 'pdfkit';
import { plainText } from '../../src/lib/domain/document/blocks.ts';
import type { Block, Paragraph, Report } from '../../src/lib/domain/document/document.ts';
import { leadsUp } from './lead-up.ts';
import { LOCALES } from './locales.ts';
import { numbered } from './numbered.ts';
import { setBlock } from './pdf/blocks.ts';
import { Contents } from './pdf/contents.ts';
import { setCover } from './pdf/cover.ts';
import { within } from './pdf/marks.ts';
import type { Doc } from './pdf/marks.ts';
import { Pages } from './pdf/pages.ts';
import { hanging, textStrips } from './pdf/press.ts';
import type { Press } from './pdf/press.ts';
import { STYLES, TEXT } from './pdf/styles.ts';
import type { Style } from './pdf/styles.ts';
import { Typefaces } from './pdf/typefaces.ts';
import { weightOf } from './weight.ts';

type Outline = Doc['outline'];

/** So many lines stand in the margin beside a heading, at most. */
const MOST_BESIDE = 4;

/** Yields how much of it is made, from 0 to 1; returns the file. */
export function* reportPdf(report: Report): Generator<number, Promise<Uint8Array>> {
  const { title, subtitle, language, at } = report;
  const blocks = numbered(report.blocks);
  const doc = new PDFDocument({
    autoFirstPage: false,
    lang: LOCALES[language],
    displayTitle: true,
    pdfVersion: '1.7',
    tagged: true,
    font: '',
    info: { Title: title, Creator: 'Ordvägg', Producer: 'Ordvägg', CreationDate: new Date(at) }
  });
  const done = gathered(doc);
  const faces = new Typefaces(doc);
  const root = doc.struct('Document');
  doc.addStructure(root);
  const pages = new Pages(doc, faces, title, { cover: !!report.cover });
  const whole = weightOf(blocks);
  let made = 0;
  const press: Press = {
    doc,
    language,
    faces,
    pages,
    heading(heading, top) {
      bookmark(heading, top);
      contents.reached(heading, top);
    },
    count: () => made++
  };
  const bookmark = bookmarks(doc);
  const place = { press, parent: root, frame: TEXT, open: true };
  const contents = new Contents(place, blocks);
  const facts = report.cover ? [] : factsAt(blocks, 0);
  // Without a cover they stand below the head, before the first chapter.
  const chapter = blocks.findIndex((block) => block.kind === 'heading' && block.level === 1);
  if (report.cover) {
    setCover(report, press, root);
    pages.close();
    setContents();
  } else setTitle(facts);
  for (let index = facts.length; index < blocks.length; index++) {
    const block = blocks[index]!;
    if (index === chapter && !report.cover) setContents();
    const beside = block.kind === 'heading' ? factsAt(blocks, index + 1) : [];
    const holds = leadsUp(blocks, index);
    for (const strip of setBlock(block, place, beside)) {
      pages.put(holds ? { ...strip, holds } : strip);
      yield made / whole;
    }
    index += beside.length;
  }
  pages.settle();
  contents.finish();
  doc.end();
  return done;

  function setContents(): void {
    for (const strip of contents.strips()) pages.put(strip);
    if (contents.needed) pages.close();
  }

  function setTitle(beside: readonly Paragraph[]): void {
    const text = (words: string, style: Style, above: number) =>
      textStrips(place, [{ text: words, style }], within(doc, root, 'P'), 'P', { above, holds: true });
    const [first, ...more] = text(title, STYLES.title, 0);
    const hangs = beside.length > 0 ? hanging(beside, place, 14) : undefined;
    if (first) pages.put({ ...first, ...(hangs ? { hangs } : {}) });
    more.forEach((strip) => pages.put(strip));
    if (subtitle) text(subtitle, STYLES.subtitle, 6).forEach((strip) => pages.put(strip));
    pages.flush();
  }
}

/** The quiet lines that begin there: they stand in the margin beside the heading before them. */
function factsAt(blocks: readonly Block[], from: number): Paragraph[] {
  const facts: Paragraph[] = [];
  for (let at = from; at < blocks.length && facts.length < MOST_BESIDE; at++) {
    const block = blocks[at]!;
    if (block.kind !== 'paragraph' || block.tone !== 'quiet') break;
    facts.push(block);
  }
  return facts;
}

/** Headings as bookmarks, each under the last one above its level. */
function bookmarks(doc: Doc): Press['heading'] {
  const open: { level: number; item: Outline }[] = [];
  return ({ level, text, id }, top) => {
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    const parent = open.at(-1)?.item ?? doc.outline;
    // Measured by the library from the other end: this is the left edge.
    const place = { fit: false, left: doc.page.width, top: Math.max(0, top - 12) };
    open.push({ level, item: parent.addItem(plainText(text), place as object) });
    if (id) doc.addNamedDestination(id, 'XYZ', 0, Math.max(0, top - 12), 0);
  };
}

function gathered(doc: Doc): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (piece: Uint8Array) => pieces.push(piece));
    doc.on('end', () => resolve(Buffer.concat(pieces)));
    doc.on('error', reject);
  });
}
