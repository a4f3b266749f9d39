/** Pictures as files, drawn in a thread of their own. */
import { afterAll, expect, test } from 'vitest';
import { createLog } from '../../../server/log.ts';
import type { PictureTask } from '../../../server/exports/picture-file.ts';
import { sceneOf } from '../../../src/lib/domain/wall/drawing/scene.ts';
import { startWorker } from '../../../server/thread/start.ts';
import { Thread } from '../../../server/thread/thread.ts';
import { ROOT } from '../../fixtures/database.ts';
import { WORDS, wall } from './walls.ts';

const files = new Thread<PictureTask, Uint8Array>('exports', createLog('silent'), {
  start: () => startWorker(ROOT, 'exports', {}, 300)
});
afterAll(() => files.close());

const task: Omit<PictureTask, 'format'> = {
  scene: sceneOf(wall(WORDS), WORDS, { face: 'caveat-brush' }),
  wording: { language: 'sv', untitled: 'Ordvägg' },
  at: 0
};
const file = async (format: PictureTask['format']) =>
  Buffer.from(await files.ask(() => ({ ...task, format })));

test('SVG, PDF, and PNG in print size', async () => {
  expect((await file('svg')).toString()).toMatch(
    /^<svg [^]*<title id="wall-title">Vem är du\?<\/title>[^]*<\/svg>\n$/
  );
  expect((await file('pdf')).toString('latin1')).toMatch(/^%PDF-1\.7[^]*\/Lang \(sv\)[^]*%%EOF\n$/);
  const png = await file('png');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3840, 2160]);
});

test('one that cannot be drawn is told to be so, and the next one is', async () => {
  const broken = { ...task.scene, texts: [null as never] };
  const asked = files.ask(() => ({ ...task, format: 'pdf', scene: broken }));
  await expect(asked).rejects.toMatchObject({ code: 'fault' });
  expect((await file('svg')).length).toBeGreaterThan(1_000);
});
