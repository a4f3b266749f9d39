/** What a layout is made from, read once: words with their shapes and weights, kin, the free area around the question. */
import type { Box, Point } from './box.ts';
import { middleOf } from './box.ts';
import { centreOf, coverOf } from './centre.ts';
import type { Centre } from './centre.ts';
import { Kin } from './kin.ts';
import { READING_FACE, letteringOf } from './lettering.ts';
import type { FaceName } from './lettering.ts';
import { shapesOf, withCount } from './shapes.ts';
import type { Shape } from './shapes.ts';
import { mostFor, weightOf } from './sizes.ts';
import type { WallInput, WallWord } from './wall-layout.ts';

/** Of the area's height: the font size of a single card where there is room enough, more where there are few words. */
const LARGEST_SCALE = { few: 6, em: 0.066, many: 30, least: 0.042 } as const;
/** No word is wider than this part of the wall. */
const WIDEST = 0.38;
/** Of the area's shorter side: an empty edge. */
const MARGIN = 0.022;
/** Em around each word: half of the gap to the next; where there are few words, so many times as much. */
const PAD = { x: 0.15, y: 0.06 } as const;
const AIRY = { few: 30, many: 60, times: 1.7 } as const;
/** All counts are as large, beside the font size of a single card; and more than this nobody reads. */
const COUNT_SIZE = 0.66;
const MOST_SHOWN = 1e9;
/** Of what is free, words with their padding can take about so much. */
const FULL = 0.81;

/** A word as it is to be set. */
export interface Sized {
  id: string;
  group: string | undefined;
  /** Its size beside that of a single card's word. */
  weight: number;
  shapes: readonly Shape[];
}

export class Plan {
  readonly face: FaceName;
  readonly area: { width: number; height: number };
  readonly centre: Centre | undefined;
  /** Where words may stand. */
  readonly bounds: Box;
  /** What stands in their way in it. */
  readonly cover: readonly Box[];
  /** By id. */
  readonly words: readonly Sized[];
  readonly kin: Kin;
  /** What counts as most, for the weights. */
  readonly most: number;
  readonly largestScale: number;
  /** Em around each word: half of the gap to the next. */
  readonly pad: { x: number; y: number };
  readonly #byId: Map<string, Sized>;

  constructor({ words, links, face, area, centre, previous, mode, counts = true }: WallInput) {
    const lettering = letteringOf(face);
    this.face = face;
    this.area = area;
    const margin = MARGIN * Math.min(area.width, area.height);
    this.bounds = { x: margin, y: margin, width: area.width - 2 * margin, height: area.height - 2 * margin };
    this.centre = centre?.trim() ? centreOf(centre, area, lettering) : undefined;
    this.cover = this.centre ? coverOf(this.centre) : [];
    const standing = [...words].filter(({ text }) => text.trim()).sort((a, b) => (a.id < b.id ? -1 : 1));
    const most = mostFor(Math.max(1, ...standing.map(countOf)));
    this.most = mode === 'update' && previous ? Math.max(most, previous.most) : most;
    this.words = standing.map((word) => {
      const count = countOf(word);
      const weight = weightOf(count, this.most);
      const shapes = knownShapes(word.text, face);
      return {
        id: word.id,
        group: word.group,
        weight,
        shapes: counts && count >= 2 ? shapes.map((shape) => counted(shape, count, weight)) : shapes
      };
    });
    this.#byId = new Map(this.words.map((word) => [word.id, word]));
    this.kin = new Kin(links, new Set(this.#byId.keys()));
    const { few, em, many: from, least } = LARGEST_SCALE;
    this.largestScale = gradual(this.words.length, few, em, from, least) * area.height;
    const airy = gradual(this.words.length, AIRY.few, AIRY.times, AIRY.many, 1);
    this.pad = { x: PAD.x * airy, y: PAD.y * airy };
  }

  word(id: string): Sized {
    return this.#byId.get(id)!;
  }

  get middle(): Point {
    return middleOf(this.bounds);
  }

  /** Font size, px: by the count alone, but for a text that no line could hold. */
  sizeOf({ weight }: Sized, { width }: Shape, scale: number): number {
    return Math.min(scale * weight, (WIDEST * this.area.width) / width);
  }

  /** Whether a shape may be as wide as that. */
  isTooWide(width: number): boolean {
    return width > WIDEST * this.area.width;
  }

  /** The scale at which words fill most of what is free. */
  guess(): number {
    const { width, height } = this.bounds;
    const covered = this.cover.reduce((sum, box) => sum + box.width * box.height, 0);
    const room = this.words.reduce((sum, word) => sum + roomOf(word), 0);
    return Math.sqrt((FULL * (width * height - covered)) / Math.max(room, 1));
  }
}

/** Area that a word takes with its padding, in squares of a single card's em. */
export function roomOf({ weight, shapes }: Sized): number {
  const { width, height } = shapes[0]!;
  return (width + 2 * PAD.x) * (height + 2 * PAD.y) * weight * weight;
}

/** The order in which words take their places: of equals the lower id first. */
export function largestFirst(a: Sized, b: Sized): number {
  return b.weight - a.weight || (a.id < b.id ? -1 : 1);
}

/** A figure for few words, another one for many, and between them what lies between. */
export function gradual(words: number, few: number, atFew: number, many: number, atMany: number): number {
  const part = Math.min(1, Math.max(0, (words - few) / (many - few)));
  return atFew + (atMany - atFew) * part;
}

/** A wall is laid out anew for each card, and most of its words are those of the last time. */
function knownShapes(text: string, face: FaceName): readonly Shape[] {
  const key = `${face} ${text}`;
  let shapes = known.get(key);
  if (!shapes) {
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(key, (shapes = shapesOf(text, letteringOf(face))));
  }
  return shapes;
}

const known = new Map<string, readonly Shape[]>();
const MOST_KNOWN = 5_000;

function counted(shape: Shape, count: number, weight: number): Shape {
  return withCount(
    shape,
    String(Math.min(MOST_SHOWN, Math.floor(count))),
    COUNT_SIZE / weight,
    letteringOf(READING_FACE)
  );
}

function countOf({ count }: WallWord): number {
  return Number.isFinite(count) ? Math.max(1, count) : 1;
}
