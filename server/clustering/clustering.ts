/** The clustering worker as the main thread sees it. */
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import type { Log } from '../log.ts';
import { startWorker } from '../thread/start.ts';
import { Thread } from '../thread/thread.ts';
import type { Prepare, ThreadOptions } from '../thread/thread.ts';
import type { Answers, Kind, Task } from './task.ts';

const MEMORY_MB = 700;

/** `root` is the folder of package.json, which holds `words/`. */
export function startClustering(root: string): Worker {
  return startWorker(root, 'clustering', { words: join(root, 'words') }, MEMORY_MB);
}

export class Clustering extends Thread<Task, Answers[Kind]> {
  constructor(root: string, log: Log, options: Partial<ThreadOptions> = {}) {
    super('clustering', log, { start: () => startClustering(root), ...options });
  }

  override ask<K extends Kind>(prepare: Prepare<Task<K>>): Promise<Answers[K]> {
    return super.ask(prepare) as Promise<Answers[K]>;
  }
}
