/**
 * `npm run bench -- wall [--streams N] [--json]`: walls of 30 to 1,500 words, what they are worth and what they take; walls that grow
 * card by card to 400 words; the same words in d3-cloud and wordcloud2. Times are the processor's: others use the machine too.
 */
import { parseArgs } from 'node:util';
import { layoutWall } from '../../src/lib/domain/wall/layout/layout-wall.ts';
import { faultsOf } from '../../src/lib/domain/wall/layout/report.ts';
import type { Faults } from '../../src/lib/domain/wall/layout/report.ts';
import { percentile } from './burst.ts';
import { farShare, meanOf, movesBetween, timed, worthOf } from './wall-figures.ts';
import type { Time, Worth } from './wall-figures.ts';
import { others } from './wall-others.ts';
import type { Sized } from './wall-others.ts';
import { play } from './wall-stream.ts';
import { Growing, streamOf } from './wall-words.ts';

const { values: options } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, streams: { type: 'string', default: '20' } }
});
const STREAMS = Math.max(0, Number(options.streams));
const STREAM_WORDS = 400;
/** How many words, how often laid out anew, how many cards more. */
const SIZES = [
  { words: 30, times: 20, cards: 60 },
  { words: 60, times: 20, cards: 60 },
  { words: 120, times: 10, cards: 60 },
  { words: 400, times: 5, cards: 60 },
  { words: 1_500, times: 1, cards: 10 }
];
const SEED = 7;

const measured = SIZES.map(measure);
const figures = {
  walls: measured.map(({ wall }) => wall),
  streams: Array.from({ length: STREAMS }, (_, at) => play(STREAM_WORDS, at + 1)),
  // More would take wordcloud2 minutes.
  others: await others(measured.map(({ sized }) => sized).filter(({ words }) => words.length <= 400))
};
process.stdout.write(options.json ? `${JSON.stringify(figures, null, 2)}\n` : table());

function measure({ words, times, cards }: (typeof SIZES)[number]) {
  const { arrivals, priors } = streamOf(words + cards, SEED);
  const growing = new Growing(priors);
  let at = 0;
  while (growing.size < words && at < arrivals.length - cards) growing.take(arrivals[at++]!);
  const input = growing.input();
  // The first is the compiler's.
  if (times > 1) layoutWall({ ...input, mode: 'fresh' });
  const fresh = Array.from({ length: times }, () => timed(() => layoutWall({ ...input, mode: 'fresh' })));
  const layout = fresh[0]!.result;
  const faults = faultsOf(layout, input.words);
  const size = new Map(layout.words.map((word) => [word.id, word.size]));
  const sized = { words: cloud(input.words), more: [] as Sized[] };
  const updates: Time[] = [];
  const moves: number[][] = [];
  // Each on the wall as it was: what the first card finds. Later cards are what the streams are for.
  for (const arrival of arrivals.slice(at, at + cards)) {
    const one = new Growing(priors);
    for (const before of [...arrivals.slice(0, at), arrival]) one.take(before);
    const more = one.input();
    const { result, time } = timed(() => layoutWall({ ...more, previous: layout, mode: 'update' }));
    updates.push(time);
    const now = faultsOf(result, more.words);
    for (const kind of ['dropped', 'overlaps', 'outOfBounds'] as const) faults[kind] += now[kind];
    moves.push(movesBetween(layout, result));
    if (sized.more.length === 0 && !size.has(arrival.word)) sized.more = cloud(more.words);
  }
  const wall = {
    words: growing.size,
    faults,
    ...worthOf(layout, input.words, input.links),
    fresh: spread(fresh.map(({ time }) => time)),
    update: spread(updates),
    updateMove: meanOf(moves.map(meanOf)),
    updateFar: meanOf(moves.map(farShare))
  };
  return { wall, sized };

  function cloud(given: readonly { id: string; text: string; count: number }[]): Sized[] {
    return given
      .map(({ id, text }) => ({ id, text, size: size.get(id) ?? layout.scale }))
      .sort((a, b) => b.size - a.size || (a.text < b.text ? -1 : 1));
  }
}

function spread(times: readonly Time[]) {
  const [clock, cpu] = [times.map(({ ms }) => ms), times.map(({ cpuMs }) => cpuMs)];
  return {
    p50: percentile(clock, 0.5),
    p95: percentile(clock, 0.95),
    cpuP50: percentile(cpu, 0.5),
    cpuP95: percentile(cpu, 0.95)
  };
}

