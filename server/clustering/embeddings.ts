/**
 * What a text means, as numbers, from a server that the organisation has chosen (EMBEDDINGS_URL). It only ever adds to
 * what language tells: whoever asks gets an answer within two seconds or none, and goes on without. The texts are all
 * that is sent; neither they nor the key are logged.
 */
import { foldKey } from '../../src/lib/domain/text.ts';
import type { EmbeddingSettings } from '../config.ts';
import { errorCode } from '../log.ts';
import type { Log } from '../log.ts';
import { Recent } from '../recent.ts';
import { Breaker } from './breaker.ts';
import { EmbeddingError, requestEmbeddings } from './embedding-request.ts';

/** Text Embeddings Inference refuses more in one request; and what a slow server has answered is kept, batch by batch. */
const BATCH = 32;
const REMEMBERED = 5_000;
const PATIENCE_MS = 2_000;
/** With less left it is not asked: the answer would come too late, and count as a failure of the server. */
const LEAST_MS = 250;
const FAILURES = 3;
const PAUSE_MS = 30_000;
const SAID_EVERY_MS = 60_000;

export class Embeddings {
  /** Where the texts go, for the privacy page. */
  readonly host: string;
  readonly #settings: EmbeddingSettings;
  readonly #log: Log;
  readonly #now: () => number;
  readonly #breaker = new Breaker(FAILURES, PAUSE_MS);
  #known = new Recent<string, Float32Array>(REMEMBERED);
  #dimensions: number | undefined;
  #turn: Promise<unknown> = Promise.resolve();
  #saidAt = -Infinity;

  /** `now`: a clock in milliseconds that never goes back. */
  constructor(settings: EmbeddingSettings, log: Log, now: () => number = () => performance.now()) {
    this.host = new URL(settings.url).hostname;
    this.#settings = settings;
    this.#log = log;
    this.#now = now;
  }

  /**
   * The vector of each text, under the text as it was given; the same word however it is written has one vector, and an
   * empty text none. Undefined where they are not all to be had within two seconds; never rejects. All are of one
   * length, but those of another call may be of another: do not mix them.
   */
  async vectors(
    texts: readonly string[],
    signal?: AbortSignal
  ): Promise<Map<string, Float32Array> | undefined> {
    const keys = new Map(texts.map((text) => [text, foldKey(text)]));
    const wanted = [...new Set(keys.values())].filter((key) => key !== '');
    const found = this.#recall(wanted) ?? (await this.#inTurn(wanted, signal));
    if (!found) return undefined;
    const vectors = new Map<string, Float32Array>();
    for (const [text, key] of keys) if (key !== '') vectors.set(text, found.get(key)!);
    return vectors;
  }

  /** What is remembered, if that is all. */
  #recall(keys: readonly string[]): Found | undefined {
    const found: Found = new Map();
    for (const key of keys) {
      const vector = this.#known.get(key);
      if (!vector) return undefined;
      found.set(key, vector);
    }
    return found;
  }

  /**
   * One caller after the other: a small server is not asked twice about the same while it thinks. The two seconds run
   * from now on; as everybody before ends within theirs, everybody ends in time.
   */
  async #inTurn(keys: readonly string[], signal: AbortSignal | undefined): Promise<Found | undefined> {
    const until = this.#now() + PATIENCE_MS;
    // Not AbortSignal.any with AbortSignal.timeout: Node 20 may collect that one before it fires.
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(new EmbeddingError('timeout')), PATIENCE_MS);
    const leave = () => stop.abort(new EmbeddingError('aborted'));
    signal?.addEventListener('abort', leave);
    if (signal?.aborted) leave();
    const mine = this.#turn.then(() => this.#ask(keys, until, stop.signal));
    this.#turn = mine;
    try {
      return await mine;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', leave);
    }
  }

  async #ask(keys: readonly string[], until: number, stop: AbortSignal): Promise<Found | undefined> {
    const found: Found = new Map();
    const missing = keys.filter((key) => {
      const vector = this.#known.get(key);
      if (vector) found.set(key, vector);
      return !vector;
    });
    try {
      for (let from = 0; from < missing.length; from += BATCH) {
        const now = this.#now();
        if (stop.aborted || until - now < LEAST_MS || !this.#breaker.closed(now)) return undefined;
        const batch = missing.slice(from, from + BATCH);
        const vectors = await requestEmbeddings(this.#settings, batch, stop);
        this.#expect(vectors[0]!.length);
        for (const [at, key] of batch.entries()) {
          this.#known.set(key, vectors[at]!);
          found.set(key, vectors[at]!);
        }
        this.#breaker.worked();
      }
      return found;
    } catch (error) {
      const code = errorCode(error);
      if (code !== 'aborted') this.#failed(code);
      return undefined;
    }
  }

  /** Another model answers there now: what is known cannot be compared with what it says. */
  #expect(dimensions: number): void {
    const before = (this.#dimensions ??= dimensions);
    if (before === dimensions) return;
    this.#dimensions = dimensions;
    this.#known = new Recent(REMEMBERED);
    throw new EmbeddingError('dimensions');
  }

  #failed(code: string): void {
    const now = this.#now();
    this.#breaker.failed(now);
    if (now - this.#saidAt < SAID_EVERY_MS) return;
    this.#saidAt = now;
    this.#log.warn({ code }, 'no embeddings: cards are compared by language alone');
  }
}

type Found = Map<string, Float32Array>;
