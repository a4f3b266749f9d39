/** A figure as it is drawn on paper: vectors, its words as text in the very typefaces, told by its alternative text. */
import type { Figure } from '../../../src/lib/domain/document/document.ts';
import { letteringOf } from '../../../src/lib/domain/wall/layout/lettering.ts';
import type { Scene } from '../../../src/lib/domain/wall/drawing/scene.ts';
import { captionOf } from '../numbered.ts';
import { drawStrokes } from '../wall-pdf.ts';
import { drawPiece, marked, within } from './marks.ts';
import type { Doc } from './marks.ts';
import type { Strip } from './pages.ts';
import { textStrips } from './press.ts';
import type { Place } from './press.ts';
import { EDGE, SHEET, STYLES, WIDE } from './styles.ts';
import type { Frame } from './styles.ts';
import type { Typefaces } from './typefaces.ts';

/** A px of a scene is a 96th of an inch, a point a 72nd. */
const POINTS = 0.75;
const CAPTION_ABOVE = 6;
/** Of the sheet's height: what is higher is drawn smaller. */
const HIGHEST = 0.72;
/** Letters stand where they were measured to stand. */
const PLAIN = { kern: false, liga: false, clig: false, calt: false } as unknown as [];

export function* figureStrips(figure: Figure, place: Place, above: number): Generator<Strip> {
  const { press, parent } = place;
  const { doc, pages } = press;
  const { scene, alt, caption, spread } = figure;
  const group = within(doc, parent, 'Div');
  const element = within(doc, group, 'Figure', { alt });
  const words = caption ? within(doc, group, 'Caption') : undefined;
  const captionIn = (frame: Frame): Strip[] =>
    words
      ? textStrips(
          { press, frame },
          [{ text: captionOf(figure, press.language), style: STYLES.caption }],
          words,
          'Caption',
          {
            above: CAPTION_ABOVE
          }
        )
      : [];
  const draw = (x: number, top: number, scale: number) =>
    marked(doc, element, 'Figure', () => {
      doc.save().translate(x, top).scale(scale);
      drawScene(doc, press.faces, scene);
      doc.restore();
    });
  press.count();
  if (spread && place.open) {
    const frame = { x: EDGE.left, width: SHEET.height - EDGE.left - EDGE.right };
    return pages.spread((top, room) => {
      const below = captionIn(frame);
      const height = below.reduce((sum, strip) => sum + strip.height + (strip.above ?? 0), 0);
      const scale = fitting(scene, frame.width, room - height);
      draw(frame.x + (frame.width - scene.area.width * scale) / 2, top, scale);
      let y = top + scene.area.height * scale;
      for (const strip of below) {
        strip.draw(y + (strip.above ?? 0));
        y += strip.height + (strip.above ?? 0);
      }
    });
  }
  const frame = place.open ? WIDE : place.frame;
  const scale = Math.min(POINTS, fitting(scene, frame.width, SHEET.height * HIGHEST));
  const below = captionIn(frame);
  yield {
    height: scene.area.height * scale,
    above,
    wide: place.open,
    holds: below.length > 0,
    draw: (top) => draw(frame.x, top, scale)
  };
  yield* below;
}

function fitting({ area }: Scene, width: number, height: number): number {
  return Math.min(width / area.width, height / area.height);
}

/** Without its background: paper is white. */
function drawScene(doc: Doc, faces: Typefaces, { strokes, texts }: Scene): void {
  drawStrokes(doc, strokes);
  for (const { face, size, ink, lines } of texts) {
    const lettering = letteringOf(face);
    const style = { face, size, leading: size, ink };
    doc.fillColor(ink).strokeColor(ink);
    for (const { text, x, baseline } of lines) {
      let left = x;
      // Told apart by the space, where somebody copies them.
      for (const piece of faces.pieces(`${text} `, style)) {
        drawPiece(doc, faces, piece, size, { x: left, baseline }, { features: PLAIN });
        left += (lettering.extent(piece.text).width * size) / 10_000;
      }
    }
  }
}
