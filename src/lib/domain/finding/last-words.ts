/** What is kept of the answers: of everybody the last word about every two clusters, and about each by itself. */
import type { Answer } from './answers.ts';

/** In the order in which they were said. One more answer laid to what has been kept gives the same as to all of them. */
export function lastWords(answers: readonly Answer[]): Answer[] {
  const words = new Map<string, Answer>();
  for (const answer of answers) {
    const key = keyOf(answer);
    // Taken out first, so that it stands where it was said last.
    words.delete(key);
    words.set(key, answer);
  }
  return [...words.values()];
}

/** The answers and one more, of which the same person may have said something else before. */
export function withWord(kept: readonly Answer[], answer: Answer): Answer[] {
  const key = keyOf(answer);
  return [...kept.filter((one) => one.by !== answer.by || keyOf(one) !== key), answer];
}

/** "Its own" and "I do not know" about one cluster are two things; no id holds a space. */
function keyOf({ by, cluster, other, says }: Answer): string {
  if (other === undefined) return `${by} ${cluster} ${says}`;
  return cluster < other ? `${by} ${cluster} / ${other}` : `${by} ${other} / ${cluster}`;
}
