/** Rectangles of the wall, in px of its area; y grows downwards. */
export interface Box {
  /** Left edge. */
  x: number;
  /** Upper edge. */
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export function middleOf({ x, y, width, height }: Box): Point {
  return { x: x + width / 2, y: y + height / 2 };
}

/** Do they share more than an edge? Less than a thousandth of a px is an edge: sums of decimals are not exact. */
export function overlap(a: Box, b: Box): boolean {
  const EDGE = 0.001;
  return (
    a.x + EDGE < b.x + b.width &&
    b.x + EDGE < a.x + a.width &&
    a.y + EDGE < b.y + b.height &&
    b.y + EDGE < a.y + a.height
  );
}

/** How far apart their edges are, straight across; 0 where they touch. */
export function distanceBetween(a: Box, b: Box): number {
  const dx = Math.max(0, a.x - (b.x + b.width), b.x - (a.x + a.width));
  const dy = Math.max(0, a.y - (b.y + b.height), b.y - (a.y + a.height));
  return Math.sqrt(dx * dx + dy * dy);
}
