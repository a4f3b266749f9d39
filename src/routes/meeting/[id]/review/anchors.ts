/** Addresses inside the report, so that one can link to a prompt or a word. */

export function promptAnchor(prompt: string): string {
  return `prompt-${prompt}`;
}

/** `index` is the word's place by count. */
export function wordAnchor(prompt: string, index: number): string {
  return `word-${prompt}-${index + 1}`;
}
