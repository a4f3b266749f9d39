/**
 * A worker as the main thread sees it: tasks one at a time, each with an end, whatever becomes of the thread. A long one is done
 * in slices, and whatever came meanwhile has its turn first. The thread is started when somebody asks, and anew after a rest when
 * it has died.
 */
import type { Worker } from 'node:worker_threads';
import { errorCode } from '../log.ts';
import type { Log } from '../log.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/**
 * 'busy': too many wait. 'resting': it died a moment ago. 'not-started': it never came up. 'died', 'late', 'fault': with this
 * very task. 'lost': with another's. 'cancelled': who asked wants it no longer.
 */
export type FailureCode =
  'busy' | 'resting' | 'not-started' | 'died' | 'late' | 'fault' | 'lost' | 'closed' | 'cancelled';

/** No answer. Nothing is wrong with the meeting: what lies nowhere is shown by its letters, a wall stands as it stood. */
export class ThreadError extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode) {
    super(code);
    this.code = code;
  }
}

/** Makes the task when its turn has come, so that it tells what holds then. `generation` changes with each new worker. */
export type Prepare<Task> = (generation: number) => Task;

export interface Asking {
  /** When it fires, the task is wanted no longer: its work ends with the slice that is being done. */
  signal?: AbortSignal;
  /** Told after each slice how much is done, from 0 to 1, of tasks that can tell. */
  done?(part: number): void;
}

interface Waiting<Task> extends Asking {
  prepare: Prepare<Task>;
  /** Begun already, under that number. */
  id?: number;
  resolve(answer: unknown): void;
  reject(error: ThreadError): void;
}

export interface ThreadOptions {
  start(): Worker;
  /** Milliseconds: for it to come up, for one task, and the first rest after a death. */
  loadMs?: number;
  taskMs?: number;
  restMs?: number;
}

const MAX_QUEUE = 200;
const LONGEST_REST_MS = 30_000;

export class Thread<Task, Answer> {
  readonly #name: string;
  readonly #log: Log;
  readonly #start: () => Worker;
  readonly #loadMs: number;
  readonly #taskMs: number;
  readonly #restMs: number;
  readonly #queue: Waiting<Task>[] = [];
  #worker: Worker | undefined;
  #ready = false;
  #current: { id: number; waiting: Waiting<Task> } | undefined;
  #timer: NodeJS.Timeout | undefined;
  #generation = 0;
  #tasks = 0;
  #deaths = 0;
  #restsUntil = 0;
  #closed = false;

  /** `name` is what the log calls it. */
  constructor(name: string, log: Log, options: ThreadOptions) {
    this.#name = name;
    this.#log = log;
    this.#start = options.start;
    this.#loadMs = options.loadMs ?? 60_000;
    this.#taskMs = options.taskMs ?? 20_000;
    this.#restMs = options.restMs ?? 250;
  }

