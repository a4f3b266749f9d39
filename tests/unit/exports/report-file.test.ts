/** Reports in the worker for files: a long one lets others have their turn, tells how far it is, and ends when it is to. */
import { afterAll, expect, test } from 'vitest';
import type { FileTask } from '../../../server/exports/worker.ts';
import { createLog } from '../../../server/log.ts';
import { startWorker } from '../../../server/thread/start.ts';
import { Thread } from '../../../server/thread/thread.ts';
import { ROOT } from '../../fixtures/database.ts';
import { everything, huge } from '../../fixtures/reports.ts';

const files = new Thread<FileTask, Uint8Array>('exports', createLog('silent'), {
  start: () => startWorker(ROOT, 'exports', {}, 600)
});
afterAll(() => files.close());

test('a PDF and a DOCX come back', async () => {
  const made = (format: 'pdf' | 'docx') => files.ask(() => ({ format, report: everything() }));
  expect(Buffer.from((await made('pdf')).subarray(0, 5)).toString()).toBe('%PDF-');
  expect(Buffer.from((await made('docx')).subarray(0, 2)).toString()).toBe('PK');
});

test('a short one is done while a long one is; the long one is told part by part, and ends when it is called off', async () => {
  const abort = new AbortController();
  const parts: number[] = [];
  let over = false;
  const long = files
    .ask(() => ({ format: 'pdf', report: huge(20_000) }), {
      signal: abort.signal,
      done: (part) => parts.push(part)
    })
    .catch((error: { code: string }) => error.code)
    .finally(() => (over = true));
  await files.ask(() => ({ format: 'pdf', report: { ...everything(), blocks: [] } }));
  expect(over).toBe(false);
  await expect.poll(() => parts.at(-1) ?? 0, { timeout: 20_000 }).toBeGreaterThan(0);
  abort.abort();
  expect(await long).toBe('cancelled');
  const told = parts.length;
  // The worker has gone on to this, and does nothing of the other any longer.
  await files.ask(() => ({ format: 'pdf', report: { ...everything(), blocks: [] } }));
  expect(parts.length).toBeLessThanOrEqual(told + 1);
});

test('one that was called off while it waited is never begun', async () => {
  const abort = new AbortController();
  const first = files.ask(() => ({ format: 'pdf', report: everything() }));
  let begun = false;
  const second = files.ask(
    () => {
      begun = true;
      return { format: 'pdf', report: everything() };
    },
    { signal: abort.signal }
  );
  abort.abort();
  await expect(second).rejects.toMatchObject({ code: 'cancelled' });
  await first;
  expect(begun).toBe(false);
});
