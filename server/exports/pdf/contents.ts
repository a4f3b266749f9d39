/**
 * The table of contents. It takes its room before anybody knows on which pages its headings come; these are told to it while they
 * are set, and then it is drawn on its pages, which are kept until then.
 */
import { plainText } from '../../../src/lib/domain/document/blocks.ts';
import type { Block, Heading } from '../../../src/lib/domain/document/document.ts';
import { headingsIn, needContents } from '../headings.ts';
import { WORDS } from '../words.ts';
import { KeptPage } from './kept-page.ts';
import { linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import { drawFragment, drawLine, marked, rule, within } from './marks.ts';
import type { Doc, Element } from './marks.ts';
import type { Strip } from './pages.ts';
import { baselineIn, textStrips } from './press.ts';
import type { Place } from './press.ts';
import { EDGE, HAIRLINE, INK, SHEET, STYLES, WIDE } from './styles.ts';
import type { Style } from './styles.ts';

/** Pages: what would be longer names chapters alone. */
const MOST_PAGES = 2;
/** Beside an entry, for the number of its page. */
const NUMBER_WIDTH = 44;
const INDENT = 14;
/** Above and below an entry's lines. */
const PAD = { 1: [9, 5], 2: [0, 3] } as const;
const TITLE_BELOW = 12;
const PAGE = SHEET.height - EDGE.top - EDGE.bottom;

interface Entry {
  heading: Heading;
  level: 1 | 2;
  style: Style;
  lines: readonly Line[];
  height: number;
  /** What its link leads to. */
  name: string;
  /** The page that its heading stands on. */
  number?: number;
}

export class Contents {
  readonly #place: Place;
  readonly #entries: readonly Entry[];
  readonly #byHeading: ReadonlyMap<Heading, Entry>;
  readonly #pages = new Map<Doc['page'], KeptPage>();
  readonly #drawn: (() => void)[] = [];

  constructor(place: Place, blocks: readonly Block[]) {
    this.#place = place;
    this.#entries = entriesOf(blocks, place);
    this.#byHeading = new Map(this.#entries.map((entry) => [entry.heading, entry]));
  }

  /** So few headings need none. */
  get needed(): boolean {
    return needContents(this.#entries);
  }

  *strips(): Generator<Strip> {
    if (!this.needed) return;
    const { press, parent, frame } = this.#place;
    const { doc } = press;
    const title = within(doc, parent, 'H1');
    const runs = [{ text: WORDS[press.language].contents, style: STYLES.heading1 }];
    const [first, ...more] = textStrips({ press, frame }, runs, title, 'H1', { above: 30, holds: true });
    yield {
      ...first!,
      height: first!.height + 14 + TITLE_BELOW,
      wide: true,
      draw(top) {
        rule(doc, WIDE.x, top, WIDE.width, INK, 0.75);
        first!.draw(top + 14);
      }
    };
    yield* more;
    const all = within(doc, parent, 'TOC');
    let below: Element | undefined;
    for (const [at, entry] of this.#entries.entries()) {
      const chapter = entry.level === 1;
      if (chapter) below = undefined;
      // What is below a chapter is a list within the list.
      else if (at > 0) below ??= within(doc, all, 'TOC');
      const link = within(doc, within(doc, within(doc, below ?? all, 'TOCI'), 'Reference'), 'Link');
      const next = this.#entries[at + 1];
      yield {
        height: entry.height,
        // A chapter stands with the first of what is below it.
        holds: chapter && next?.level === 2,
        draw: (top) => this.#reserve(entry, link, top)
      };
    }
  }

  /** That heading stands on the page that is being filled, so far down. */
  reached(heading: Heading, top: number): void {
    const entry = this.#byHeading.get(heading);
    if (!entry || !this.needed) return;
    const { doc, pages } = this.#place.press;
    entry.number = pages.number;
    doc.addNamedDestination(entry.name, 'XYZ', 0, Math.max(0, top - 12), 0);
  }

  /** Every heading stands. */
  finish(): void {
    for (const draw of this.#drawn) draw();
    for (const page of this.#pages.values()) page.end();
  }

  #reserve(entry: Entry, link: Element, top: number): void {
    const { doc } = this.#place.press;
    const { frame } = this.#place;
    const page = this.#pages.get(doc.page) ?? new KeptPage(doc);
    this.#pages.set(doc.page, page);
    const words = entry.lines.flatMap(({ fragments }) => fragments.map(({ text }) => text)).join('');
    // Where there is something to press is reckoned by the page that is being filled: this cannot wait.
    const told = { Contents: new String(words.trim()), structParent: link } as object;
    doc.goTo(frame.x, top, frame.width, entry.height, entry.name, told);
    this.#drawn.push(() =>
      page.draw(() => {
        this.#draw(entry, link, top);
        // The page of its link is the one that it ends on.
        link.end();
      })
    );
  }

  #draw({ level, style, lines, number }: Entry, link: Element, top: number): void {
    const { press, frame } = this.#place;
    const { doc, faces } = press;
    if (level === 1) rule(doc, frame.x, top, frame.width, HAIRLINE);
    const x = frame.x + indentOf(level);
    let baseline = 0;
    for (const [at, line] of lines.entries()) {
      baseline = baselineIn(style, top + PAD[level][0] + at * style.leading);
      drawLine(doc, faces, link, 'Link', line, { x, baseline });
    }
    if (number === undefined) return;
    // Told apart from the words by the space, where somebody has it read out.
    const text = ` ${number}`;
    const left = frame.x + frame.width - faces.width(text, style);
    marked(doc, link, 'Link', () =>
      drawFragment(doc, faces, { text, style, x: 0, width: 0 }, { x: left, baseline })
    );
  }
}

/** Chapters and what is below them; chapters alone where all would be long, unless there is hardly one. */
function entriesOf(blocks: readonly Block[], place: Place): Entry[] {
  const all = headingsIn(blocks);
  const chapters = all.filter(({ level }) => level === 1);
  const entries = laid(all, place);
  const height = entries.reduce((sum, entry) => sum + entry.height, 0);
  return height > MOST_PAGES * PAGE && needContents(chapters) ? laid(chapters, place) : entries;
}

function laid(headings: readonly Heading[], { press, frame }: Place): Entry[] {
  const deep = headings.some(({ level }) => level === 2) && headings.some(({ level }) => level === 1);
  const digits = String(headings.length).length;
  return headings.flatMap((heading, at): Entry[] => {
    const level = heading.level === 1 || !deep ? 1 : 2;
    const style = level === 2 ? STYLES.contentsBelow : deep ? STYLES.heading3 : STYLES.body;
    const text = plainText(heading.text);
    const lines = linesOf([{ text, style }], frame.width - indentOf(level) - NUMBER_WIDTH, press.faces);
    if (lines.length === 0) return [];
    const [above, below] = PAD[level];
    return [
      {
        heading,
        level,
        style,
        lines,
        height: above + lines.length * style.leading + below,
        // As long as each other, so that they are in one order for everybody who looks one up.
        name: `contents-${String(at + 1).padStart(digits, '0')}`
      }
    ];
  });
}

function indentOf(level: 1 | 2): number {
  return level === 2 ? INDENT : 0;
}
