import type { PageServerLoad } from './$types';

/** The host that cards are sent to, where one is set; neither its address nor its key. */
export const load: PageServerLoad = ({ locals }) => ({ embeddings: locals.app.embeddings?.host });
