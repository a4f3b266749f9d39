/** What has been worked out for a word, kept for the next time; all is forgotten when it has become much. */

/** Words of a language that people use in some months of meetings; some 20 MB. */
const MOST = 60_000;

export function remember<V>(known: Map<string, V>, key: string, value: V): V {
  if (known.size >= MOST) known.clear();
  known.set(key, value);
  return value;
}
