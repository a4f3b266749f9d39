/** Addresses inside the report, so that one can link to a prompt, a word or an answer. */
export { noteAnchor, PARKED_ANCHOR, promptAnchor, wordAnchor } from '$lib/domain/search/place';