  /** Rejects with a `ThreadError`. */
  ask(prepare: Prepare<Task>, asking: Asking = {}): Promise<Answer> {
    const refusal = asking.signal?.aborted ? 'cancelled' : this.#whyNot();
    if (refusal) return Promise.reject(new ThreadError(refusal));
    return new Promise((resolve, reject) => {
      const waiting = { ...asking, prepare, resolve: resolve as Waiting<Task>['resolve'], reject };
      asking.signal?.addEventListener('abort', () => this.#cancel(waiting), { once: true });
      this.#queue.push(waiting);
      this.#work();
    });
  }

  /** The worker need not keep what it knows under that key any longer. */
  forget(key: string): void {
    this.#send({ forget: key });
  }

  async close(): Promise<void> {
    this.#closed = true;
    const worker = this.#worker;
    this.#lose('closed');
    await worker?.terminate();
  }

  #whyNot(): FailureCode | undefined {
    if (this.#closed) return 'closed';
    if (this.#queue.length >= MAX_QUEUE) return 'busy';
    return !this.#worker && Date.now() < this.#restsUntil ? 'resting' : undefined;
  }

  #work(): void {
    if (this.#current || this.#queue.length === 0) return;
    if (!this.#worker) this.#begin();
    if (!this.#ready) return;
    const waiting = this.#queue.shift()!;
    const id = waiting.id ?? ++this.#tasks;
    this.#current = { id, waiting };
    this.#within(this.#taskMs);
    try {
      this.#send(waiting.id === undefined ? { id, task: waiting.prepare(this.#generation) } : { goOn: id });
    } catch (error) {
      this.#log.error({ code: errorCode(error) }, `no ${this.#name} task`);
      this.#done(id, () => waiting.reject(new ThreadError('fault')));
    }
  }

  #begin(): void {
    const worker = this.#start();
    this.#worker = worker;
    this.#ready = false;
    this.#generation++;
    this.#within(this.#loadMs);
    // Only the worker that is the worker now is listened to: a terminated one may still speak.
    worker.on('message', (message: FromWorker) => worker === this.#worker && this.#heard(message));
    worker.on('error', (error) => worker === this.#worker && this.#died(error));
    worker.on('exit', () => worker === this.#worker && this.#died());
  }

  #heard(message: FromWorker): void {
    if ('ready' in message) {
      this.#ready = true;
      clearTimeout(this.#timer);
      return this.#work();
    }
    const { id } = message;
    const waiting = this.#current?.waiting;
    if ('fault' in message) {
      this.#log.warn({ code: message.fault }, `${this.#name} failed`);
      return this.#done(id, () => waiting?.reject(new ThreadError('fault')));
    }
    this.#deaths = 0;
    if ('more' in message) {
      if (message.part !== undefined) waiting?.done?.(message.part);
      return this.#done(id, () => waiting && this.#wait(waiting, id));
    }
    this.#done(id, () => waiting?.resolve(message.answer));
  }

  /** For its next turn. */
  #wait(waiting: Waiting<Task>, id: number): void {
    waiting.id = id;
    if (waiting.signal?.aborted) this.#send({ drop: id });
    else this.#queue.push(waiting);
  }

  #cancel(waiting: Waiting<Task>): void {
    waiting.reject(new ThreadError('cancelled'));
    const at = this.#queue.indexOf(waiting);
    // Else a slice of it is being done, and is its last.
    if (at < 0) return;
    this.#queue.splice(at, 1);
    if (waiting.id !== undefined) this.#send({ drop: waiting.id });
  }

  #done(id: number, settle: () => void): void {
    if (this.#current?.id !== id) return;
    clearTimeout(this.#timer);
    this.#current = undefined;
    settle();
    this.#work();
  }

  #within(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#overdue(), milliseconds);
    this.#timer.unref();
  }

  #overdue(): void {
    this.#log.warn({ code: 'late' }, `${this.#name} stopped`);
    const worker = this.#worker;
    this.#rest();
    this.#lose('late');
    void worker?.terminate();
  }

  #died(error?: Error): void {
    this.#log.warn({ code: error ? errorCode(error) : 'exit' }, `${this.#name} stopped`);
    this.#rest();
    this.#lose('died');
  }

  #rest(): void {
    this.#restsUntil = Date.now() + Math.min(LONGEST_REST_MS, this.#restMs * 2 ** this.#deaths++);
  }

  /** Nobody waits for an answer that will not come. Not the task is to blame where the worker never came up. */
  #lose(code: 'late' | 'died' | 'closed'): void {
    clearTimeout(this.#timer);
    const blamed = this.#ready || code === 'closed' ? code : 'not-started';
    this.#worker = undefined;
    this.#ready = false;
    const { waiting } = this.#current ?? {};
    this.#current = undefined;
    const others = this.#queue.splice(0);
    waiting?.reject(new ThreadError(blamed));
    for (const { reject } of others)
      reject(new ThreadError(blamed === 'closed' || blamed === 'not-started' ? blamed : 'lost'));
  }

  #send(message: ToWorker<Task>): void {
    this.#worker?.postMessage(message);
  }
}
