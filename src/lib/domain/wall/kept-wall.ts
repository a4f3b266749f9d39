/** A wall as it is kept with its meeting, and what it becomes when something has changed. Pure: what time it is is told. */
import type { NoteId } from '../meeting/ids.ts';
import type { WallSettings } from '../meeting/wall-settings.ts';
import type { WallPicture } from './picture.ts';
import { settlesIn } from './settle-rule.ts';
import type { FaceName } from './layout/lettering.ts';
import type { SetWord, WallInput, WallLayout, WallWord } from './layout/wall-layout.ts';
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
  /** Words that left while it was locked, as they stood: who hides a card and thinks better of it finds the wall as it was. */
  away?: readonly { set: SetWord; word: WallWord }[];
  /** When all words were last set in order, milliseconds since 1970, and how many cards there were then. */
  settled: { at: number; cards: number };
  /** What was laid for the log before that number takes its place no more: an answer was erased then. */
  notBefore?: number;
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
  face: FaceName;
  question: string;
}

/** The screens' own shape; below it there is room for the foot. Px. */
export const WALL_AREA = { width: 1_920, height: 1_000 } as const;

/** More words than this nobody could read on a wall, and laying them out afresh would take the others' turns: the rest is in the list. */
export const MOST_STANDING = 400;

/** The id that a word has on the wall: its cluster's, or its letters while it lies in none. */
export function wallIdOf({ cluster, key }: Word): string {
  return cluster ?? key;
}

/** By note, the id of the word that it stands for. */
export function wordByNote(words: readonly Word[]): Map<NoteId, string> {
  return new Map(words.flatMap((word) => word.notes.map((note) => [note, wallIdOf(word)] as const)));
}

/** What is to be laid now, if anything; and in how many milliseconds it is to be asked again, if it is. */
export function nextLaying(kept: KeptWall | undefined, now: WallNow): { laying?: Laying; again?: number } {
  const words = now.words.map(asWallWord);
  const { face, locked } = now.settings;
  const how = { face, question: now.question };
  if (!kept)
    return words.length === 0
      ? {}
      : { laying: { ...how, mode: 'fresh', words, standing: chosen(words, now) } };
  const { picture } = kept;
  if (locked) return lockedLaying(kept, words, now);
  const previous = renamed(picture.layout, kept.heads, now.words);
  const base = { ...how, words, standing: chosen(words, now), previous };
  if (now.tidy || now.settings.shown !== kept.shown) return { laying: { ...base, mode: 'settle' } };
  const again = settlesIn(sinceSettled(kept, now));
  if (again === 0) return { laying: { ...base, mode: 'settle' } };
  const asBefore = same(kept, base) && face === picture.face && now.question === kept.question;
  return {
    ...(asBefore ? {} : { laying: { ...base, mode: 'update' as const } }),
    ...(again ? { again } : {})
  };
}

/** The wall to be kept, once it has been laid. */
export function keptAs(
  kept: KeptWall | undefined,
  { mode, standing, words, face, question }: Laying,
  layout: WallLayout,
  now: WallNow & { seq: number }
): KeptWall {
  const { settings, at } = now;
  const known = new Set(standing.map(({ id }) => id));
  return {
    picture: {
      version: (kept?.picture.version ?? 0) + 1,
      seq: now.seq,
      face,
      layout,
      words
    },
    standing,
    heads: Object.fromEntries(
      now.words.flatMap((word) => (known.has(wallIdOf(word)) ? [[wallIdOf(word), word.notes[0]!]] : []))
    ),
    question,
    ...(settings.locked && kept ? { away: awayFrom(kept, layout) } : {}),
    shown: settings.locked && kept ? kept.shown : settings.shown,
    settled: mode === 'update' && kept ? kept.settled : { at, cards: cardsIn(now.words) }
  };
}

function asWallWord(word: Word): WallWord {
  return { id: wallIdOf(word), text: word.text, count: word.count };
}

/** The most common ones, as many as the leader has chosen. */
function chosen(words: readonly WallWord[], { settings: { shown } }: WallNow): readonly WallWord[] {
  return words.slice(0, Math.min(shown || MOST_STANDING, MOST_STANDING));
}

