/** Blank notes around the question while the words are hidden: as many as there are notes, in the same cloud. */

export interface Blank {
  x: number;
  y: number;
  width: number;
  height: number;
}

const WIDTH = 98;
const HEIGHT = 62;
const GAP = 22;
/** An empty edge, above and below. */
const EDGE = 24;
const SIDE = 60;
/** Room under the ellipse for the count. */
const COUNT_ROOM = 110;

interface Hole {
  /** Middle and half axes. */
  x: number;
  y: number;
  rx: number;
  ry: number;
}

interface Area {
  width: number;
  height: number;
}

/** Places for that many notes, from the middle outwards; all are smaller where there are many. */
export function blanksAround(count: number, hole: Hole, area: Area): Blank[] {
  return placesAround(count, hole, area).slice(0, count);
}

/** All places that there are where so many notes have room. */
export function placesAround(count: number, hole: Hole, area: Area): Blank[] {
  const { x, y, width, height } = roomForQuestion(hole);
  const middle = { x: x + width / 2, y: y + height / 2, rx: width / 2, ry: height / 2 };
  for (let scale = 1; ; scale *= 0.9) {
    const places = grid(scale, area, middle);
    if (places.length >= count || scale < 0.05) return places;
  }
}

/** Where the question and the count under it stand. */
export function roomForQuestion({ x, y, rx, ry }: Hole): Blank {
  const [across, up] = [rx + 30, ry + COUNT_ROOM / 2 + 20];
  return { x: x - across, y: y + COUNT_ROOM / 2 - up, width: 2 * across, height: 2 * up };
}

function grid(scale: number, area: Area, middle: Hole): Blank[] {
  const [stepX, stepY] = [(WIDTH + GAP) * scale, (HEIGHT + GAP) * scale];
  const [columns, rows] = [Math.ceil(area.width / stepX), Math.ceil(area.height / stepY)];
  const found: (Blank & { far: number })[] = [];
  for (let row = -rows; row <= rows; row++) {
    for (let column = -columns; column <= columns; column++) {
      const [cx, cy] = [middle.x + column * stepX, middle.y + row * stepY];
      const [width, height] = [WIDTH * scale, HEIGHT * scale];
      const outside =
        cx - width / 2 < SIDE ||
        cx + width / 2 > area.width - SIDE ||
        cy - height / 2 < EDGE ||
        cy + height / 2 > area.height - EDGE;
      const within =
        Math.abs(cx - middle.x) < middle.rx + width / 2 && Math.abs(cy - middle.y) < middle.ry + height / 2;
      if (outside || within) continue;
      // An ellipse of the box's own proportions: the cloud grows to the sides first.
      const far = Math.hypot((cx - middle.x) / 1.7, cy - middle.y);
      found.push({ x: cx - width / 2, y: cy - height / 2, width, height, far });
    }
  }
  return found.sort((a, b) => a.far - b.far || a.x - b.x).map(({ far: _far, ...blank }) => blank);
}
