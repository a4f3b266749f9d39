/**
 * Starts the worker. A thread has modules of its own, so it needs a file of its own: the build makes one
 * (starter/bundle-worker.js); where the app itself runs from its source, the worker does too.
 */
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';

const MEMORY_MB = 700;

/** `root` is the folder of package.json, which holds `words/`. */
export function startWorker(root: string): Worker {
  const fromSource = new URL(import.meta.url).pathname.endsWith('.ts');
  const file = fromSource ? 'server/clustering/worker-from-source.js' : 'build/clustering-worker.js';
  const worker = new Worker(join(root, file), {
    workerData: { words: join(root, 'words') },
    // Not what the main thread was started with: a loader that is named there does not work in a thread.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB }
  });
  // Whoever stops the server need not wait for it.
  worker.unref();
  return worker;
}
