/** What a report is set with, and how its texts become strips. */
import type { Heading, Paragraph, Run } from '../../../src/lib/domain/document/document.ts';
import { addressOf } from '../address.ts';
import { linesOf } from './lines.ts';
import type { Line, StyledRun } from './lines.ts';
import { drawLine, within } from './marks.ts';
import type { Doc, Element } from './marks.ts';
import { heightOf } from './pages.ts';
import type { Pages, Strip } from './pages.ts';
import { GAP, STYLES, TEXT, WIDE } from './styles.ts';
import type { Frame, Style } from './styles.ts';
import type { Typefaces } from './typefaces.ts';

/** What a report is set with. */
export interface Press {
  doc: Doc;
  language: 'sv' | 'en';
  faces: Typefaces;
  pages: Pages;
  /** A heading stands there: for the bookmarks and the contents. */
  heading(heading: Heading, top: number): void;
  /** One paragraph, row or picture more is set. */
  count(): void;
}

export interface Place {
  press: Press;
  parent: Element;
  frame: Frame;
  /** Not within a list, a column or what is set apart: the whole sheet is its. */
  open: boolean;
}

/** As many lines as are never torn apart. */
const SHORT = 3;
const MARGIN: Frame = { x: WIDE.x, width: TEXT.x - WIDE.x - GAP };

/** Lines of text as strips: the first two stay together, and the last two. */
export function textStrips(
  { press, frame }: Pick<Place, 'press' | 'frame'>,
  runs: readonly StyledRun[],
  element: Element,
  type: string,
  { above = 0, holds = false, short = SHORT }: { above?: number; holds?: boolean; short?: number } = {}
): Strip[] {
  const lines = linesOf(runs, frame.width, press.faces);
  return lines.map((line, at) => ({
    height: leadingOf(line, runs),
    ...(at === 0 ? { above } : {}),
    holds: holds || (at < lines.length - 1 && (lines.length <= short || at === 0 || at === lines.length - 2)),
    draw: (top) =>
      drawLine(press.doc, press.faces, element, type, line, {
        x: frame.x,
        baseline: baselineOf(line, runs, top)
      })
  }));
}

/** Where letters of a style stand in the room of their line. */
export function baselineIn({ leading, size }: Style, top: number): number {
  return top + (leading - size) / 2 + size * 0.79;
}

export function styled(runs: readonly Run[], style: Style): StyledRun[] {
  const styles = new Map<string, Style>();
  return runs.map(({ text, bold, italic, link }) => {
    const key = `${!!bold}${!!italic}`;
    const own = styles.get(key) ?? {
      ...style,
      ...(bold ? { bold } : {}),
      ...(italic ? { italic } : {})
    };
    styles.set(key, own);
    const address = link && addressOf(link);
    return { text, style: own, ...(address ? { link: address } : {}) };
  });
}

function baselineOf({ fragments }: Line, runs: readonly StyledRun[], top: number): number {
  const style = fragments[0]?.style ?? runs[0]!.style;
  return baselineIn(style, top);
}

function leadingOf({ fragments }: Line, runs: readonly StyledRun[]): number {
  return (fragments[0]?.style ?? runs[0]!.style).leading;
}

/** Facts beside a heading, in the margin, so much further down than its room begins. */
export function hanging(
  paragraphs: readonly Paragraph[],
  { press, parent }: Pick<Place, 'press' | 'parent'>,
  down: number
): NonNullable<Strip['hangs']> {
  const strips = paragraphs.flatMap(({ runs }) => {
    const element = within(press.doc, parent, 'P');
    return textStrips({ press, frame: MARGIN }, styled(runs, STYLES.quiet), element, 'P');
  });
  return {
    height: down + heightOf(strips),
    draw(top) {
      let y = top + down;
      for (const strip of strips) {
        strip.draw(y);
        y += strip.height;
      }
    }
  };
}