/**
 * A locked wall keeps its words with their counts, its hand and its question; what has been taken back goes, what has come back stands
 * where it stood, and what a word is called now counts.
 */
function lockedLaying(kept: KeptWall, words: readonly WallWord[], now: WallNow): { laying?: Laying } {
  const { picture, question, away = [] } = kept;
  const here = new Map(words.map((word) => [word.id, word]));
  const back = away.filter(({ set }) => here.has(set.id));
  const { layout } = picture;
  const before = back.length === 0 ? layout : { ...layout, words: together(layout.words, back) };
  const previous = renamed(before, kept.heads, now.words);
  const counts = new Map(
    [...kept.standing, ...back.map(({ word }) => word)].map(({ id, count }) => [id, count])
  );
  const standing = previous.words.flatMap(({ id }, at): WallWord[] => {
    const word = here.get(id);
    return word ? [{ ...word, count: counts.get(before.words[at]!.id) ?? word.count }] : [];
  });
  const laying = { face: picture.face, question, words, standing, previous };
  return same(kept, laying) ? {} : { laying: { ...laying, mode: 'update' } };
}

function together(standing: readonly SetWord[], back: NonNullable<KeptWall['away']>): SetWord[] {
  return [...standing, ...back.map(({ set }) => set)].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Those that left before and now, but for those that have come back. */
function awayFrom({ picture, standing, away = [] }: KeptWall, { words }: WallLayout): KeptWall['away'] {
  const here = new Set(words.map(({ id }) => id));
  const known = new Map(standing.map((word) => [word.id, word]));
  const left = picture.layout.words.map((set) => ({ set, word: known.get(set.id)! }));
  return [...away, ...left].filter(({ set }) => !here.has(set.id));
}

/** A picture without words that have been taken back, hidden or renamed since it was laid. */
export function standingNow(picture: WallPicture, words: readonly Word[]): WallPicture {
  const now = new Map(words.map((word) => [wallIdOf(word), word.text]));
  const known = picture.words.filter(({ id, text }) => now.get(id) === text);
  if (known.length === picture.words.length) return picture;
  const here = new Set(known.map(({ id }) => id));
  const { layout } = picture;
  return {
    ...picture,
    words: known,
    layout: { ...layout, words: layout.words.filter(({ id }) => here.has(id)) }
  };
}

/** The wall without the words that say something which was erased, as its next version; the same one where there are none. */
export function withoutWords(kept: KeptWall, isGone: (text: string) => boolean): KeptWall {
  const { picture, standing, heads, away = [] } = kept;
  const { layout } = picture;
  const all = [...picture.words, ...standing, ...away.map(({ word }) => word)];
  const gone = new Set(all.flatMap(({ id, text }) => (isGone(text) ? id : [])));
  // A line of a word is enough: what stands is what was laid, whatever it is called now.
  for (const { id, lines } of layout.words) if (isGone(lines.map(({ text }) => text).join(' '))) gone.add(id);
  if (gone.size === 0) return kept;
  const stays = ({ id }: { id: string }) => !gone.has(id);
  return {
    ...kept,
    picture: {
      ...picture,
      version: picture.version + 1,
      layout: { ...layout, words: layout.words.filter(stays) },
      words: picture.words.filter(stays)
    },
    standing: standing.filter(stays),
    heads: Object.fromEntries(Object.entries(heads).filter(([id]) => stays({ id }))),
    ...(kept.away ? { away: away.filter(({ set }) => stays(set)) } : {})
  };
}

/**
 * A word that lay nowhere gets its cluster's id when the machine has read it; it stays where it is. Found by its first card.
 */
function renamed(layout: WallLayout, heads: KeptWall['heads'], words: readonly Word[]): WallLayout {
  const now = new Set(words.map(wallIdOf));
  const gone = layout.words.filter(({ id }) => !now.has(id));
  if (gone.length === 0) return layout;
  const taken = new Set(layout.words.map(({ id }) => id));
  const wordOf = wordByNote(words);
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
