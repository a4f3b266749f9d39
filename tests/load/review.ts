/**
 * `npm run bench -- review [--notes 20000] [--json]`: how long what a review's page is made from takes on the server of a meeting of so
 * many notes: after a start, once more, and after a change; and how much memory that server then has. It is a process of its own, beside
 * the one that has laid the notes in.
 */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createApp } from '../../server/app.ts';
import { parseConfig } from '../../server/config.ts';
import { percentile } from './burst.ts';
import { manyNotes } from './many-notes.ts';

const { values: options } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean' },
    notes: { type: 'string', default: '20000' },
    /** Of the second process: where the notes lie, whose, and in which meeting. */
    in: { type: 'string' },
    user: { type: 'string' },
    meeting: { type: 'string' }
  }
});
const NOTES = Math.max(10, Number(options.notes) || 20_000);

if (options.in) await measured(options.in, options.user!, options.meeting!);
else {
  const many = await manyNotes(NOTES);
  // The walls are laid when the meeting ends, not when somebody reads of it.
  await many.app.reviews.of(many.meeting, many.view);
  const own = fileURLToPath(import.meta.url);
  const where = ['--in', many.folder, '--user', many.user, '--meeting', many.meeting.id];
  const child = spawn(
    process.execPath,
    [...process.execArgv, own, ...where, '--notes', String(NOTES), ...(options.json ? ['--json'] : [])],
    { stdio: 'inherit' }
  );
  const [code] = (await once(child, 'exit')) as [number | null];
  await many.close();
  process.exit(code ?? 1);
}

async function measured(folder: string, user: string, meeting: string): Promise<void> {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  const app = await createApp(parseConfig({ DATA_DIR: folder, LOG_LEVEL: 'silent' }, root), root);
  const timed = async (work: () => Promise<unknown>) => {
    const from = performance.now();
    await work();
    return performance.now() - from;
  };
  const read = async () => {
    const found = await app.projects.meeting(user, meeting);
    return app.reviews.of(found!.meeting, found!);
  };
  const room = await timed(() => app.meetings.room(meeting));
  const first = await timed(read);
  const warm: number[] = [];
  for (let round = 0; round < 30; round++) warm.push(await timed(read));
  const changed: number[] = [];
  for (let round = 0; round < 5; round++) {
    const note = { note: randomUUID(), fields: { text: 'Nytillkommen' } };
    const outcome = await (await app.meetings.room(meeting))!.submit(
      { name: 'ImportNotes', data: { prompt: 'prompt-2', notes: [note] }, id: randomUUID() },
      { role: 'leader', id: user }
    );
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    changed.push(await timed(read));
  }
  const { rss, heapUsed } = process.memoryUsage();
  const figures = {
    notes: NOTES,
    room,
    first,
    warm: { p50: percentile(warm, 0.5), p95: percentile(warm, 0.95) },
    afterChange: percentile(changed, 0.5),
    rss: Math.round(rss / 2 ** 20),
    heap: Math.round(heapUsed / 2 ** 20)
  };
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  process.stdout.write(
    options.json
      ? `${JSON.stringify(figures, null, 2)}\n`
      : [
          `review of ${NOTES} notes, on the server`,
          `  the log read and folded        ${ms(room)}`,
          `  first contents after that      ${ms(first)}`,
          `  once more                      p50 ${ms(figures.warm.p50)}, p95 ${ms(figures.warm.p95)}`,
          `  after a change                 p50 ${ms(figures.afterChange)}`,
          `  memory of the server           ${figures.rss} MB, of which heap ${figures.heap} MB`,
          ''
        ].join('\n')
  );
  await app.close();
  process.exit();
}
