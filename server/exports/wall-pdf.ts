/** A scene as a PDF of one page: outlines, as sharp on a poster as on a sheet. */
import PDFDocument from 'pdfkit';
import { lettersOf } from '../../src/lib/domain/wall/drawing/letters.ts';
import type { Scene } from '../../src/lib/domain/wall/drawing/scene.ts';
import type { Wording } from '../../src/lib/domain/wall/drawing/svg.ts';
import { outlineOf } from './outlines.ts';

/** A px of the wall is a 96th of an inch, a PDF's point a 72nd. */
const POINTS = 0.75;

export function pdfOf(scene: Scene, { language, untitled }: Wording, at: Date): Promise<Uint8Array> {
  const { width, height } = scene.area;
  const doc = new PDFDocument({
    size: [width * POINTS, height * POINTS],
    margin: 0,
    lang: language,
    displayTitle: true,
    pdfVersion: '1.7',
    tagged: true,
    // No font is opened: there is no text, only outlines.
    font: '',
    info: { Title: scene.title || untitled, Subject: scene.description, CreationDate: at }
  });
  const done = gathered(doc);
  // Told to whoever has it read out: the whole wall is one picture.
  const figure = doc.struct('Figure', { alt: scene.description }, () => {
    doc.save().scale(POINTS);
    draw(doc, scene);
    doc.restore();
  });
  doc.addStructure(figure);
  doc.end();
  return done;
}

/** Lines and areas, below the texts. */
export function drawStrokes(doc: PDFKit.PDFDocument, strokes: Scene['strokes']): void {
  for (const { path, width, ink, fill, dash } of strokes) {
    if (fill) doc.path(path).fill(fill);
    if (width === 0) continue;
    doc.path(path).lineWidth(width);
    if (dash) doc.dash(dash[0], { space: dash[1] });
    doc.stroke(ink).undash();
  }
}

function draw(doc: PDFKit.PDFDocument, { area, background, strokes, texts }: Scene): void {
  doc.rect(0, 0, area.width, area.height).fill(background);
  drawStrokes(doc, strokes);
  for (const { face, size, ink, lines } of texts) {
    const scale = size / 1000;
    for (const { text, x, baseline } of lines) {
      doc.save().transform(scale, 0, 0, scale, x, baseline);
      for (const letter of lettersOf(text, face, outlineOf)) {
        doc.save().translate(letter.x, 0).path(letter.path).fill(ink).restore();
      }
      doc.restore();
    }
  }
}

function gathered(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (piece: Uint8Array) => pieces.push(piece));
    doc.on('end', () => resolve(Buffer.concat(pieces)));
    doc.on('error', reject);
  });
}
