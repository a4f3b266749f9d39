/** How a printed report looks: its sheet, its letters, its distances, all in points. */
import { INKS as PALETTE } from '../inks.ts';
import type { DrawnFace } from '../../../src/lib/domain/wall/layout/lettering.ts';

export interface Style {
  face: DrawnFace;
  size: number;
  /** From line to line. */
  leading: number;
  ink: string;
  bold?: boolean;
  italic?: boolean;
}

export const { ink: INK, quiet: QUIET_INK, line: HAIRLINE } = PALETTE;

const READING = 'atkinson-hyperlegible-next';
const reading = (size: number, leading: number, more: Partial<Style> = {}): Style => ({
  face: READING,
  size,
  leading,
  ink: INK,
  ...more
});

export const STYLES = {
  title: { face: 'caveat-brush', size: 36, leading: 40, ink: INK },
  subtitle: reading(12.5, 18),
  heading1: reading(17, 22, { bold: true }),
  heading2: reading(12.5, 17, { bold: true }),
  heading3: reading(10.5, 15, { bold: true }),
  body: reading(10.5, 15.5),
  lead: reading(12.5, 18.5),
  quiet: reading(8.5, 12, { ink: QUIET_INK }),
  quote: { face: 'patrick-hand', size: 14.5, leading: 18.5, ink: INK },
  speaker: reading(8.5, 12, { ink: QUIET_INK }),
  cell: reading(9.5, 13.5),
  columnHead: reading(8.5, 12, { ink: QUIET_INK }),
  caption: reading(8.5, 12, { ink: QUIET_INK }),
  contentsBelow: reading(9.5, 14),
  coverName: reading(15, 21, { bold: true }),
  coverHost: reading(11.5, 16.5),
  foot: reading(8, 10, { ink: QUIET_INK })
} as const satisfies Record<string, Style>;

/** A4 standing: a margin for what stands beside the text, the text, as in the review. */
export const SHEET = { width: 595.28, height: 841.89 } as const;
export const EDGE = { top: 56, bottom: 62, left: 48, right: 48 } as const;
export const MARGIN_WIDTH = 100;
export const GAP = 20;

/** What a block has to itself, from the left. */
export interface Frame {
  x: number;
  width: number;
}

export const WIDE: Frame = { x: EDGE.left, width: SHEET.width - EDGE.left - EDGE.right };
export const TEXT: Frame = {
  x: EDGE.left + MARGIN_WIDTH + GAP,
  width: WIDE.width - MARGIN_WIDTH - GAP
};
