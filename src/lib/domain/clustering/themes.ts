/**
 * Themes by example: a leader names a theme and lays some notes in it; each of the other notes goes to the theme that it is most
 * like. What is like several, or hardly like any, is told as unsure.
 */
import type { Analysis } from './analysis.ts';
import type { Face } from './faces.ts';
import type { Measure } from './likeness.ts';

export interface Theme {
  id: string;
  /** What the leader called it, read like a note. */
  name: Analysis;
  examples: readonly Face[];
}

export interface Sorted {
  /** Undefined: like none of them. */
  theme?: string;
  unsure?: true;
}

/** A theme's name says as much as this many examples. */
const NAME = 2;
/** Below this a note is like none of the themes; below the second, or with another theme as near, it is unsure. */
const LEAST = 0.1;
const SURE = 0.3;
const CLEAR = 1.35;
/** Share of the words' say beside that of the nearest examples; found on notes whose themes are known. */
const BY_WORDS = 0.5;

/** One answer a note, in their order. */
export function sortInto(themes: readonly Theme[], notes: readonly Face[], measure: Measure): Sorted[] {
  const rarity = rarityOf([...themes.flatMap(({ examples }) => examples), ...notes]);
  const profiles = themes.map((theme) => profileOf(theme, rarity));
  return notes.map((note) => {
    const scored = themes
      .map((theme, index) => ({
        theme,
        score:
          BY_WORDS * alongWords(note, profiles[index]!, rarity) +
          (1 - BY_WORDS) * nearest(note, theme, measure)
      }))
      .sort((a, b) => b.score - a.score || (a.theme.id < b.theme.id ? -1 : 1));
    const [best, second] = scored;
    if (!best || best.score < LEAST) return {};
    const unsure = best.score < SURE || best.score < CLEAR * (second?.score ?? 0);
    return { theme: best.theme.id, ...(unsure ? { unsure } : {}) };
  });
}

/** How seldom a root is among all notes: the logarithm of their number over those that have it. */
function rarityOf(faces: readonly Face[]): (root: string) => number {
  const having = new Map<string, number>();
  for (const { analysis } of faces) {
    for (const root of new Set(rootsOf(analysis))) having.set(root, (having.get(root) ?? 0) + 1);
  }
  return (root) => Math.log(1 + faces.length / (having.get(root) ?? 1));
}

/** A root's share in a theme's examples, weighed by how seldom it is elsewhere (Rocchio's centroid). */
function profileOf({ name, examples }: Theme, rarity: (root: string) => number): Map<string, number> {
  const profile = new Map<string, number>();
  const add = (analysis: Analysis, times: number) => {
    for (const { roots, weight } of analysis.tokens.flatMap(({ parts }) => parts)) {
      const root = roots[0]!;
      profile.set(root, (profile.get(root) ?? 0) + times * weight * rarity(root));
    }
  };
  add(name, NAME);
  for (const { analysis } of examples) add(analysis, 1);
  return profile;
}

/** Cosine between a note and a theme's words, 0..1. */
function alongWords(
  { analysis }: Face,
  profile: ReadonlyMap<string, number>,
  rarity: (root: string) => number
): number {
  let sum = 0;
  let own = 0;
  for (const { roots, weight } of analysis.tokens.flatMap(({ parts }) => parts)) {
    const worth = weight * rarity(roots[0]!);
    own += worth ** 2;
    sum += worth * Math.max(...roots.map((root) => profile.get(root) ?? 0));
  }
  const length = Math.sqrt([...profile.values()].reduce((total, value) => total + value ** 2, 0));
  return own > 0 && length > 0 ? sum / (Math.sqrt(own) * length) : 0;
}

/** The mean likeness to the two nearest of its examples and its name. */
function nearest({ analysis }: Face, { name, examples }: Theme, measure: Measure): number {
  const scores = [name, ...examples.map((example) => example.analysis)]
    .map((other) => measure.between(analysis, other).score)
    .sort((a, b) => b - a);
  return ((scores[0] ?? 0) + (scores[1] ?? 0)) / 2;
}

function rootsOf({ tokens }: Analysis): string[] {
  return tokens.flatMap(({ parts }) => parts.flatMap(({ roots }) => roots.slice(0, 1)));
}
