/** The typefaces of a PDF: which part of which has a letter, and how wide a text is. A letter that no part has is an empty box. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { inflateSync } from 'node:zlib';
// @ts-expect-error -- the package has no types
import { create } from 'fontkit';
import type { DrawnFace } from '../../../src/lib/domain/wall/layout/lettering.ts';
import type { Style } from './styles.ts';

/** A piece of a text in one font. */
export interface Piece {
  /** As it is registered in the document. */
  font: string;
  text: string;
  /** In thousandths of the font size. */
  width: number;
  /** No font has these letters. */
  boxes?: boolean;
}

/** By language, as the packages split them. */
const PARTS: Readonly<Record<DrawnFace, readonly string[]>> = {
  'atkinson-hyperlegible-next': ['latin', 'latin-ext'],
  'caveat-brush': ['latin', 'latin-ext'],
  'patrick-hand': ['latin', 'latin-ext', 'vietnamese']
};
const READING = 'atkinson-hyperlegible-next';
/** What is not seen, and no font need have. */
const UNSEEN = /^[\p{Cc}\p{Cf}\p{Cs}\u{fe00}-\u{fe0f}\u{1f3fb}-\u{1f3ff}]$/u;

const resolve = createRequire(import.meta.url).resolve;
const files = new Map<string, { bytes: Buffer; letters: ReadonlySet<number> }>();

/** A style's fonts, to be asked for a letter one after the other, and what has been measured in it. */
interface Cut {
  fonts: readonly { name: string; letters: ReadonlySet<number> }[];
  words: Map<string, readonly Piece[]>;
}

export class Typefaces {
  readonly #doc: PDFKit.PDFDocument;
  readonly #registered = new Set<string>();
  readonly #cuts = new Map<string, Cut>();
  readonly #cutOf = new WeakMap<Style, Cut>();

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc;
  }

  /** A text without line breaks in pieces that one font each has the letters of. */
  pieces(text: string, style: Style): readonly Piece[] {
    const cut = this.#cut(style);
    if (!text.includes(' ')) return this.#word(text, cut);
    const pieces: Piece[] = [];
    // Words come again, whole lines do not.
    text.split(' ').forEach((word, at) => {
      for (const piece of at === 0
        ? this.#word(word, cut)
        : [...this.#word(' ', cut), ...this.#word(word, cut)]) {
        const last = pieces.at(-1);
        if (last?.font !== piece.font || last.boxes !== piece.boxes) pieces.push({ ...piece });
        else {
          last.text += piece.text;
          last.width += piece.width;
        }
      }
    });
    return pieces;
  }

  /** In points. */
  width(text: string, style: Style): number {
    let width = 0;
    for (const piece of this.pieces(text, style)) width += piece.width;
    return (width * style.size) / 1000;
  }

  /** Sets the document's font. */
  use(font: string, size: number): PDFKit.PDFDocument {
    if (!this.#registered.has(font)) {
      this.#doc.registerFont(font, fileOf(font).bytes);
      this.#registered.add(font);
    }
    return this.#doc.font(font, size);
  }

  #cut(style: Style): Cut {
    let cut = this.#cutOf.get(style);
    if (cut) return cut;
    const { face, bold = false, italic = false } = style;
    const key = `${face} ${bold} ${italic}`;
    cut = this.#cuts.get(key);
    if (!cut) {
      const fonts = fontsOf(face, bold, italic).map((name) => ({ name, letters: fileOf(name).letters }));
      this.#cuts.set(key, (cut = { fonts, words: new Map() }));
    }
    this.#cutOf.set(style, cut);
    return cut;
  }

  #word(word: string, { fonts, words }: Cut): readonly Piece[] {
    const kept = words.get(word);
    if (kept) return kept;
    const pieces: Omit<Piece, 'width'>[] = [];
    for (const letter of word.normalize('NFC')) {
      const known = fonts.find(({ letters }) => letters.has(letter.codePointAt(0)!));
      if (!known && UNSEEN.test(letter)) continue;
      const font = (known ?? fonts[0]!).name;
      const last = pieces.at(-1);
      if (last?.font === font && !last.boxes === !!known) last.text += letter;
      else pieces.push({ font, text: letter, ...(known ? {} : { boxes: true }) });
    }
    const measured = pieces.map((piece) => ({
      ...piece,
      width: this.use(piece.font, 1000).widthOfString(piece.text)
    }));
    words.set(word, measured);
    return measured;
  }
}

/** What a hand lacks, the face for reading may have. */
function fontsOf(face: DrawnFace, bold: boolean, italic: boolean): string[] {
  const cut = face === READING ? `${bold ? 600 : 400}-${italic ? 'italic' : 'normal'}` : '400-normal';
  const own = PARTS[face].map((part) => `${face}-${part}-${cut}`);
  return face === READING ? own : [...own, ...fontsOf(READING, false, false)];
}

/** One of them as a TrueType file. */
export function fontFile(font: string): Buffer {
  return fileOf(font).bytes;
}

function fileOf(font: string): { bytes: Buffer; letters: ReadonlySet<number> } {
  let file = files.get(font);
  if (!file) {
    const face = Object.keys(PARTS).find((name) => font.startsWith(name))!;
    const bytes = unpacked(readFileSync(resolve(`@fontsource/${face}/files/${font}.woff`)));
    const { characterSet } = create(bytes) as { characterSet: number[] };
    files.set(font, (file = { bytes, letters: new Set(characterSet) }));
  }
  return file;
}

/**
 * A WOFF file as the TrueType file that it holds. fontkit reads both, but unpacks all outlines again for each letter that it
 * embeds, and of WOFF2 it cannot embed any.
 */
function unpacked(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  const tables: Buffer[] = [];
  let offset = head.length;
  for (let at = 0; at < count; at++) {
    const entry = 44 + 20 * at;
    const [from, packed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(entry + field)) as [
      number,
      number,
      number
    ];
    const bytes = woff.subarray(from, from + packed);
    const table = packed < length ? inflateSync(bytes) : bytes;
    // Tag and sum stay, each table begins at a multiple of four.
    woff.copy(head, 12 + 16 * at, entry, entry + 4);
    woff.copy(head, 16 + 16 * at, entry + 16, entry + 20);
    head.writeUInt32BE(offset, 20 + 16 * at);
    head.writeUInt32BE(length, 24 + 16 * at);
    const padded = Buffer.concat([table, Buffer.alloc((4 - (length % 4)) % 4)]);
    tables.push(padded);
    offset += padded.length;
  }
  return Buffer.concat([head, ...tables]);
}
