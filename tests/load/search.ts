/**
 * `npm run bench -- search [--notes 20000] [--json]`: how long a search over a project of so many notes takes: the first one, which
 * lays all of it into the table; one after a change; and others as somebody types them. And whether the index is used.
 */
import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { percentile } from './burst.ts';
import { manyNotes } from './many-notes.ts';

const { values: options } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, notes: { type: 'string', default: '20000' } }
});
const NOTES = Math.max(10, Number(options.notes) || 20_000);
const QUESTIONS = [
  'samordnare',
  'samordn',
  'kunskapsspridare',
  'tillsammans regionen',
  '"mer av"',
  'visionärerna',
  'finansiär or lobbyist',
  'åtgärd',
  'region',
  'finnsinte'
];
const ROUNDS = 20;

const { app, view, ask, meeting, close } = await manyNotes(NOTES);
const timed = async (work: () => Promise<unknown>) => {
  const from = performance.now();
  await work();
  return performance.now() - from;
};
const find = (text: string) => app.search.find(view, text);
// Walls are laid first, as they are when a meeting ends.
await app.reviews.of(meeting, view);
const first = await timed(() => find('samordnare'));
const warm: number[] = [];
const spread = new Map<string, number>();
for (let round = 0; round < ROUNDS; round++)
  for (const text of QUESTIONS) {
    const took = await timed(() => find(text));
    warm.push(took);
    spread.set(text, Math.max(took, spread.get(text) ?? 0));
  }
const changed: number[] = [];
for (let round = 0; round < 5; round++) {
  const note = { note: randomUUID(), fields: { text: `Nytillkommen ${round}` } };
  await ask({ name: 'ImportNotes', data: { prompt: 'prompt-2', notes: [note] } });
  changed.push(await timed(() => find('nytillkommen')));
}
const { sql } = app.database;
await sql`analyze found_texts`;
const plan = await sql<{ 'QUERY PLAN': string }[]>`
  explain (analyze, costs off, timing off, summary off)
  select note_id from found_texts
  where words @@ to_tsquery('swedish', 'samordnare') and meeting_id = any(${`{${meeting.id}}`}::text[])`;
const lines = plan.map((row) => row['QUERY PLAN']);
const figures = {
  notes: NOTES,
  first,
  afterChange: { p50: percentile(changed, 0.5), most: Math.max(...changed) },
  warm: { p50: percentile(warm, 0.5), p95: percentile(warm, 0.95), most: Math.max(...warm) },
  slowest: [...spread].sort((a, b) => b[1] - a[1])[0],
  usesIndex: lines.some((line) => line.includes('found_texts_words')),
  rss: Math.round(process.memoryUsage().rss / 2 ** 20)
};
const ms = (value: number) => `${value.toFixed(1)} ms`;
process.stdout.write(
  options.json
    ? `${JSON.stringify(figures, null, 2)}\n`
    : [
        `search over ${NOTES} notes`,
        `  first search, all is laid in   ${ms(first)}`,
        `  after a change                 p50 ${ms(figures.afterChange.p50)}, most ${ms(figures.afterChange.most)}`,
        `  otherwise                      p50 ${ms(figures.warm.p50)}, p95 ${ms(figures.warm.p95)}, most ${ms(figures.warm.most)}`,
        `  slowest question               ${figures.slowest![0]}`,
        `  memory of the process          ${figures.rss} MB`,
        ...lines.map((line) => `  ${line}`),
        ''
      ].join('\n')
);
await close();
process.exit();
