/** A report as a DOCX: real headings, styles, lists, captions and alternative texts, so that somebody can go on writing in it. */
import {
  Document,
  Footer,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Tab,
  TabStopType,
  TableOfContents,
  TextRun
} from 'docx';
import { estimatePageNumbersWith } from 'docx/layout';
import type { ISectionOptions } from 'docx';
import type { Block, Figure, Report } from '../../src/lib/domain/document/document.ts';
import { drawn, textOf, written } from './docx/blocks.ts';
import type { Child, Spot, Writing } from './docx/blocks.ts';
import { headingsIn, needContents } from './headings.ts';
import { isShort, leadsUp } from './lead-up.ts';
import { embeddedFonts, numbering, STYLE, stylesIn } from './docx/styles.ts';
import { numbered } from './numbered.ts';
import { weightOf } from './weight.ts';
import { WORDS } from './words.ts';

/** A4, in twips, and what is left of it in px of 96 to an inch. */
const SHEET = { width: 11_906, height: 16_838 };
const EDGE = 1_250;
const px = (twips: number) => Math.floor(twips / 15);
const STANDING = { width: px(SHEET.width - 2 * EDGE), height: px(SHEET.height - 2 * EDGE) * 0.8 };
/** With room for a caption below. */
const LYING = { width: px(SHEET.height - 2 * EDGE), height: px(SHEET.width - 2 * EDGE) - 50 };
/** Px that a line above a figure takes, by what it is. */
const ABOVE = { 1: 66, 2: 46, 3: 36, lead: 28, quiet: 18 } as const;
/** So many lines stand above it at most, with its headings. */
const MOST_ABOVE = 5;
/** Paragraphs and rows of which a program's pages can be reckoned in seconds; of more the table of contents waits to be asked. */
const COUNTED = 1_000;
/** Letters of a title in the foot. */
const LONGEST_FOOT = 80;
/** Of the work: what is left once all is written and only has to be packed. */
const PACKING = 0.4;

/** Yields how much of it is made, from 0 to 1; returns the file. */
export function* reportDocx(report: Report): Generator<number, Promise<Uint8Array>> {
  const { title, subtitle, language } = report;
  const blocks = numbered(report.blocks);
  const writing: Writing = { language, lists: 0 };
  const whole = weightOf(blocks) || 1;
  let made = 0;
  let children: Child[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: textOf([{ text: title }]) }),
    ...(subtitle ? [new Paragraph({ style: STYLE.subtitle, children: textOf([{ text: subtitle }]) })] : [])
  ];
  const sections: ISectionOptions[] = [];
  const spot: Spot = { room: STANDING, level: 0 };
  const hasContents = needContents(headingsIn(blocks));
  const first = blocks.findIndex((block) => block.kind === 'heading' && block.level === 1);
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (at === first && hasContents) children.push(...contents(language));
    const spread = spreadAt(blocks, at);
    if (spread) {
      // What leads up to the figure stands on its page.
      sections.push(section(children, false, title, sections.length === 0));
      children = [];
      const until = blocks.indexOf(spread, at);
      const above = blocks.slice(at, until);
      for (const one of above) children.push(...written(one, writing, { ...spot, holds: true }));
      const taken = above.reduce((sum, one) => sum + heightOf(one), 0);
      children.push(...drawn(spread, writing, { ...LYING, height: LYING.height - taken }));
      sections.push(section(children, true, title));
      children = [];
      at = until;
    } else {
      const before = made;
      const own = weightOf([block]);
      for (const child of written(block, writing, { ...spot, holds: leadsUp(blocks, at) })) {
        children.push(child);
        made = Math.min(before + own, made + 1);
        yield (made / whole) * (1 - PACKING);
      }
      made = before + own;
    }
  }
  if (children.length > 0 || sections.length === 0)
    sections.push(section(children, false, title, sections.length === 0));
  const file = new Document({
    title,
    creator: 'Ordvägg',
    lastModifiedBy: 'Ordvägg',
    description: subtitle ?? '',
    styles: stylesIn(language),
    numbering: numbering(),
    fonts: embeddedFonts(),
    // Most programs show what is written here until somebody asks for it anew.
    ...(whole <= COUNTED ? { pageNumbers: estimatePageNumbersWith({ guess: true }) } : {}),
    // Word knows how long compounds are broken.
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true, consecutiveHyphenLimit: 2 },
    sections: sections.filter(({ children }) => children.length > 0)
  });
  return Packer.toBuffer(file);
}

/** The figure on a lying page that begins here, be it with its headings and the short lines before it. */
function spreadAt(blocks: readonly Block[], from: number): Figure | undefined {
  const isSpread = (block: Block | undefined): block is Figure => block?.kind === 'figure' && !!block.spread;
  if (isSpread(blocks[from])) return blocks[from];
  if (blocks[from]?.kind !== 'heading') return undefined;
  let at = from + 1;
  while (at <= from + MOST_ABOVE && (blocks[at]?.kind === 'heading' || isShort(blocks[at]))) at++;
  const figure = blocks[at];
  return isSpread(figure) ? figure : undefined;
}

function heightOf(block: Block): number {
  if (block.kind === 'heading') return ABOVE[block.level];
  return block.kind === 'paragraph' && block.tone === 'quiet' ? ABOVE.quiet : 2 * ABOVE.lead;
}

function contents(language: 'sv' | 'en'): Child[] {
  const { contents } = WORDS[language];
  return [
    new Paragraph({ style: STYLE.contents, children: [new TextRun(contents)] }),
    new TableOfContents(contents, { hyperlink: true, headingStyleRange: '1-2' }) as unknown as Child
  ];
}

/** `first`: the page that begins with the title does not repeat it in its foot. */
function section(children: readonly Child[], lying: boolean, title: string, first = false): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: first,
      page: {
        size: { ...SHEET, orientation: lying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE }
      }
    },
    footers: {
      default: foot(title, lying),
      ...(first ? { first: foot('', lying) } : {})
    },
    children
  };
}

/** What it is to the left, the page's number to the right. */
function foot(title: string, lying: boolean): Footer {
  const right = (lying ? SHEET.height : SHEET.width) - 2 * EDGE;
  return new Footer({
    children: [
      new Paragraph({
        style: STYLE.quiet,
        tabStops: [{ type: TabStopType.RIGHT, position: right }],
        children: [
          ...textOf([
            { text: title.length > LONGEST_FOOT ? `${title.slice(0, LONGEST_FOOT).trim()} …` : title }
          ]),
          new TextRun({ children: [new Tab(), PageNumber.CURRENT] })
        ]
      })
    ]
  });
}
