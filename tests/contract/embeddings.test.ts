/** The embeddings' end of the line, against a server that speaks the protocol well or badly. */
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { Embeddings } from '../../server/clustering/embeddings.ts';
import type { Log } from '../../server/log.ts';
import { cosine } from '../../src/lib/domain/clustering/nearness.ts';
import { EmbeddingServer } from '../fixtures/embedding-server.ts';
import type { Item, Mode } from '../fixtures/embedding-server.ts';

const KEY = 'nyckeln-som-ingen-ser';
let server: EmbeddingServer;
let embeddings: Embeddings;
/** How far the clock has been put on, in milliseconds. */
let later: number;
const warn = vi.fn();

beforeAll(async () => {
  server = await EmbeddingServer.start();
});
beforeEach(() => {
  server.reset();
  warn.mockClear();
  later = 0;
  embeddings = asking(server.origin);
});
afterAll(() => server.stop());

const asking = (origin: string, key?: string) =>
  new Embeddings(
    { url: `${origin}/v1/embeddings`, model: 'bge-m3', key },
    { warn } as unknown as Log,
    () => performance.now() + later
  );
const many = (count: number, word = 'roll') =>
  Array.from({ length: count }, (_, index) => `${word} ${index}`);
const codes = () => warn.mock.calls.map(([{ code }]) => code as string);

async function timed<T>(work: Promise<T>): Promise<{ value: T; ms: number }> {
  const start = performance.now();
  return { value: await work, ms: performance.now() - start };
}

describe('a server that answers', () => {
  test('every text gets its vector, under the text as it was given', async () => {
    const vectors = (await embeddings.vectors(['Samordnare', 'samordning', 'Dörröppnare']))!;
    expect([...vectors.keys()]).toEqual(['Samordnare', 'samordning', 'Dörröppnare']);
    const [one, near, far] = [...vectors.values()];
    expect(one).toBeInstanceOf(Float32Array);
    expect(cosine(one!, near!)).toBeGreaterThan(cosine(one!, far!));
  });

  test('it is asked for the model, with the key as a bearer token; without a key with none', async () => {
    await asking(server.origin, KEY).vectors(['Nav']);
    await asking(server.origin).vectors(['Nav']);
    expect(server.asked).toEqual([
      { path: '/v1/embeddings', key: `Bearer ${KEY}`, model: 'bge-m3', input: ['nav'] },
      { path: '/v1/embeddings', key: undefined, model: 'bge-m3', input: ['nav'] }
    ]);
  });

  test('it may answer in any order', async () => {
    const texts = ['Nav', 'Lots', 'Mäklare'];
    const inOrder = await embeddings.vectors(texts);
    server.mode = 'shuffled';
    expect(await asking(server.origin).vectors(texts)).toEqual(inOrder);
  });

  test('the same word is asked about once, and never again', async () => {
    const first = (await embeddings.vectors(['Nav', ' NAV ', 'nav', 'Lots']))!;
    expect(first.get('Nav')).toBe(first.get(' NAV '));
    expect(server.texts).toEqual(['nav', 'lots']);
    await embeddings.vectors(['Lots', 'Nav', 'Mäklare']);
    expect(server.texts).toEqual(['nav', 'lots', 'mäklare']);
  });

  test('nothing to ask about, or only what cannot be seen, asks nobody', async () => {
    expect(await embeddings.vectors([])).toEqual(new Map());
    expect(await embeddings.vectors([' ', '\u200B'])).toEqual(new Map());
    expect(server.asked).toEqual([]);
  });

  test('many texts go in several requests, of no more than small servers take', async () => {
    const vectors = (await embeddings.vectors(many(200)))!;
    expect(vectors.size).toBe(200);
    expect(Math.max(...server.asked.map(({ input }) => input.length))).toBeLessThanOrEqual(32);
    expect(new Set(server.texts).size).toBe(200);
  });

  test('callers at the same time do not ask twice about the same', async () => {
    server.delay = 50;
    const all = await Promise.all([many(20), many(25), many(20)].map((texts) => embeddings.vectors(texts)));
    expect(all.map((vectors) => vectors?.size)).toEqual([20, 25, 20]);
    expect(server.texts).toHaveLength(25);
  });

  test('5,000 texts are remembered: the oldest goes first', async () => {
    server.dimensions = 4;
    await embeddings.vectors(['Nav']);
    await embeddings.vectors(many(4_999));
    await embeddings.vectors(['Nav']);
    expect(server.texts.filter((text) => text === 'nav')).toHaveLength(1);
    await embeddings.vectors(['Lots']);
    await embeddings.vectors(['Nav']);
    expect(server.texts.filter((text) => text === 'nav')).toHaveLength(2);
  });

  test('more texts than are remembered all get their vectors', async () => {
    server.dimensions = 4;
    expect((await embeddings.vectors(many(5_100)))?.size).toBe(5_100);
  });
});

