/** Addresses inside the report, so that one can link to a prompt, a word or an answer. */
export { noteAnchor, PARKED_ANCHOR, promptAnchor, wordAnchor } from '$lib/domain/search/place';

/** The step's own page, with all of it, from the report. `query`: what of it, as `filterQuery` writes it. */
export function stepPage(prompt: string, query = ''): string {
  return `review/${prompt}${query}`;
}
