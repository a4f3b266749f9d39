/**
 * A worker's own end: answers one task after the other, the long ones in slices between which the host may send others. In a thread
 * that start.ts started.
 */
import { parentPort } from 'node:worker_threads';
import type { FromWorker, ToWorker } from './messages.ts';

/** Milliseconds: what has come waits no longer than this, and for the thread to be told. */
const SLICE_MS = 8;

export interface Service<Task> {
  /** Answers it piece by piece, and may say after each how much is done; the last one may be a promise. */
  answer(task: Task): Generator<number | void, unknown>;
  /** Half done is not done: whatever it knew of it is told anew. */
  failed?(task: Task): void;
  forget?(key: string): void;
}

export function serve<Task>(service: Service<Task>): void {
  const port = parentPort!;
  const say = (message: FromWorker) => port.postMessage(message);
  /** Tasks that have begun. */
  const begun = new Map<number, { task: Task; work: Generator<number | void, unknown> }>();
  port.on('message', (message: ToWorker<Task>) => {
    if ('forget' in message) return service.forget?.(message.forget);
    if ('goOn' in message) return goOn(message.goOn);
    if ('drop' in message) return void begun.delete(message.drop);
    const { id, task } = message;
    begun.set(id, { task, work: service.answer(task) });
    goOn(id);
  });
  say({ ready: true });

  function goOn(id: number): void {
    const { task, work } = begun.get(id)!;
    const until = performance.now() + SLICE_MS;
    let part: number | undefined;
    try {
      do {
        const step = work.next();
        if (!step.done) {
          part = step.value ?? part;
          continue;
        }
        begun.delete(id);
        if (!(step.value instanceof Promise)) return say({ id, answer: step.value });
        step.value.then((answer: unknown) => say({ id, answer }), failed);
        return;
      } while (performance.now() < until);
      say({ id, more: true, ...(part === undefined ? {} : { part }) });
    } catch (error) {
      begun.delete(id);
      failed(error);
    }

    function failed(error: unknown): void {
      service.failed?.(task);
      say({ id, fault: (error as Error).name });
    }
  }
}
