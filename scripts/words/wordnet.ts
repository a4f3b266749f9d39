/**
 * WordNet, as far as cards need it: words that mean the same, what stands above them, what their meanings are told by,
 * and which words are derived from each other (coordinate, coordinator, coordination).
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Rare meanings join what nobody would: only a word's most common ones count. */
const SENSES = 3;
const POS = { noun: 'n', verb: 'v', adj: 'a' } as const;

interface Synset {
  key: string;
  words: string[];
  above: string[];
  derived: { from: number; to: string; word: number }[];
  gloss: string;
}

/**
 * `synsets`: number, part of speech, numbers of those above, words, words of the gloss (tabs between, commas within).
 * `families`: a word and the word that it is derived from or shares its root with.
 */
export function wordnetSections(folder: string, known: ReadonlySet<string>): [string, string[]][] {
  const synsets = new Map<string, Synset>();
  const allowed = new Map<string, Set<string>>();
  for (const [name, pos] of Object.entries(POS)) {
    for (const line of readLines(join(folder, `data.${name}`))) {
      const synset = readSynset(line, pos);
      synsets.set(synset.key, synset);
    }
    for (const line of readLines(join(folder, `index.${name}`))) {
      const fields = line.trim().split(' ');
      const offsets = fields.slice(-Number(fields[2]));
      allowed.set(`${pos}${fields[0]}`, new Set(offsets.slice(0, SENSES).map((offset) => `${pos}${offset}`)));
    }
  }
  const isKnown = (word: string) => word.split('_').every((part) => known.has(part));
  const kept = new Map<string, { number: number; synset: Synset; words: string[] }>();
  for (const synset of synsets.values()) {
    const words = synset.words.filter(
      (word) => isKnown(word) && allowed.get(`${synset.key[0]}${word}`)?.has(synset.key)
    );
    if (words.length > 0) kept.set(synset.key, { number: kept.size, synset, words });
  }
  const lines = [...kept.values()].map(({ number, synset, words }) =>
    [
      number,
      synset.key[0],
      synset.above.flatMap((key) => kept.get(key)?.number ?? []).join(','),
      words.map((word) => word.replaceAll('_', ' ')).join(','),
      glossWords(synset.gloss, known).join(',')
    ].join('\t')
  );
  return [
    ['synsets', lines],
    ['families', families(synsets, isKnown)]
  ];
}

function readLines(path: string): string[] {
  return readFileSync(path, 'latin1')
    .split('\n')
    .filter((line) => line && !line.startsWith('  '));
}

/** The format is told in wndb(5WN). */
function readSynset(line: string, pos: string): Synset {
  const [head = '', gloss = ''] = line.split(' | ');
  const fields = head.trim().split(' ');
  const count = parseInt(fields[3]!, 16);
  const words = Array.from({ length: count }, (_, index) =>
    fields[4 + 2 * index]!.toLowerCase().replace(/\([a-z]+\)$/, '')
  );
  const above: string[] = [];
  const derived: Synset['derived'] = [];
  const first = 4 + 2 * count;
  for (let index = 0; index < Number(fields[first]); index++) {
    const [symbol, offset, target, sides] = fields.slice(first + 1 + 4 * index, first + 5 + 4 * index);
    const key = `${target === 's' ? 'a' : target}${offset}`;
    if (symbol === '@' || symbol === '&' || symbol === '*') above.push(key);
    if (symbol === '+' || symbol === '\\') {
      const [from, word] = [parseInt(sides!.slice(0, 2), 16), parseInt(sides!.slice(2), 16)];
      derived.push({ from: from - 1, to: key, word: word - 1 });
    }
  }
  return { key: `${pos}${fields[0]}`, words, above, derived, gloss };
}

/** The definition without its examples. */
function glossWords(gloss: string, known: ReadonlySet<string>): string[] {
  const words =
    gloss
      .split('"')[0]!
      .toLowerCase()
      .match(/[a-z]{3,}/g) ?? [];
  return [...new Set(words.filter((word) => known.has(word)))].slice(0, 10);
}

/** Links between words that look alike: a verb is the root where there is one, else the shorter word. */
function families(synsets: ReadonlyMap<string, Synset>, isKnown: (word: string) => boolean): string[] {
  const roots = new Map<string, string>();
  for (const synset of synsets.values()) {
    for (const { from, to, word } of synset.derived) {
      const other = synsets.get(to);
      const [mine, its] = [synset.words[from], other?.words[word]];
      if (!mine || !its || !other || mine === its || !isKnown(mine) || !isKnown(its)) continue;
      if (mine.includes('_') || its.includes('_')) continue;
      const alike = sharedStart(mine, its);
      if (alike < 3 || alike < 0.6 * Math.min(mine.length, its.length)) continue;
      const isRoot =
        other.key[0] === 'v' ? synset.key[0] !== 'v' : synset.key[0] !== 'v' && its.length < mine.length;
      if (!isRoot) continue;
      const known = roots.get(mine);
      // Of several roots the one that looks most like it, then the shorter.
      const better =
        !known ||
        alike > sharedStart(mine, known) ||
        (alike === sharedStart(mine, known) && its.length < known.length);
      if (better) roots.set(mine, its);
    }
  }
  return [...roots].sort(([a], [b]) => (a < b ? -1 : 1)).map(([word, root]) => `${word}\t${root}`);
}

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
