/**
 * The screen in units of its own, --u: 1920 by 1080 of them on a screen of 16:9. A screen of another shape has more of them in one
 * direction, never fewer, so that what is readable on one is on all.
 */
import { titleIn } from '$lib/domain/wall/screens/paragraph';

export interface Stage {
  width: number;
  height: number;
}

export const WIDE: Stage = { width: 1920, height: 1080 };

/** Of the height: the foot with the total and the way in. */
export const FOOT = 100;

/** Of a screen that is so large, in px. Before it is measured: 16:9. */
export function stageOf(width: number, height: number): Stage {
  if (!(width > 0 && height > 0)) return WIDE;
  const unit = Math.min(width / WIDE.width, height / WIDE.height);
  return { width: width / unit, height: height / unit };
}

/** A question above what was answered to it: margins, and how large it may be set. */
export interface Page {
  side: number;
  top: number;
  below: number;
  title: { height: number; most: number; least: number };
}

/** How the question is set, and the room that is left under it, above the foot. */
export function underTitle(text: string, stage: Stage, { side, top, below, title: within }: Page) {
  const width = stage.width - 2 * side;
  const title = titleIn(text, { width, ...within });
  return { width, title, height: stage.height - FOOT - top - title.height - below };
}