const withFirst = (embedding: unknown) => (data: Item[]) => ({
  data: data.map((item) => (item.index === 0 ? { ...item, embedding } : item))
});
const wrong: [string, Mode, string][] = [
  ['refuses', 401, 'status-401'],
  ['does not know the model', 404, 'status-404'],
  ['breaks down', 500, 'status-500'],
  ['leads on to somewhere else', 'redirecting', 'status-307'],
  ['closes the connection', 'closing', 'UND_ERR_SOCKET'],
  ['sends a page', 'not-json', 'shape'],
  ['sends without end', 'endless', 'too-large'],
  ['sends nothing', () => null, 'shape'],
  ['sends no data', () => ({ object: 'list' }), 'shape'],
  ['sends data that is none', () => ({ data: 'inga' }), 'shape'],
  ['sends one too few', (data) => ({ data: data.slice(1) }), 'shape'],
  ['sends one too many', (data) => ({ data: [...data, data[0]] }), 'shape'],
  ['sends one twice', (data) => ({ data: data.map((item) => ({ ...item, index: 0 })) }), 'shape'],
  [
    'counts from one',
    (data) => ({ data: data.map((item) => ({ ...item, index: item.index + 1 })) }),
    'shape'
  ],
  [
    'counts in halves',
    (data) => ({ data: data.map((item) => ({ ...item, index: item.index / 2 })) }),
    'shape'
  ],
  ['does not count', (data) => ({ data: data.map(({ embedding }) => ({ embedding })) }), 'shape'],
  ['has an item that is none', () => ({ data: [null, null] }), 'shape'],
  ['sends an empty vector', (data) => ({ data: data.map((item) => ({ ...item, embedding: [] })) }), 'shape'],
  ['sends a vector as text', withFirst('AAAAAA=='), 'shape'],
  ['sends a number as text', (data) => withFirst(data[0]!.embedding.map(String))(data), 'shape'],
  ['sends no number', (data) => withFirst(data[0]!.embedding.map(() => null))(data), 'shape'],
  [
    'sends a number that is too large',
    (data) => withFirst(data[0]!.embedding.map(() => 1e300))(data),
    'shape'
  ],
  ['mixes dimensions', withFirst([1, 2, 3]), 'shape'],
  [
    'has far too many dimensions',
    (data) => ({ data: data.map((item) => ({ ...item, embedding: Array(5_000).fill(1) })) }),
    'shape'
  ]
];

