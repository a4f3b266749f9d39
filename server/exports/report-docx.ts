/** A report as a DOCX: real headings, styles, lists, captions and alternative texts, so that somebody can go on writing in it. */
import {
  Document,
  Footer,
  AlignmentType,
  HeadingLevel,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TableOfContents,
  TextRun
} from 'docx';
import type { ISectionOptions } from 'docx';
import type { Block, Figure, Report } from '../../src/lib/domain/document/document.ts';
import { drawn, textOf, written } from './docx/blocks.ts';
import type { Child, Spot, Writing } from './docx/blocks.ts';
import { embeddedFonts, numbering, STYLE, stylesIn } from './docx/styles.ts';
import { weightOf } from './weight.ts';

/** A4, in twips, and what is left of it in px of 96 to an inch. */
const SHEET = { width: 11_906, height: 16_838 };
const EDGE = 1_250;
const px = (twips: number) => Math.floor(twips / 15);
const STANDING = { width: px(SHEET.width - 2 * EDGE), height: px(SHEET.height - 2 * EDGE) * 0.8 };
/** With room for a heading above and a caption below. */
const LYING = { width: px(SHEET.height - 2 * EDGE), height: px(SHEET.width - 2 * EDGE) - 150 };
const CONTENTS = { sv: 'Innehåll', en: 'Contents' } as const;
/** With fewer headings nobody needs a table of contents. */
const FEW = 4;
/** Of the work: what is left once all is written and only has to be packed. */
const PACKING = 0.4;

/** Yields how much of it is made, from 0 to 1; returns the file. */
export function* reportDocx(report: Report): Generator<number, Promise<Uint8Array>> {
  const { title, subtitle, language, blocks } = report;
  const writing: Writing = { language, figures: 0, tables: 0, lists: 0 };
  const whole = weightOf(blocks) || 1;
  let made = 0;
  let children: Child[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: textOf([{ text: title }]) }),
    ...(subtitle ? [new Paragraph({ style: STYLE.subtitle, children: textOf([{ text: subtitle }]) })] : [])
  ];
  const sections: ISectionOptions[] = [];
  const spot: Spot = { room: STANDING, level: 0 };
  const headings = blocks.filter(({ kind }) => kind === 'heading').length;
  const first = blocks.findIndex((block) => block.kind === 'heading' && block.level === 1);
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (at === first && headings >= FEW) children.push(...contents(language));
    const spread = spreadAt(blocks, at);
    if (spread) {
      // What leads up to the figure stands on its page.
      sections.push(section(children, false));
      children = [];
      const until = blocks.indexOf(spread, at);
      for (const one of blocks.slice(at, until)) children.push(...written(one, writing, spot));
      children.push(...drawn(spread, writing, LYING));
      sections.push(section(children, true));
      children = [];
      at = until;
    } else {
      const before = made;
      const own = weightOf([block]);
      for (const child of written(block, writing, spot)) {
        children.push(child);
        made = Math.min(before + own, made + 1);
        yield (made / whole) * (1 - PACKING);
      }
      made = before + own;
    }
  }
  if (children.length > 0 || sections.length === 0) sections.push(section(children, false));
  const file = new Document({
    title,
    creator: 'Ordvägg',
    lastModifiedBy: 'Ordvägg',
    description: subtitle ?? '',
    styles: stylesIn(language),
    numbering: numbering(),
    fonts: embeddedFonts(),
    // Word knows how long compounds are broken.
    hyphenation: { autoHyphenation: true, doNotHyphenateCaps: true, consecutiveHyphenLimit: 2 },
    sections: sections.filter(({ children }) => children.length > 0)
  });
  return Packer.toBuffer(file);
}

/** The figure on a lying page that begins here, be it with the heading and the facts before it. */
function spreadAt(blocks: readonly Block[], from: number): Figure | undefined {
  const isSpread = (block: Block | undefined): block is Figure => block?.kind === 'figure' && !!block.spread;
  if (isSpread(blocks[from])) return blocks[from];
  if (blocks[from]?.kind !== 'heading') return undefined;
  let at = from + 1;
  while (quiet(blocks[at])) at++;
  const figure = blocks[at];
  return isSpread(figure) ? figure : undefined;
}

function quiet(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.tone === 'quiet';
}

function contents(language: 'sv' | 'en'): Child[] {
  return [
    new Paragraph({ style: STYLE.contents, children: [new TextRun(CONTENTS[language])] }),
    new TableOfContents(CONTENTS[language], { hyperlink: true, headingStyleRange: '1-2' }) as unknown as Child
  ];
}

function section(children: readonly Child[], lying: boolean): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      page: {
        size: { ...SHEET, orientation: lying ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE }
      }
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            style: STYLE.quiet,
            alignment: AlignmentType.RIGHT,
            children: [new TextRun({ children: [PageNumber.CURRENT] })]
          })
        ]
      })
    },
    children
  };
}
