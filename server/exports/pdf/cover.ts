/** The first page of a printed documentation: the question as it stands in the middle of a wall, and whose it is. */
import type { Report } from '../../../src/lib/domain/document/document.ts';
import { penAround } from '../../../src/lib/domain/wall/drawing/pen.ts';
import { drawStrokes } from '../wall-pdf.ts';
import { linesOf } from './lines.ts';
import type { Line } from './lines.ts';
import { artifact, drawLine, within } from './marks.ts';
import type { Element } from './marks.ts';
import { baselineIn } from './press.ts';
import type { Press } from './press.ts';
import { EDGE, INK, QUIET_INK, SHEET, STYLES, WIDE } from './styles.ts';
import type { Style } from './styles.ts';
import type { Typefaces } from './typefaces.ts';

/** The middle of the question, from above. */
const MIDDLE = SHEET.height * 0.4;
/** Letters of the question, and in how many lines of them it stands at most. */
const SIZES = [
  { size: 58, most: 2 },
  { size: 48, most: 3 },
  { size: 40, most: 4 },
  { size: 34, most: 6 },
  { size: 28, most: 9 },
  { size: 22, most: Infinity }
] as const;
/** A pen goes around as many lines. */
const MOST_AROUND = 4;
/** So far from the middle letters stand at most; 1 is on the line. */
const NEAR = 0.86;
const BELOW = { question: 46, name: 5 } as const;
/** Of the sheet, for what stands below the question. */
const NARROW = WIDE.width * 0.76;

/** Draws it onto the page that is being filled. */
export function setCover({ title, subtitle, cover }: Report, press: Press, parent: Element): void {
  const { doc, faces } = press;
  const { lines, style } = questionIn(title, faces);
  const height = lines.length * style.leading;
  const width = Math.max(0, ...lines.map((line) => line.width));
  const top = MIDDLE - height / 2;
  let under = top + height;
  if (lines.length > 0 && lines.length <= MOST_AROUND) {
    const { size } = style;
    const rx = halfWidth(width, style);
    const ry = halfHeight(lines, style, rx);
    artifact(doc, () =>
      drawStrokes(doc, penAround({ x: SHEET.width / 2, y: MIDDLE, rx, ry, size }, INK, QUIET_INK))
    );
    under = MIDDLE + ry;
  }
  centred(lines, style, top);
  let y = under + BELOW.question;
  y = text(subtitle, STYLES.coverName, y) + BELOW.name;
  text(cover?.host, STYLES.coverHost, y);
  text(cover?.day, STYLES.caption, SHEET.height - EDGE.bottom - STYLES.caption.leading);

  /** Returns where what is below it may begin. */
  function text(words: string | undefined, own: Style, from: number): number {
    const set = words ? linesOf([{ text: words, style: own }], NARROW, faces) : [];
    return centred(set, own, from);
  }

  function centred(set: readonly Line[], own: Style, from: number): number {
    if (set.length === 0) return from;
    const element = within(doc, parent, 'P');
    set.forEach((line, at) => {
      const baseline = baselineIn(own, from + at * own.leading);
      drawLine(doc, faces, element, 'P', line, { x: (SHEET.width - line.width) / 2, baseline });
    });
    return from + set.length * own.leading;
  }
}

/** As large as it has room, its lines about as long as each other. */
function questionIn(title: string, faces: Typefaces): { lines: readonly Line[]; style: Style } {
  for (const { size, most } of SIZES) {
    const style: Style = { ...STYLES.title, size, leading: size * 1.02 };
    const widest = widestIn(style);
    const set = (width: number) => linesOf([{ text: title, style }], width, faces);
    const lines = set(widest);
    const broken = lines.some(({ hyphen }) => hyphen);
    if (lines.length > most || (broken && size > SIZES.at(-2)!.size)) continue;
    let [narrow, wide] = [widest / 3, widest];
    while (wide - narrow > 4) {
      const between = (narrow + wide) / 2;
      const own = set(between);
      if (own.length > lines.length || (!broken && own.some(({ hyphen }) => hyphen))) narrow = between;
      else wide = between;
    }
    return { lines: set(wide), style };
  }
  throw new Error('no size without an end of its lines');
}

/** Of the ellipse around lines so wide, flat as on a wall. */
function halfWidth(width: number, { size }: Style): number {
  return width / 1.62 + size * 0.35;
}

/** No corner of a line comes near the pen's. */
function halfHeight(lines: readonly Line[], { size, leading }: Style, rx: number): number {
  const high = lines.map(({ width }, at) => {
    const away = Math.abs(at - (lines.length - 1) / 2) * leading + size * 0.4;
    return away / Math.sqrt(NEAR - (width / 2 / rx) ** 2);
  });
  return Math.max(size, ...high);
}

function widestIn({ size }: Style): number {
  return (WIDE.width / 2 - size * 0.35) * 1.62;
}
