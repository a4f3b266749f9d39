/**
 * The worker: loads the words once, keeps a placer for each prompt, and answers one task after the other, the long ones in slices
 * between which the host may send others. Its own thread, because language takes milliseconds that the room does not have.
 * Started by start-worker.ts alone.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Desk } from './desk.ts';
import { readWords } from './words.ts';
import type { FromWorker, ToWorker } from './task.ts';

const { words } = workerData as { words: string };
const port = parentPort!;
const desk = new Desk(readWords(words));

/** Milliseconds: a card that has come waits no longer than this, and for the thread to be told. */
const SLICE_MS = 8;

/** Tasks that have begun. */
const begun = new Map<number, { key: string; work: ReturnType<Desk['answer']> }>();

port.on('message', (message: ToWorker) => {
  if ('forget' in message) return desk.forget(message.forget);
  if ('goOn' in message) return goOn(message.goOn);
  const { id, task } = message;
  begun.set(id, { key: task.key, work: desk.answer(task) });
  goOn(id);
});
say({ ready: true });

function goOn(id: number): void {
  const { key, work } = begun.get(id)!;
  const until = performance.now() + SLICE_MS;
  try {
    do {
      const step = work.next();
      if (!step.done) continue;
      begun.delete(id);
      return say({ id, answer: step.value });
    } while (performance.now() < until);
    say({ id, more: true });
  } catch (error) {
    begun.delete(id);
    // Half done is not done: the main thread tells all of it anew.
    desk.forget(key);
    say({ id, fault: (error as Error).name });
  }
}

function say(message: FromWorker): void {
  port.postMessage(message);
}