function table(): string {
  const row = (name: string, cells: readonly string[]) =>
    `${name.padEnd(34)}${cells.map((cell) => cell.padStart(16)).join('')}`;
  const lines = [
    row(
      'words',
      figures.walls.map(({ words }) => String(words))
    )
  ];
  const each = (name: string, cell: (wall: (typeof figures.walls)[number]) => string) =>
    lines.push(row(`  ${name}`, figures.walls.map(cell)));
  each('fresh p50 / p95, CPU ms', ({ fresh }) => `${Math.round(fresh.cpuP50)} / ${Math.round(fresh.cpuP95)}`);
  each('fresh p50 / p95, clock ms', ({ fresh }) => `${Math.round(fresh.p50)} / ${Math.round(fresh.p95)}`);
  each(
    'update p50 / p95, CPU ms',
    ({ update }) => `${update.cpuP50.toFixed(1)} / ${update.cpuP95.toFixed(1)}`
  );
  each('update p50 / p95, clock ms', ({ update }) => `${update.p50.toFixed(1)} / ${update.p95.toFixed(1)}`);
  each('update moves px / > 20 px', (wall) => `${wall.updateMove.toFixed(2)} / ${percent(wall.updateFar)}`);
  each('dropped, overlaps, outside', ({ faults }) => listed(faults));
  each('utilisation', (wall) => wall.utilisation.toFixed(3));
  each('linked pairs adjacent', (wall) => wall.adjacent.toFixed(2));
  each('smallest, px', (wall) => wall.smallest.toFixed(1));
  each('evenness over 8 x 6', (wall) => wall.evenness.toFixed(2));
  each('cards in words >= 2 % high', (wall) => percent(wall.readable));
  if (STREAMS > 0) lines.push('', ...streamLines());
  lines.push('', 'others: dropped; moved > 20 px by one word more; ms on the clock');
  for (const { name, words, dropped, far, ms } of figures.others)
    lines.push(
      `  ${name.padEnd(12)}${String(words).padStart(6)} words: ${String(dropped).padStart(4)}; ${percent(far).padStart(7)}; ${Math.round(ms)}`
    );
  return `${lines.join('\n')}\n`;
}

function streamLines(): string[] {
  const { streams } = figures;
  const all = (of: (stream: (typeof streams)[number]) => number) => {
    const values = streams.map(of);
    return `${meanOf(values).toFixed(3)} (${Math.min(...values).toFixed(3)} - ${Math.max(...values).toFixed(3)})`;
  };
  const faults = (kind: keyof Faults) => streams.reduce((sum, stream) => sum + stream.faults[kind], 0);
  const end = (kind: keyof Worth) => all((stream) => stream.end[kind]);
  const times = (of: 'updateMs' | 'settleMs') =>
    percentile(
      streams.flatMap((stream) => stream[of]),
      0.95
    );
  return [
    `${streams.length} streams, card by card: mean (least - most)`,
    `  cards / words                   ${all(({ cards }) => cards)} / ${all(({ words }) => words)}`,
    `  dropped, overlaps, outside      ${listed({ dropped: faults('dropped'), overlaps: faults('overlaps'), outOfBounds: faults('outOfBounds') })}`,
    `  move per event, mean px         ${all(({ move }) => move)}`,
    `  move per event, p95 px          ${all(({ moveP95 }) => moveP95)}`,
    `  moved > 20 px, %                ${all(({ far }) => far * 100)}`,
    `  settles per 100 cards           ${all(({ settles, cards }) => (settles * 100) / cards)}`,
    `  move of a settle, mean px       ${all(({ settleMoves }) => meanOf(settleMoves))}`,
    `  strays once settled, %          ${all(({ strays }) => meanOf(strays) * 100)}`,
    `  phrases broken / with room, %   ${all(({ broken }) => meanOf(broken) * 100)} / ${all(({ needless }) => meanOf(needless) * 100)}`,
    `  utilisation at the end          ${end('utilisation')}`,
    `  linked pairs adjacent           ${end('adjacent')}`,
    `  evenness                        ${end('evenness')}`,
    `  update / settle p95, CPU ms     ${times('updateMs').toFixed(1)} / ${times('settleMs').toFixed(0)}`
  ];
}

function listed({ dropped, overlaps, outOfBounds }: Faults): string {
  return `${dropped}, ${overlaps}, ${outOfBounds}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
