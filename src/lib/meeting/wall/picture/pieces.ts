/** What of a scene moves as one: a word with all its lines and its count. */
import { READING_FACE } from '../../../domain/wall/layout/lettering.ts';
import type { DrawnFace, FaceName } from '../../../domain/wall/layout/lettering.ts';
import type { SceneText } from '../../../domain/wall/drawing/scene.ts';
import type { WallLayout } from '../../../domain/wall/layout/wall-layout.ts';
import type { Pose } from './glide.ts';
import { runsOf } from './runs.ts';
import { middleOf } from './set-letters.ts';

export interface Piece {
  id: string;
  /** Where the layout has put it, and where its texts are drawn. */
  home: Pose;
  texts: readonly Drawn[];
}

/** One line, or what of it is in one typeface. */
export interface Drawn {
  text: string;
  x: number;
  baseline: number;
  size: number;
  family: string;
  /** Hex colour. */
  ink: string;
  /** Is `x` its middle, or its left end? */
  centred: boolean;
}

/** A letter that only the device has is set smaller: emoji are up to 1.4 em wide, and one em was kept for it. */
const FOREIGN = 0.8;
const READING = `'Atkinson Hyperlegible Next', sans-serif`;
/** What a hand lacks was measured in the face for reading. */
const FAMILIES: Readonly<Record<DrawnFace, string>> = {
  'caveat-brush': `'Caveat Brush', ${READING}`,
  'patrick-hand': `'Patrick Hand', ${READING}`,
  [READING_FACE]: READING
};

/** The words, in the order of the layout. */
export function piecesOf(layout: WallLayout, texts: readonly SceneText[], face: FaceName): Piece[] {
  const drawn = new Map<string, Drawn[]>();
  for (const text of texts) {
    if (text.id === undefined) continue;
    const all = drawn.get(text.id);
    if (all) all.push(...drawnOf(text));
    else drawn.set(text.id, drawnOf(text));
  }
  return layout.words.map((word) => ({
    id: word.id,
    home: { ...middleOf(word, face), size: word.size, seen: 1 },
    texts: drawn.get(word.id) ?? []
  }));
}

export function drawnOf({ face, size, ink, lines }: SceneText): Drawn[] {
  return lines.flatMap(({ text, x, baseline }) =>
    runsOf(text, face).map((run) => ({
      text: run.text,
      x: x + (run.foreign ? run.x + run.width / 2 : run.x) * size,
      baseline,
      size: run.foreign ? size * FOREIGN : size,
      family: FAMILIES[face],
      ink,
      centred: run.foreign
    }))
  );
}
