import { error } from '@sveltejs/kit';
import { leaderOf } from '../../../leader';
import type { PageServerLoad } from './$types';

/** What is found in the project's meetings, for those who lead or document it. */
export const load: PageServerLoad = async (event) => {
  const { app } = event.locals;
  const view = await app.projects.read(leaderOf(event).id, event.params.id);
  if (!view || view.project.rehearsalOf) error(404);
  const { searchParams } = event.url;
  const typed = searchParams.get('q') ?? '';
  const page = Number(searchParams.get('page'));
  event.setHeaders({ 'cache-control': 'no-store' });
  return {
    project: { id: view.project.id, name: view.project.name },
    typed,
    found: await app.search.find(view, typed, Number.isSafeInteger(page) && page > 0 ? page : 1)
  };
};
