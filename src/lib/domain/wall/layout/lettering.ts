/** How wide and how high a text is in the wall's typefaces, without a browser. Kerning, ligatures and variants are off there too. */
import { PACKED as FALLBACK } from './faces/atkinson-hyperlegible-next.ts';
import { PACKED as CAVEAT_BRUSH } from './faces/caveat-brush.ts';
import type { Packed } from './faces/packed.ts';
import { PACKED as PATRICK_HAND } from './faces/patrick-hand.ts';
import { PACKED as READING } from './faces/reading.ts';

export const FACES = ['caveat-brush', 'patrick-hand'] as const;
export type FaceName = (typeof FACES)[number];
/** What is read and not looked at: counts, whatever the hand is, and all that outcomes are labelled with. */
export const READING_FACE = 'atkinson-hyperlegible-next';
/** What a text can be drawn in. */
export type DrawnFace = FaceName | typeof READING_FACE;

/** In ten thousandths of an em. */
export interface Extent {
  width: number;
  /** Above the baseline. */
  top: number;
  /** Below it, negative. */
  bottom: number;
}

type Letter = readonly [advance: number, top: number, bottom: number];

/** A letter that the fallback lacks too is at most so large. */
const UNKNOWN: Letter = [10_000, 9_500, -2_800];
/** Marks and joiners that stand on the letter before. */
const NO_WIDTH = /^[\p{Mn}\p{Me}\p{Cf}\u{fe00}-\u{fe0f}\u{1f3fb}-\u{1f3ff}]$/u;

export class Lettering {
  readonly #letters = new Map<string, Letter>();

  /** What the face lacks is taken from those that come after it. */
  constructor(...faces: readonly Packed[]) {
    for (const face of faces) this.#read(face);
  }

  /** Of one line. */
  extent(text: string): Extent {
    let [width, top, bottom] = [0, 0, 0];
    for (const letter of text) {
      const [advance, above, below] =
        this.#letters.get(letter) ?? (NO_WIDTH.test(letter) ? [0, 9_500, -2_800] : UNKNOWN);
      width += advance;
      if (above > top) top = above;
      if (below < bottom) bottom = below;
    }
    return { width, top, bottom };
  }

  /** Has the face, or the fallback, all of its letters? */
  has(text: string): boolean {
    for (const letter of text) if (!this.#letters.has(letter)) return false;
    return true;
  }

  #read({ advances, heights }: Packed): void {
    const reach = new Map<string, readonly [number, number]>();
    for (const [key, letters] of Object.entries(heights)) {
      const [top = 0, bottom = 0] = key.split(' ').map(Number);
      for (const letter of letters) reach.set(letter, [top, bottom]);
    }
    for (const [advance, letters] of Object.entries(advances)) {
      for (const letter of letters) {
        if (!this.#letters.has(letter)) this.#letters.set(letter, [Number(advance), ...reach.get(letter)!]);
      }
    }
  }
}

const letterings = new Map<DrawnFace, Lettering>();

const PACKS: Readonly<Record<DrawnFace, readonly Packed[]>> = {
  'caveat-brush': [CAVEAT_BRUSH, FALLBACK],
  'patrick-hand': [PATRICK_HAND, FALLBACK],
  [READING_FACE]: [READING]
};

/** Made once per face. */
export function letteringOf(face: DrawnFace): Lettering {
  let lettering = letterings.get(face);
  if (!lettering) letterings.set(face, (lettering = new Lettering(...PACKS[face])));
  return lettering;
}
