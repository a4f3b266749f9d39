/**
 * One request to `/v1/embeddings`. The server may be anybody's, so nothing of its answer is believed before it is seen
 * to be right: how large it is, how many vectors, whose, how long, of what numbers.
 */
import type { EmbeddingSettings } from '../config.ts';

/** A failure, by a code that may be logged. A failure of the line itself keeps Node's own code. */
export class EmbeddingError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

/** 32 vectors of 4,096 numbers with all their decimals are some 3 MB. */
const MAX_BYTES = 8_000_000;
const MAX_DIMENSIONS = 4_096;

/** The vectors of the texts, in their order, all of one length. Throws when there are none, or when `stop` says so. */
export async function requestEmbeddings(
  { url, model, key }: EmbeddingSettings,
  texts: readonly string[],
  stop: AbortSignal
): Promise<Float32Array[]> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
    body: JSON.stringify({ model, input: texts }),
    // The cards go where the privacy page says, and nowhere else.
    redirect: 'manual',
    signal: stop
  });
  if (!response.ok) {
    await response.body?.cancel();
    throw new EmbeddingError(`status-${response.status}`);
  }
  return vectorsOf(parsed(await bounded(response)), texts.length);
}

async function bounded(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop cancels what is still to come.
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > MAX_BYTES) throw new EmbeddingError('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new EmbeddingError('shape');
  }
}

function vectorsOf(answer: unknown, count: number): Float32Array[] {
  const { data } = (answer ?? {}) as { data?: unknown };
  if (!Array.isArray(data) || data.length !== count) throw new EmbeddingError('shape');
  const vectors = Array<Float32Array | undefined>(count);
  for (const item of data as unknown[]) {
    const { index, embedding } = (item ?? {}) as { index?: unknown; embedding?: unknown };
    vectors[place(index, vectors)] = vectorOf(embedding);
  }
  // As many as there are texts, and no place taken twice: none is missing.
  const all = vectors as Float32Array[];
  if (all.some(({ length }) => length !== all[0]!.length)) throw new EmbeddingError('shape');
  return all;
}

/** Answers may come in any order; `index` says whose each is. */
function place(index: unknown, vectors: readonly unknown[]): number {
  const free =
    typeof index === 'number' &&
    Number.isInteger(index) &&
    index >= 0 &&
    index < vectors.length &&
    vectors[index] === undefined;
  if (!free) throw new EmbeddingError('shape');
  return index;
}

function vectorOf(embedding: unknown): Float32Array {
  const right =
    Array.isArray(embedding) &&
    embedding.length > 0 &&
    embedding.length <= MAX_DIMENSIONS &&
    // Also finite as what it is stored as.
    embedding.every((number) => typeof number === 'number' && Number.isFinite(Math.fround(number)));
  if (!right) throw new EmbeddingError('shape');
  return Float32Array.from(embedding as number[]);
}
