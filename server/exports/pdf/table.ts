/** A table: columns as wide as what stands in them wants, rows with hairlines, the head on each of its pages. */
import type { Cell, Table } from '../../../src/lib/domain/document/document.ts';
import { columnWidths } from '../column-widths.ts';
import { captionOf } from '../numbered.ts';
import { linesOf, longestPiece } from './lines.ts';
import type { Line } from './lines.ts';
import { drawFragment, drawLine, rule, within } from './marks.ts';
import type { Strip } from './pages.ts';
import { baselineIn, styled, textStrips } from './press.ts';
import type { Place } from './press.ts';
import { GAP, HAIRLINE, INK, STYLES, WIDE } from './styles.ts';
import type { Frame, Style } from './styles.ts';
import type { Typefaces } from './typefaces.ts';

const GUTTER = 12;
const PAD = 4;
/** A row of so many lines may be torn apart. */
const SHORT = 8;
const SHORT_TABLE = 12;
/** Of so many rows the widths are asked. */
const ASKED = 1_000;

export function* setTable(table: Table, place: Place, above: number): Generator<Strip> {
  const { press, parent } = place;
  const { doc, faces, pages } = press;
  const { head, rows, caption } = table;
  const frame = place.open && head.length > 3 ? WIDE : place.frame;
  const wide = frame === WIDE;
  const element = within(doc, parent, 'Table');
  const widths = widthsOf(table, frame.width, faces);
  const cells = framesOf(frame, widths);
  let first = true;
  const topmost = (strip: Strip): Strip => {
    if (!first) return strip;
    first = false;
    return { ...strip, above, wide };
  };
  if (caption) {
    const title = within(doc, element, 'Caption');
    const runs = [{ text: captionOf(table, press.language), style: STYLES.caption }];
    for (const strip of textStrips({ press, frame }, runs, title, 'Caption', { holds: true }))
      yield topmost(strip);
  }
  const named = head.some(({ runs }) => runs.some(({ text }) => text));
  const headLines = head.map((cell, at) => linesIn(cell, cells[at]!, STYLES.columnHead, faces));
  const height = tallest(headLines) * STYLES.columnHead.leading + 2 * PAD;
  const drawHead = (top: number, put: (line: Line, at: number, x: number, baseline: number) => void) => {
    headLines.forEach((lines, at) =>
      lines.forEach((line, index) => {
        const style = STYLES.columnHead;
        put(
          line,
          at,
          startOf(line, head[at]!, cells[at]!),
          baselineIn(style, top + PAD + index * style.leading)
        );
      })
    );
  };
  const again = (top: number) => {
    drawHead(top, (line, _at, x, baseline) =>
      line.fragments.forEach((fragment) => drawFragment(doc, faces, fragment, { x, baseline }))
    );
    doc
      .moveTo(frame.x, top + height)
      .lineTo(frame.x + frame.width, top + height)
      .lineWidth(0.5)
      .stroke(INK);
  };
  if (named) {
    const row = within(doc, element, 'TR');
    const titles = head.map(() => within(doc, row, 'TH', { scope: 'Column' }));
    yield topmost({
      height,
      holds: true,
      draw(top) {
        drawHead(top, (line, at, x, baseline) =>
          drawLine(doc, faces, titles[at]!, 'TH', line, { x, baseline })
        );
        rule(doc, frame.x, top + height, frame.width, INK);
        // From now on: told once, shown on each page.
        if (place.open) pages.repeat({ height, draw: again });
      }
    });
  }
  const whole = rows.length <= SHORT_TABLE;
  for (const [index, row] of rows.entries()) {
    const tr = within(doc, element, 'TR');
    const elements = row.map(({ head: names }) =>
      names ? within(doc, tr, 'TH', { scope: 'Row' }) : within(doc, tr, 'TD')
    );
    const lines = row.map((cell, at) => linesIn(cell, cells[at]!, styleOf(cell), faces));
    const count = Math.max(1, tallest(lines));
    const { leading } = STYLES.cell;
    for (let at = 0; at < count; at++) {
      const [top, bottom] = [at === 0 ? PAD : 0, at === count - 1 ? PAD : 0];
      // Two rows at least below the head, and above the end; a short table is not torn apart.
      const together = whole || (index === 0 && rows.length > 1) || index === rows.length - 2;
      yield topmost({
        height: leading + top + bottom,
        holds:
          at === count - 1
            ? together && index < rows.length - 1
            : count <= SHORT || at === 0 || at === count - 2,
        draw(y) {
          lines.forEach((own, column) => {
            const line = own[at];
            if (!line) return;
            const baseline = baselineIn(STYLES.cell, y + top);
            const type = row[column]!.head ? 'TH' : 'TD';
            const x = startOf(line, row[column]!, cells[column]!);
            drawLine(doc, faces, elements[column]!, type, line, { x, baseline });
          });
          if (bottom) rule(doc, frame.x, y + leading + top + bottom, frame.width, HAIRLINE);
        }
      });
    }
    press.count();
  }
  pages.flush();
  pages.repeat(undefined);
}

/** Where a part of a name is strong already, the rest is what is told of it. */
function styleOf({ head, runs }: Cell): Style {
  return head && !runs.some(({ bold }) => bold) ? HEAD_CELL : STYLES.cell;
}
const HEAD_CELL: Style = { ...STYLES.cell, bold: true };

function linesIn({ runs }: Cell, { width }: Frame, style: Style, faces: Typefaces): Line[] {
  return linesOf(styled(runs, style), width, faces);
}

function tallest(cells: readonly (readonly Line[])[]): number {
  return Math.max(0, ...cells.map((lines) => lines.length));
}

function startOf({ width }: Line, { align }: Cell, frame: Frame): number {
  return align === 'right' ? frame.x + frame.width - width : frame.x;
}

function framesOf({ x }: Frame, widths: readonly number[]): Frame[] {
  let left = x;
  return widths.map((width) => {
    const frame = { x: left, width };
    left += width + GUTTER;
    return frame;
  });
}

/** Each column what its longest piece needs, and of the rest in proportion to what it would take in one line. */
function widthsOf({ head, rows }: Table, width: number, faces: Typefaces): number[] {
  const step = Math.ceil(rows.length / ASKED) || 1;
  const asked = rows.filter((_, at) => at % step === 0);
  const room = width - GUTTER * (head.length - 1);
  const least: number[] = [];
  const most: number[] = [];
  head.forEach((title, column) => {
    const cells: [Cell, Style][] = [
      [title, STYLES.columnHead],
      ...asked.map((row): [Cell, Style] => [row[column]!, styleOf(row[column]!)])
    ];
    let [narrow, broad] = [GAP, GAP];
    for (const [{ runs }, style] of cells) {
      for (const line of linesOf(styled(runs, style), Infinity, faces)) broad = Math.max(broad, line.width);
      narrow = Math.max(narrow, longestPiece(styled(runs, style), faces));
    }
    least.push(narrow + 1);
    most.push(broad + 1);
  });
  return columnWidths(least, most, room);
}
