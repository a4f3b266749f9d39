/**
 * Where the zones of a wall lie: around its middle, clockwise from the upper left, each as large as what it holds. A zone is the
 * sector from the middle to a stretch of the edge; without angles, whose sines differ from one machine to the next.
 */
import type { Box, Point } from './box.ts';

/** The middle of each sector, in the order of `shares` (any unit, each above 0). */
export function sectorsOf({ x, y, width, height }: Box, shares: readonly number[]): Point[] {
  // The only one would lie in the middle, where the question is.
  if (shares.length === 1) return [{ x: x + width / 4, y: y + height / 4 }];
  const middle = { x: x + width / 2, y: y + height / 2 };
  const corners: Point[] = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
    { x, y }
  ];
  // Of the area, each side's triangle with the middle holds a quarter: so along the edge every side counts alike.
  const along = (part: number): Point => {
    const at = (part - Math.floor(part)) * 4;
    const side = Math.min(3, Math.floor(at));
    const [from, to] = [corners[side]!, corners[side + 1]!];
    return { x: from.x + (to.x - from.x) * (at - side), y: from.y + (to.y - from.y) * (at - side) };
  };
  const total = shares.reduce((sum, share) => sum + share, 0);
  let from = START - shares[0]! / total / 2;
  return shares.map((share) => {
    const to = from + share / total;
    const points = [along(from)];
    for (let corner = Math.ceil(from * 4 + 1e-9); corner < to * 4 - 1e-9; corner++)
      points.push(along(corner / 4));
    points.push(along(to));
    from = to;
    return centroid([middle, ...points]);
  });
}

/** The first zone's middle: in the upper left corner, where reading begins. */
const START = 0;

function centroid(points: readonly Point[]): Point {
  let [sumX, sumY, twice] = [0, 0, 0];
  points.forEach((a, at) => {
    const b = points[(at + 1) % points.length]!;
    const cross = a.x * b.y - b.x * a.y;
    twice += cross;
    sumX += (a.x + b.x) * cross;
    sumY += (a.y + b.y) * cross;
  });
  if (twice === 0) return points[0]!;
  return { x: sumX / (3 * twice), y: sumY / (3 * twice) };
}
