/**
 * One project's documentation on this node. One thing at a time: what is in `#doc` between two of them is stored, and nothing else.
 * What came with an update that could not be stored is forgotten by reading all anew.
 */
import * as Y from 'yjs';
import type { ContentNode } from '../../src/lib/domain/documentation/content.ts';
import { LARGEST_DOCUMENTATION, LARGEST_UPDATE } from '../../src/lib/protocol/documentation.ts';
import type { Written } from '../../src/lib/protocol/documentation.ts';
import { errorCode } from '../log.ts';
import type { Log } from '../log.ts';
import { contentOf } from './fragment.ts';
import { Heirs } from './heirs.ts';
import { applied, taken } from './taken.ts';
import type { UpdateStore } from './update-store.ts';

/** Told of each update that has been stored, here or elsewhere, in their order. `from`: who wrote it here, and lacks only `more` of it. */
export type SheetListener = (update: Uint8Array, from: unknown, more?: Uint8Array) => void;

/** Rows that may lie behind each other until they become one. */
const MOST_ROWS = 200;
/** So long after the last change they become one in any case, so that what was deleted is gone from the database, too. */
const QUIET_MS = 10 * 60_000;

export class Sheet {
  readonly #project: string;
  readonly #store: UpdateStore;
  readonly #log: Log;
  readonly #first: () => Promise<Uint8Array>;
  readonly #listeners = new Set<SheetListener>();
  #doc = new Y.Doc();
  #heirs = new Heirs(this.#doc);
  /** The number of the last update in it; undefined: to be read anew. */
  #seq: number | undefined;
  /** The number of the last one that was told. */
  #told = 0;
  #rows = 0;
  #bytes = 0;
  #last: Promise<unknown> = Promise.resolve();
  readonly #quietMs: number;
  #quiet: NodeJS.Timeout | undefined;

  /** `first`: what is laid in where there is nothing yet. */
  constructor(
    project: string,
    store: UpdateStore,
    log: Log,
    first: () => Promise<Uint8Array>,
    quietMs = QUIET_MS
  ) {
    this.#quietMs = quietMs;
    this.#project = project;
    this.#store = store;
    this.#log = log;
    this.#first = first;
  }

  get isListenedTo(): boolean {
    return this.#listeners.size > 0;
  }

  listen(listener: SheetListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** All that is stored, as of now. */
  content(): Promise<ContentNode> {
    return this.#next(async () => contentOf(await this.#read()));
  }

  /** What somebody with that state vector lacks, and the vector of all that is stored. Throws over what is no vector. */
  missing(vector: Uint8Array): Promise<{ update: Uint8Array; vector: Uint8Array }> {
    return this.#next(async () => {
      const doc = await this.#read();
      return { update: Y.encodeStateAsUpdate(doc, vector), vector: Y.encodeStateVector(doc) };
    });
  }

  /** Reads on, where another node has written up to that number. */
  catchUp(seq: number): Promise<void> {
    return this.#next(async () => {
      if (this.#seq !== undefined && this.#seq < seq) await this.#read();
    });
  }

  /** Stores it; resolves when it is committed. Rejects where the database does not answer. `instead`: all else goes with it, so that it may be as long as all. */
  write(
    update: Uint8Array,
    by: string | null,
    { from, instead = false }: { from?: unknown; instead?: boolean } = {}
  ): Promise<Written> {
    if (update.byteLength > (instead ? LARGEST_DOCUMENTATION : LARGEST_UPDATE))
      return Promise.resolve({ ok: false, code: 'too-large' });
    return this.#next(async () => {
      for (;;) {
        const doc = await this.#read();
        const isFull = () => !instead && this.#bytes + update.byteLength > LARGEST_DOCUMENTATION;
        if (isFull()) await this.#weigh();
        if (isFull()) return { ok: false, code: 'full' };
        const tried = taken(doc, update, this.#heirs);
        if ('code' in tried) {
          this.#seq = undefined;
          return { ok: false, code: tried.code };
        }
        const { news, more } = tried;
        // It was there already: its answer got lost.
        if (!news) return { ok: true, at: Date.now() };
        // Together: no page may see what is not mended yet, and drop it.
        const whole = more ? Y.mergeUpdates([news, more]) : news;
        if (!(await this.#append(whole, by))) continue;
        this.#tell(whole, more, from);
        if (this.#rows > MOST_ROWS || instead) await this.#compact();
        return { ok: true, at: Date.now() };
      }
    });
  }

  /** False: another node was first with that number. All is to be read anew, so that this comes after it. */
  async #append(update: Uint8Array, by: string | null): Promise<boolean> {
    const seq = (this.#seq ?? 0) + 1;
    this.#seq = undefined;
    if (!(await this.#store.append(this.#project, { seq, update }, by))) return false;
    this.#seq = this.#told = seq;
    this.#rows++;
    this.#bytes += update.byteLength;
    this.#compactSoon();
    return true;
  }

  async #read(): Promise<Y.Doc> {
    if (this.#seq === undefined) {
      this.#doc.destroy();
      this.#doc = new Y.Doc();
      this.#heirs = new Heirs(this.#doc);
      this.#rows = this.#bytes = 0;
      this.#seq = 0;
    }
    try {
      await this.#readOn();
      if (this.#seq === 0) {
        const update = await this.#first();
        // Of several who open it at once, one lays it in, here or on another node.
        await this.#store.append(this.#project, { seq: 1, update }, null);
        await this.#readOn();
      }
    } catch (error) {
      this.#seq = undefined;
      throw error;
    }
    return this.#doc;
  }

  async #readOn(): Promise<void> {
    for (const { seq, update } of await this.#store.readAfter(this.#project, this.#seq ?? 0)) {
      try {
        applied(this.#doc, update, this.#heirs);
        // Read anew, most of it has been told before.
        if (seq > this.#told) this.#tell(update);
      } catch (error) {
        // One row must not keep anybody from all others.
        this.#log.error({ code: errorCode(error), project: this.#project, seq }, 'update not read');
      }
      this.#seq = seq;
      this.#told = Math.max(this.#told, seq);
      this.#rows++;
      this.#bytes += update.byteLength;
      // Whoever wrote it may be gone before the time comes.
      if (this.#rows > 1) this.#compactSoon();
    }
  }

  /** Without what has been deleted since. */
  async #weigh(): Promise<void> {
    if (this.#rows > 1) await this.#compact();
  }

  #compactSoon(): void {
    clearTimeout(this.#quiet);
    const compact = async () => {
      await this.#read();
      await this.#weigh();
    };
    this.#quiet = setTimeout(() => {
      this.#next(compact).catch((error: unknown) =>
        this.#log.warn({ code: errorCode(error), project: this.#project }, 'updates not put together')
      );
    }, this.#quietMs);
    this.#quiet.unref();
  }

  async #compact(): Promise<void> {
    const update = Y.encodeStateAsUpdate(this.#doc);
    try {
      await this.#store.compact(this.#project, { seq: this.#seq ?? 0, update });
      this.#rows = 1;
      this.#bytes = update.byteLength;
    } catch (error) {
      // All is stored as it was; the next one tries again.
      this.#log.warn({ code: errorCode(error), project: this.#project }, 'updates not put together');
    }
  }

  #tell(update: Uint8Array, more?: Uint8Array, from?: unknown): void {
    for (const listener of this.#listeners) listener(update, from, more);
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }
}
