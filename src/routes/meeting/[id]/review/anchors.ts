/** Addresses inside the report, so that one can link to a prompt or a word. */

export function promptAnchor(prompt: string): string {
  return `prompt-${prompt}`;
}

/** `index` is the word's place by count. */
export function wordAnchor(prompt: string, index: number): string {
  return `word-${prompt}-${index + 1}`;
}

/** The step's own page, with all of it, from the report. `query`: what of it, as `filterQuery` writes it. */
export function stepPage(prompt: string, query = ''): string {
  return `review/${prompt}${query}`;
}
