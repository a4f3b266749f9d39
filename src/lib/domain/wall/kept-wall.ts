/** A wall as it is kept with its meeting, and what it becomes when something has changed. Pure: what time it is is told. */
import type { NoteId } from '../meeting/ids.ts';
import type { WallSettings } from '../meeting/wall-settings.ts';
import type { WallPicture } from './picture.ts';
import { settlesIn } from './settle-rule.ts';
import type { WallLayout, WallInput, WallWord } from './layout/wall-layout.ts';
import type { Word } from './words.ts';

export interface KeptWall {
  picture: WallPicture;
  /** The words of the layout with the counts that they were laid with. */
  standing: readonly WallWord[];
  /** By word, its first card: by that a word is known when its id becomes another one. */
  heads: Readonly<Record<string, NoteId>>;
  /** What it was laid for. */
  question: string;
  shown: number;
  /** When all words were last set in order, milliseconds since 1970, and how many cards there were then. */
  settled: { at: number; cards: number };
}

export interface WallNow {
  /** The most common first. */
  words: readonly Word[];
  settings: WallSettings;
  /** Of the prompt. */
  question: string;
  /** Nobody writes any more. */
  closed: boolean;
  /** A leader wants it in order. */
  tidy: boolean;
  /** Milliseconds since 1970. */
  at: number;
}

/** What is to be laid. */
export interface Laying {
  mode: WallInput['mode'];
  previous?: WallLayout;
  standing: readonly WallWord[];
  words: readonly WallWord[];
}

/** The screens' own shape; below it there is room for the foot. Px. */
export const WALL_AREA = { width: 1_920, height: 1_000 } as const;

/** The id that a word has on the wall: its cluster's, or its letters while it lies in none. */
export function wallIdOf({ cluster, key }: Word): string {
  return cluster ?? key;
}

/** What is to be laid now, if anything; and in how many milliseconds it is to be asked again, if it is. */
export function nextLaying(kept: KeptWall | undefined, now: WallNow): { laying?: Laying; again?: number } {
  const words = now.words.map(asWallWord);
  if (!kept)
    return words.length === 0 ? {} : { laying: { mode: 'fresh', words, standing: chosen(words, now) } };
  const { picture } = kept;
  const previous = renamed(picture.layout, kept.heads, now.words);
  const standing = now.settings.locked ? stillStanding(kept, previous, words) : chosen(words, now);
  const base = { words, standing, previous };
  if (now.settings.locked) return same(kept, base) ? {} : { laying: { ...base, mode: 'update' } };
  if (now.tidy || now.settings.shown !== kept.shown) return { laying: { ...base, mode: 'settle' } };
  const again = settlesIn(sinceSettled(kept, now));
  if (again === 0) return { laying: { ...base, mode: 'settle' } };
  const asBefore = same(kept, base) && now.settings.face === picture.face && now.question === kept.question;
  return {
    ...(asBefore ? {} : { laying: { ...base, mode: 'update' as const } }),
    ...(again ? { again } : {})
  };
}

/** The wall to be kept, once it has been laid. */
export function keptAs(
  kept: KeptWall | undefined,
  { mode, standing, words }: Laying,
  layout: WallLayout,
  now: WallNow & { seq: number }
): KeptWall {
  const { settings, at } = now;
  const known = new Set(standing.map(({ id }) => id));
  return {
    picture: {
      version: (kept?.picture.version ?? 0) + 1,
      seq: now.seq,
      face: settings.face,
      layout,
      words
    },
    standing,
    heads: Object.fromEntries(
      now.words.flatMap((word) => (known.has(wallIdOf(word)) ? [[wallIdOf(word), word.notes[0]!]] : []))
    ),
    question: now.question,
    shown: settings.locked && kept ? kept.shown : settings.shown,
    settled: mode === 'update' && kept ? kept.settled : { at, cards: cardsIn(now.words) }
  };
}

function asWallWord(word: Word): WallWord {
  return { id: wallIdOf(word), text: word.text, count: word.count };
}

/** The most common ones, as many as the leader has chosen. */
function chosen(words: readonly WallWord[], { settings: { shown } }: WallNow): readonly WallWord[] {
  return shown > 0 ? words.slice(0, shown) : words;
}

/** A locked wall keeps its words with their counts; what has been taken back goes, and what it is called now counts. */
function stillStanding(kept: KeptWall, previous: WallLayout, words: readonly WallWord[]): WallWord[] {
  const now = new Map(words.map((word) => [word.id, word]));
  const counts = new Map(
    kept.picture.layout.words.map(({ id }, at) => [previous.words[at]!.id, countBefore(kept, id)])
  );
  return [...counts].flatMap(([id, count]) => {
    const word = now.get(id);
    return word ? [{ ...word, count: count ?? word.count }] : [];
  });
}

function countBefore({ standing }: KeptWall, id: string): number | undefined {
  return standing.find((word) => word.id === id)?.count;
}

/**
 * A word that lay nowhere gets its cluster's id when the machine has read it; it stays where it is. Found by its first card.
 */
function renamed(layout: WallLayout, heads: KeptWall['heads'], words: readonly Word[]): WallLayout {
  const now = new Set(words.map(wallIdOf));
  const gone = layout.words.filter(({ id }) => !now.has(id));
  if (gone.length === 0) return layout;
  const taken = new Set(layout.words.map(({ id }) => id));
  const wordOf = new Map(words.flatMap((word) => word.notes.map((note) => [note, wallIdOf(word)] as const)));
  const names = new Map<string, string>();
  for (const { id } of gone) {
    const name = wordOf.get(heads[id] ?? '');
    if (name === undefined || taken.has(name)) continue;
    taken.add(name);
    names.set(id, name);
  }
  if (names.size === 0) return layout;
  return { ...layout, words: layout.words.map((word) => ({ ...word, id: names.get(word.id) ?? word.id })) };
}

function same(kept: KeptWall, { words, standing, previous }: Omit<Laying, 'mode'>): boolean {
  return (
    previous === kept.picture.layout &&
    sameWords(kept.standing, standing) &&
    sameWords(kept.picture.words, words)
  );
}

function sameWords(some: readonly WallWord[], others: readonly WallWord[]): boolean {
  if (some.length !== others.length) return false;
  const known = new Map(some.map((word) => [word.id, word]));
  return others.every(({ id, text, count }) => {
    const word = known.get(id);
    return word !== undefined && word.text === text && word.count === count;
  });
}

function sinceSettled({ settled, picture }: KeptWall, { words, at, closed }: WallNow) {
  const { full } = picture.layout;
  return { full, cards: cardsIn(words) - settled.cards, milliseconds: at - settled.at, closed };
}

function cardsIn(words: readonly Word[]): number {
  return words.reduce((sum, { count }) => sum + count, 0);
}
