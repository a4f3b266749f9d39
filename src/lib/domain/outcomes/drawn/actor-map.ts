/** The actor map as a scene. */
import type { Scene } from '../../wall/drawing/scene.ts';
import { MAP } from '../actor-map.ts';
import type { ActorMap, MapBox } from '../actor-map.ts';
import { at, inkAt, penOn, through } from './pen.ts';
import type { InkName, Told } from './pen.ts';

/** Letters stand on their baseline. */
const BASE = 0.9;

/** Texts of an actor are known by its row. */
export function actorMapScene(map: ActorMap, told: Told): Scene {
  const { us, size } = map;
  const pen = penOn(map, told);
  const kinds = [...new Set(map.actors.map(({ kind }) => kind))];
  const inkOf = new Map<string, InkName>(kinds.map((kind, index) => [kind, inkAt(index)]));
  for (const { kind, from, to, many } of map.ties) {
    pen.line(through([from, to]), { width: (size / 14) * Math.min(4, many), ink: inkOf.get(kind)! });
  }
  pen.line(rounded(us, size / 4), { width: size / 9, fill: 'paper' });
  us.lines.forEach((text, line) =>
    pen.text(text, {
      x: us.x + us.width / 2,
      y: us.y + size * 0.8 + us.size * (BASE + line * MAP.leading),
      size: us.size,
      align: 'middle'
    })
  );
  for (const { row, kind, size: own, lines, where, ties, ...box } of map.actors) {
    const loose = ties === 0;
    pen.line(rounded(box, size / 5), {
      width: size / 16,
      ink: inkOf.get(kind)!,
      fill: 'paper',
      ...(loose ? { dash: [size * 0.3, size * 0.25] as const } : {})
    });
    const style = { id: String(row), x: box.x + box.width / 2, align: 'middle' } as const;
    const top = box.y + MAP.pad * size;
    lines.forEach((text, line) =>
      pen.text(text, {
        ...style,
        y: top + own * (BASE + line * MAP.leading),
        size: own,
        ink: loose ? 'ink-2' : 'ink'
      })
    );
    where.forEach((text, line) =>
      pen.text(text, {
        ...style,
        y: top + lines.length * own * MAP.leading + size * MAP.where * (BASE + line * MAP.leading),
        size: size * MAP.where,
        ink: 'ink-2'
      })
    );
  }
  for (const { kind, lines, size: own, ...box } of map.kinds) {
    // Lines go behind the names of the sectors.
    pen.box(box.x, box.y, box.width, box.height, 'paper');
    lines.forEach((text, line) =>
      pen.text(text, {
        x: box.x + box.width / 2,
        y: box.y + size * 0.1 + own * (BASE + line * MAP.leading),
        size: own,
        ink: inkOf.get(kind) ?? 'ink',
        align: 'middle'
      })
    );
  }
  return pen.scene();
}

function rounded({ x, y, width, height }: MapBox, radius: number): string {
  const [right, foot] = [x + width, y + height];
  return (
    `M${at(x + radius, y)}H${at(right - radius)}Q${at(right, y, right, y + radius)}V${at(foot - radius)}` +
    `Q${at(right, foot, right - radius, foot)}H${at(x + radius)}Q${at(x, foot, x, foot - radius)}V${at(y + radius)}` +
    `Q${at(x, y, x + radius, y)}Z`
  );
}
