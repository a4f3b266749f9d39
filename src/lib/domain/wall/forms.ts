/** The forms in which a word was written, the most common one first. */
export interface Form {
  text: string;
  count: number;
}

/** Texts in the order of arrival: of equally common forms the one with a capital, then the one that came first. */
export function formsOf(texts: Iterable<string>): Form[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  // Sorting is stable.
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || Number(hasCapital(b.text)) - Number(hasCapital(a.text)));
}

function hasCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}
