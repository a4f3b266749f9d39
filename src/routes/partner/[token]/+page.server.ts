import type { PageServerLoad } from './$types';

/** One homework for whoever has the link: no account, no cookie, and nothing else of the meeting. */
export const load: PageServerLoad = async ({ params, locals, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' });
  const task = await locals.app.partnerLinks.task(params.token);
  return typeof task === 'string' ? { shut: task } : { task };
};
