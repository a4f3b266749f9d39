/** What is drawn and what it is: text and pictures under an element of the document's structure, all else as an artifact. */
import type { Fragment, Line } from './lines.ts';
import type { Piece, Typefaces } from './typefaces.ts';

export type Doc = PDFKit.PDFDocument;
export type Element = ReturnType<Doc['struct']>;
type Options = NonNullable<Parameters<Doc['struct']>[1]>;

/** A new element within another. */
export function within(
  doc: Doc,
  parent: Element,
  type: string,
  options: Options & { scope?: 'Row' | 'Column'; bbox?: number[] } = {}
): Element {
  const element = doc.struct(type, options);
  parent.add(element);
  return element;
}

/** Draws what belongs to an element. */
export function marked(
  doc: Doc,
  element: Element,
  type: string,
  draw: () => void,
  options: { actual?: string } = {}
): void {
  const content = doc.markStructureContent(type, options);
  draw();
  doc.endMarkedContent();
  element.add(content);
}

/** Draws what nobody need be told of: rules, marks, what is repeated. */
export function artifact(doc: Doc, draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}

/** A rule across, as an artifact. */
export function rule(doc: Doc, x: number, y: number, width: number, ink: string, thick = 0.5): void {
  artifact(doc, () =>
    doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(thick)
      .stroke(ink)
  );
}

/** Draws a line of an element's text; what of it leads elsewhere gets an element and a place to press. */
export function drawLine(
  doc: Doc,
  faces: Typefaces,
  element: Element,
  type: string,
  { fragments, hyphen }: Line,
  at: { x: number; baseline: number }
): void {
  const groups: Fragment[][] = [];
  for (const fragment of fragments) {
    const last = groups.at(-1);
    if (last && last[0]!.link === fragment.link) last.push(fragment);
    else groups.push([fragment]);
  }
  groups.forEach((group, index) => {
    const { link, style } = group[0]!;
    const linked = link ? within(doc, element, 'Link') : undefined;
    const [owner, tag] = linked ? [linked, 'Link'] : [element, type];
    for (const fragment of group) drawWords(doc, faces, owner, tag, fragment, at);
    if (hyphen && index === groups.length - 1) drawHyphen(doc, faces, owner, group.at(-1)!, at);
    if (!linked) return;
    const [x, width] = [at.x + group[0]!.x, group.at(-1)!.x + group.at(-1)!.width - group[0]!.x];
    const place = { Contents: new String(link), structParent: linked } as object;
    doc.link(x, at.baseline - style.size, width, style.leading, link!, place);
    linked.end();
  });
}

/** What no font has is drawn as boxes; whoever copies it or has it read out gets the letters. */
function drawWords(
  doc: Doc,
  faces: Typefaces,
  element: Element,
  type: string,
  fragment: Fragment,
  at: { x: number; baseline: number }
): void {
  const { text, style, x, link } = fragment;
  const pieces = faces.pieces(text, style);
  if (!pieces.some(({ boxes }) => boxes))
    return marked(doc, element, type, () => drawFragment(doc, faces, fragment, at));
  let left = x;
  for (const piece of pieces) {
    const width = (piece.width * style.size) / 1000;
    const own = { text: piece.text, style, x: left, width, ...(link ? { link } : {}) };
    marked(doc, element, piece.boxes ? 'Span' : type, () => drawFragment(doc, faces, own, at), {
      ...(piece.boxes ? { actual: piece.text } : {})
    });
    left += width;
  }
}

/** Draws a text within what is marked already. */
export function drawFragment(
  doc: Doc,
  faces: Typefaces,
  { text, style, x, width, link }: Fragment,
  at: { x: number; baseline: number }
): void {
  doc.fillColor(style.ink).strokeColor(style.ink);
  let left = at.x + x;
  for (const piece of faces.pieces(text, style)) {
    drawPiece(doc, faces, piece, style.size, { x: left, baseline: at.baseline });
    left += (piece.width * style.size) / 1000;
  }
  if (!link) return;
  const y = at.baseline + style.size * 0.16;
  doc
    .moveTo(at.x + x, y)
    .lineTo(at.x + x + width, y)
    .lineWidth(0.5)
    .stroke(style.ink);
}

/** A text in one font. For letters that no font has: boxes, and below them question marks that are not seen, but found. */
export function drawPiece(
  doc: Doc,
  faces: Typefaces,
  { font, text, width, boxes }: Piece,
  size: number,
  { x, baseline }: { x: number; baseline: number },
  options: PDFKit.Mixins.TextOptions = {}
): void {
  const put = (words: string) =>
    faces.use(font, size).text(words, x, baseline, { ...options, lineBreak: false, baseline: 'alphabetic' });
  if (!boxes) return void put(text);
  const count = [...text].length;
  const each = (width * size) / 1000 / count;
  for (let at = 0; at < count; at++) {
    const [left, broad, high] = [x + (at + 0.12) * each, each * 0.76, size * 0.68];
    doc
      .rect(left, baseline - high, broad, high)
      .lineWidth(size * 0.05)
      .stroke();
  }
  doc.save().addContent('3 Tr');
  put('?'.repeat(count));
  doc.restore();
}

/** Not a letter of the word: it is told as a soft hyphen. */
function drawHyphen(
  doc: Doc,
  faces: Typefaces,
  element: Element,
  { style, x, width }: Fragment,
  at: { x: number; baseline: number }
): void {
  const sign = { text: '-', style, x: x + width, width: 0 };
  marked(doc, element, 'Span', () => drawFragment(doc, faces, sign, at), { actual: '\u00ad' });
}
