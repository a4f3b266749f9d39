/**
 * Files that take a while: made in the background, with how far they are, ended when nobody wants them any longer, and kept for some
 * minutes. Whoever asks for one is admitted anew: it goes with the right to see what it was made of.
 */
import { randomUUID } from 'node:crypto';
import type { Credentials } from '../audience.ts';
import { errorCode } from '../log.ts';
import type { Log } from '../log.ts';

/** What is wanted, and for whom. */
export interface Order {
  /** The account. */
  by: string;
  /** Of which project something is in it. */
  project: string;
  /** The file's, with its ending. */
  name: string;
  /** The media type. */
  type: string;
  /** May whoever shows this still have it? */
  may(shown: Credentials): Promise<boolean>;
  make(making: Making): Promise<Uint8Array | string>;
}

export interface Making {
  /** Fires when it is wanted no longer. */
  signal: AbortSignal;
  /** How much is made, from 0 to 1. */
  done(part: number): void;
}

export type JobState =
  { state: 'making'; part: number } | { state: 'ready'; name: string } | { state: 'failed' };

export interface MadeFile {
  name: string;
  type: string;
  body: Uint8Array | string;
}

interface Job {
  id: string;
  order: Order;
  part: number;
  abort: AbortController;
  begun: boolean;
  failed: boolean;
  /** How much had been erased in its project when its making began. */
  erased?: number;
  body?: Uint8Array | string;
  ends?: NodeJS.Timeout;
}

/** At once on the whole server, and waiting or at work for one account. */
const AT_ONCE = 2;
const EACH = 3;
/** Files that nobody has fetched are large: so many lie here at most. */
const KEPT = 20;
const KEEP_MS = 10 * 60_000;

export class Exports {
  readonly #log: Log;
  readonly #erasedIn: (project: string) => Promise<number>;
  readonly #keepMs: number;
  readonly #jobs = new Map<string, Job>();

  /** `erasedIn`: how much has been erased in a project; a file of before is handed out no more. */
  constructor(
    log: Log,
    erasedIn: (project: string) => Promise<number>,
    { keepMs = KEEP_MS }: { keepMs?: number } = {}
  ) {
    this.#log = log;
    this.#erasedIn = erasedIn;
    this.#keepMs = keepMs;
  }

  /** Its id; undefined where this account has too many under way. */
  start(order: Order): string | undefined {
    const own = [...this.#jobs.values()].filter((job) => job.order.by === order.by && !isOver(job));
    if (own.length >= EACH) return undefined;
    const job: Job = {
      id: randomUUID(),
      order,
      part: 0,
      abort: new AbortController(),
      begun: false,
      failed: false
    };
    this.#jobs.set(job.id, job);
    this.#work();
    return job.id;
  }

  /** Undefined where there is no such file for them. */
  async state(id: string, by: string, shown: Credentials): Promise<JobState | undefined> {
    const job = await this.#admitted(id, by, shown);
    if (!job) return undefined;
    if (job.failed) return { state: 'failed' };
    if (job.body === undefined) return { state: 'making', part: job.part };
    return { state: 'ready', name: job.order.name };
  }

  /** Undefined where there is no such file for them, or not yet. */
  async file(id: string, by: string, shown: Credentials): Promise<MadeFile | undefined> {
    const job = await this.#admitted(id, by, shown);
    if (job?.body === undefined) return undefined;
    const { name, type } = job.order;
    return { name, type, body: job.body };
  }

  /** Ends its making, or throws away what was made. */
  cancel(id: string, by: string): boolean {
    const job = this.#jobs.get(id);
    if (job?.order.by !== by) return false;
    this.#drop(job);
    return true;
  }

  close(): void {
    for (const job of [...this.#jobs.values()]) this.#drop(job);
  }

  async #admitted(id: string, by: string, shown: Credentials): Promise<Job | undefined> {
    const job = this.#jobs.get(id);
    if (job?.order.by !== by) return undefined;
    if ((await job.order.may(shown)) && (await this.#stands(job))) return job;
    this.#drop(job);
    return undefined;
  }

  /** Nothing that is in it has been erased since. */
  async #stands({ body, erased, order }: Job): Promise<boolean> {
    return body === undefined || erased === (await this.#erasedIn(order.project));
  }

  #work(): void {
    const open = [...this.#jobs.values()].filter((job) => !isOver(job));
    const free = AT_ONCE - open.filter(({ begun }) => begun).length;
    for (const job of open.filter(({ begun }) => !begun).slice(0, Math.max(0, free))) void this.#make(job);
  }

  async #make(job: Job): Promise<void> {
    job.begun = true;
    try {
      job.erased = await this.#erasedIn(job.order.project);
      job.body = await job.order.make({
        signal: job.abort.signal,
        done: (part) => (job.part = Math.floor(part * 100) / 100)
      });
    } catch (error) {
      job.failed = true;
      if (!job.abort.signal.aborted) this.#log.warn({ code: errorCode(error) }, 'a file was not made');
    }
    // Nobody waits for what was thrown away meanwhile.
    if (this.#jobs.has(job.id)) this.#keep(job);
    this.#work();
  }

  #keep(job: Job): void {
    job.ends = setTimeout(() => this.#drop(job), this.#keepMs);
    job.ends.unref();
    const kept = [...this.#jobs.values()].filter(isOver);
    for (const oldest of kept.slice(0, Math.max(0, kept.length - KEPT))) this.#drop(oldest);
  }

  #drop(job: Job): void {
    clearTimeout(job.ends);
    this.#jobs.delete(job.id);
    job.abort.abort();
    this.#work();
  }
}

function isOver({ body, failed }: Job): boolean {
  return body !== undefined || failed;
}
