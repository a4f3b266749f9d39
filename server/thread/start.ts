/**
 * Starts a worker. A thread has modules of its own, so it needs a file of its own: the build makes one of each
 * (starter/bundle-workers.js); where the app itself runs from its source, the worker does too.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

/** `root` is the folder of package.json; the worker's source is server/<name>/worker.ts. */
export function startWorker(
  root: string,
  name: 'clustering' | 'walls' | 'exports' | 'data-files',
  data: object,
  memoryMb: number
): Worker {
  const fromSource = new URL(import.meta.url).pathname.endsWith('.ts');
  const file = fromSource ? 'server/thread/from-source.js' : `build/${name}-worker.js`;
  const worker = new Worker(join(root, file), {
    workerData: { ...data, module: `../${name}/worker.ts` },
    // Not what the main thread was started with: a loader that is named there does not work in a thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: memoryMb }
  });
  // Whoever stops the server need not wait for it.
  worker.unref();
  return worker;
}
