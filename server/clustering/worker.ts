/**
 * The worker: loads the words once, keeps a placer for each prompt, and answers one task after the other. Its own thread,
 * because language takes milliseconds that the room does not have. Started by start-worker.ts alone.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { Desk } from './desk.ts';
import { readWords } from './words.ts';
import type { FromWorker, ToWorker } from './task.ts';

const { words } = workerData as { words: string };
const port = parentPort!;
const desk = new Desk(readWords(words));

port.on('message', (message: ToWorker) => {
  if ('forget' in message) return desk.forget(message.forget);
  const { id, task } = message;
  try {
    say({ id, answer: desk.answer(task) });
  } catch (error) {
    // Half done is not done: the main thread tells all of it anew.
    desk.forget(task.key);
    say({ id, fault: (error as Error).name });
  }
});
say({ ready: true });

function say(message: FromWorker): void {
  port.postMessage(message);
}