describe('a server that does not: suggestions go on without it', () => {
  test.each(wrong)('it %s', async (_, mode, code) => {
    server.mode = mode;
    const texts = ['Hemligstämplare', 'Nav'];
    expect(await asking(server.origin, KEY).vectors(texts)).toBeUndefined();
    expect(codes()).toEqual([code]);
    const said = JSON.stringify(warn.mock.calls);
    for (const secret of [KEY, 'emligst', server.origin, 'kunde inte']) expect(said).not.toContain(secret);
    expect(server.asked.map(({ path }) => path)).toEqual(['/v1/embeddings']);
  });

  test('nobody is there', async () => {
    const gone = await EmbeddingServer.start();
    const { origin } = gone;
    await gone.stop();
    expect(await asking(origin).vectors(['Nav'])).toBeUndefined();
    expect(codes()).toEqual(['ECONNREFUSED']);
  });

  test.each(['silent', 'trickling'] as const)('a %s one is waited for two seconds', async (mode) => {
    server.mode = mode;
    const { value, ms } = await timed(embeddings.vectors(['Nav']));
    expect(value).toBeUndefined();
    expect(codes()).toEqual(['timeout']);
    expect(ms).toBeGreaterThan(1_900);
    expect(ms).toBeLessThan(2_600);
  });

  test('two seconds in all, however many requests it takes; what came by then is asked about no more', async () => {
    server.delay = 450;
    const { value, ms } = await timed(embeddings.vectors(many(200)));
    expect(value).toBeUndefined();
    expect(ms).toBeLessThan(2_600);
    server.delay = 0;
    expect((await embeddings.vectors(many(200)))?.size).toBe(200);
    // All once, and what was under way when time ran out.
    expect(server.texts.length).toBeLessThanOrEqual(232);
  });

  test('who waits for somebody else’s turn waits no longer than that either', async () => {
    server.mode = 'silent';
    const waiting = ['Nav', 'Lots', 'Mäklare'].map((text) => timed(embeddings.vectors([text])));
    for (const { value, ms } of await Promise.all(waiting)) {
      expect(value).toBeUndefined();
      expect(ms).toBeLessThan(2_600);
    }
    // The others had no time left to ask: that is one failure, not three.
    expect(server.texts).toEqual(['nav']);
    server.mode = 'good';
    expect(await embeddings.vectors(['Nav'])).toBeDefined();
  });

  test('a caller that no longer wants the answer gets none, and that is no failure', async () => {
    server.mode = 'silent';
    const stop = new AbortController();
    const asked = timed(embeddings.vectors(['Nav'], stop.signal));
    setTimeout(() => stop.abort(), 100);
    const { value, ms } = await asked;
    expect(value).toBeUndefined();
    expect(ms).toBeLessThan(1_000);
    expect(await embeddings.vectors(['Nav'], AbortSignal.abort())).toBeUndefined();
    expect(server.asked).toHaveLength(1);
    expect(warn).not.toHaveBeenCalled();
  });

  test('another model behind the same address: what was known is forgotten, and asked about anew', async () => {
    await embeddings.vectors(['Nav']);
    server.dimensions = 32;
    expect(await embeddings.vectors(['Nav', 'Lots'])).toBeUndefined();
    expect(codes()).toEqual(['dimensions']);
    const vectors = (await embeddings.vectors(['Nav', 'Lots']))!;
    expect([...vectors.values()].map(({ length }) => length)).toEqual([32, 32]);
  });
});

describe('after failures', () => {
  const fail = async (times: number) => {
    server.mode = 500;
    for (let time = 0; time < times; time++) expect(await embeddings.vectors(['Nav'])).toBeUndefined();
  };

  test('three in a row, and it is left alone for half a minute; then one try tells', async () => {
    await fail(5);
    expect(server.asked).toHaveLength(3);
    later += 29_000;
    await fail(1);
    expect(server.asked).toHaveLength(3);
    later += 2_000;
    await fail(3);
    expect(server.asked).toHaveLength(4);
    later += 31_000;
    server.mode = 'good';
    expect(await embeddings.vectors(['Nav'])).toBeDefined();
    await embeddings.vectors(['Lots']);
    expect(server.asked).toHaveLength(6);
  });

  test('what is known is answered all the same', async () => {
    await embeddings.vectors(['Lots']);
    await fail(4);
    expect((await embeddings.vectors(['Lots']))?.size).toBe(1);
  });

  test('an answer in between starts the count anew', async () => {
    await fail(2);
    server.mode = 'good';
    await embeddings.vectors(['Lots']);
    await fail(2);
    server.mode = 'good';
    expect(await embeddings.vectors(['Nav'])).toBeDefined();
  });

  test('a server too slow for all at once gets there in several calls', async () => {
    server.mode = 'tired';
    expect(await embeddings.vectors(many(64))).toBeUndefined();
    server.mode = 'tired';
    expect((await embeddings.vectors(many(64)))?.size).toBe(64);
  });

  test('it is said once, and then once a minute at most', async () => {
    await fail(3);
    expect(warn).toHaveBeenCalledTimes(1);
    later += 31_000;
    await fail(1);
    expect(warn).toHaveBeenCalledTimes(1);
    later += 31_000;
    await fail(1);
    expect(warn).toHaveBeenCalledTimes(2);
  });
});
