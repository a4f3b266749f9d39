/**
 * `npm run bench -- cluster [--json]`: B-cubed and adjusted Rand index of the engine beside simpler ways, on cards whose clusters are
 * known; what a leader and a room add to it; what it takes. `held`: cards that the engine's author had not seen.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Placer } from '../../src/lib/domain/clustering/placer.ts';
import { score } from '../fixtures/bcubed.ts';
import type { Score } from '../fixtures/bcubed.ts';
import { clustered, words } from '../fixtures/clustered.ts';
import { GOLD_NAMES, gold } from '../fixtures/gold.ts';
import type { GoldFile } from '../fixtures/gold.ts';
import { exact, nGrams, stems, tfIdf } from './baselines.ts';
import { inventedCards } from './invented.ts';
import { lead } from './leader.ts';
import { percentile } from './burst.ts';
import { foundByRoom } from './room.ts';
import { sortByExample } from './themes.ts';
import { slips } from './slips.ts';

const { values: options } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, rooms: { type: 'string', default: '5' } }
});
const ROOMS = Math.max(1, Number(options.rooms) || 5);
const ORDERS = 5;

const started = performance.now();
words();
const loaded = performance.now() - started;

const files = GOLD_NAMES.map(gold);
const figures = {
  loadedMs: loaded,
  memoryMb: process.memoryUsage().rss / 2 ** 20,
  quality: files.map(quality),
  orders: files.map(inOtherOrders),
  slips: files.filter(({ mode }) => mode === 'words').map((file) => ({ file: file.name, ...slips(file) })),
  themes: files
    .filter(({ mode }) => mode === 'sentences')
    .map((file) => ({ file: file.name, ...sortByExample(file, ORDERS) })),
  leader: files.filter(({ mode }) => mode === 'words').flatMap(led),
  room: files.filter(({ mode }) => mode === 'words').flatMap(found),
  times: [300, 1_000, 5_000].map(timed)
};
process.stdout.write(options.json ? `${JSON.stringify(figures, null, 2)}\n` : table());

function quality({ name, language, mode, question, cards }: GoldFile) {
  const texts = cards.map(({ text }) => text);
  const right = cards.map((card) => card.gold);
  const ours = (packs: boolean) =>
    score(clustered(texts, { language, mode, question, packs }).clusters, right);
  // Each of the others at the limit that suits it best on these very cards: more than it would get in a meeting.
  const best = (at: (least: number) => string[]) =>
    [0.2, 0.3, 0.4, 0.5, 0.6].map((least) => score(at(least), right)).sort((a, b) => b.f1 - a.f1)[0]!;
  return {
    file: name,
    cards: cards.length,
    rows: [
      ['exact match', score(exact(texts), right)],
      ['stems', score(stems(texts, language), right)],
      ['tf-idf', best((least) => tfIdf(texts, language, least))],
      ['n-grams', best((least) => nGrams(texts, least))],
      ['Ordvägg, no pack', ours(false)],
      ...(mode === 'words' ? [['Ordvägg', ours(true)] as [string, Score]] : [])
    ] as [string, Score][]
  };
}

function inOtherOrders({ name, language, mode, question, cards }: GoldFile) {
  const f1 = Array.from({ length: ORDERS }, (_, seed) => {
    const { clusters } = clustered(
      cards.map(({ text }) => text),
      { language, mode, question, seed: seed + 1 }
    );
    return score(
      clusters,
      cards.map((card) => card.gold)
    ).f1;
  });
  return { file: name, least: Math.min(...f1), most: Math.max(...f1) };
}

function led({ name, language, question, cards }: GoldFile) {
  const texts = cards.map(({ text }) => text);
  return [true, false].map((packs) => {
    const { placer, clusters } = clustered(texts, { language, question, packs });
    return {
      file: name,
      packs,
      ...lead(
        placer,
        texts,
        cards.map((card) => card.gold),
        clusters
      )
    };
  });
}

function found(file: GoldFile) {
  return [true, false].map((packs) => {
    const rooms = Array.from({ length: ROOMS }, (_, seed) => foundByRoom(file, { packs, seed: seed + 1 }));
    const steps = rooms[0]!.map(({ taps }, at) => ({
      taps,
      f1: mean(rooms.map((room) => room[at]!.f1)),
      worst: Math.min(...rooms.map((room) => room[at]!.f1)),
      precision: Math.min(...rooms.map((room) => room[at]!.precision))
    }));
    return { file: file.name, packs, steps };
  });
}

function timed(count: number) {
  const texts = inventedCards(count + 200);
  const began = performance.now();
  const { placer } = clustered(texts.slice(0, count));
  const all = performance.now() - began;
  const one = texts.slice(count).map((text, at) => oneMore(placer, { id: `more-${at}`, text }));
  const asked = performance.now();
  placer.suggestions(12, { apart: [], whole: [] });
  const suggested = performance.now() - asked;
  return {
    cards: count,
    allMs: all,
    oneP50: percentile(one, 0.5),
    oneP95: percentile(one, 0.95),
    suggestionsMs: suggested
  };
}

function oneMore(placer: Placer, card: { id: string; text: string }): number {
  const began = performance.now();
  const { cluster = card.id } = placer.place(card);
  placer.set(card, cluster);
  placer.label(cluster);
  return performance.now() - began;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

function table(): string {
  const share = (number: number | undefined) => (number === undefined ? '-' : number.toFixed(3)).padStart(8);
  const lines = [
    `words read in ${Math.round(figures.loadedMs)} ms; ${Math.round(figures.memoryMb)} MB`,
    '',
    `${''.padEnd(26)}${['precision', 'recall', 'F1', 'ARI'].map((name) => name.padStart(10)).join('')}`
  ];
  for (const { file, cards, rows } of figures.quality) {
    lines.push(`${file}, ${cards} cards`);
    for (const [name, { precision, recall, f1, ari }] of rows) {
      lines.push(
        `  ${name.padEnd(24)}${[precision, recall, f1, ari].map((number) => number.toFixed(3).padStart(10)).join('')}`
      );
    }
  }
  lines.push('', `in ${ORDERS} other orders, F1`);
  for (const { file, least, most } of figures.orders)
    lines.push(`  ${file.padEnd(24)}${share(least)} -${share(most)}`);
  lines.push('', 'slips of the pen land right');
  for (const { file, typos, accents } of figures.slips) {
    lines.push(
      `  ${file.padEnd(24)} typos ${share(typos.share)} of ${typos.tried}; without accents ${share(accents.share)} of ${accents.tried}`
    );
  }
  lines.push('', 'themes by five examples, F1');
  for (const { file, f1, rest } of figures.themes)
    lines.push(`  ${file.padEnd(24)}${share(f1)}; of the others alone ${share(rest)}`);
  lines.push('', 'a leader alone: acts per 100 cards to F1 0.90');
  for (const { file, packs, actions, accepted, dismissed } of figures.leader) {
    const acts = actions?.toFixed(1) ?? 'never';
    lines.push(
      `  ${file.padEnd(24)}${packs ? 'pack   ' : 'no pack'} ${acts.padStart(6)}; ${accepted} accepted, ${dismissed} dismissed`
    );
  }
  lines.push(
    '',
    `a room of 45, one answer in ten wrong, ${ROOMS} rooms: F1 after so many taps each; worst precision`
  );
  for (const { file, packs, steps } of figures.room) {
    const f1 = steps.map((step) => step.f1.toFixed(3)).join(' ');
    lines.push(
      `  ${file.padEnd(24)}${packs ? 'pack   ' : 'no pack'} ${f1}; ${Math.min(...steps.map((step) => step.precision)).toFixed(3)}`
    );
  }
  lines.push('', 'milliseconds');
  for (const { cards, allMs, oneP50, oneP95, suggestionsMs } of figures.times) {
    lines.push(
      `  ${String(cards).padStart(5)} cards: ${Math.round(allMs)} in all; one more p50 ${oneP50.toFixed(2)}, p95 ${oneP95.toFixed(2)}; suggestions ${Math.round(suggestionsMs)}`
    );
  }
  return `${lines.join('\n')}\n`;
}
