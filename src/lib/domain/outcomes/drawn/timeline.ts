/** A timeline as a scene: the axis with its years, what lasted as bars, what happened as dots, each with its label. */
import { shownYears } from '../../kinds/years.ts';
import type { Scene } from '../../wall/drawing/scene.ts';
import type { TimelinePicture } from '../timeline/timeline.ts';
import { at, inkAt, penOn, through, widthOf } from './pen.ts';
import type { InkName, Told } from './pen.ts';

/** Of a line of text; letters stand on their baseline. */
const LEADING = 1.25;
const BASE = 0.95;

export function timelineScene(picture: TimelinePicture, told: Told): Scene {
  const { axis, size, small } = picture;
  const pen = penOn(picture, told);
  const inkOf = new Map<string, InkName>(picture.eras.map(({ id }, index) => [id, inkAt(index)]));
  pen.line(`M${at(axis.x, axis.top)}V${at(axis.foot)}`, { width: size / 9 });
  for (const { y } of picture.ticks) pen.line(`M${at(axis.x, y)}h${at(-size * 0.35)}`, { width: size / 12 });
  for (const { id, x, top, foot } of picture.eras)
    pen.box(x, top, size * 0.34, Math.max(foot - top, 2), inkOf.get(id)!);
  for (const { line } of picture.labels) pen.line(through(line), { width: size / 16, ink: 'ink-2' });
  for (const { year, y } of picture.ticks) {
    const [text, baseline] = [String(year), y + small * 0.35];
    const width = widthOf(text, small);
    // Lines go behind the numbers.
    pen.box(axis.years - width - 2, y - small / 2, width + 4, small, 'paper');
    pen.text(text, { x: axis.years, y: baseline, size: small, ink: 'ink-2', align: 'right' });
  }
  for (const { y } of picture.dots) pen.dot(axis.x, y, size * 0.26);
  for (const { id, x, y, side, years, title, more } of picture.labels) {
    const style = { id, x, align: side === 'left' ? 'right' : 'left' } as const;
    pen.text(shownYears(years), {
      ...style,
      y: y + small * BASE,
      size: small,
      ink: inkOf.get(id) ?? 'ink-2'
    });
    const below = y + small * LEADING;
    title.forEach((text, line) =>
      pen.text(text, { ...style, y: below + size * (BASE + line * LEADING), size })
    );
    more.forEach((text, line) =>
      pen.text(text, {
        ...style,
        y: below + title.length * size * LEADING + small * (BASE + line * LEADING),
        size: small,
        ink: 'ink-2'
      })
    );
  }
  return pen.scene();
}
