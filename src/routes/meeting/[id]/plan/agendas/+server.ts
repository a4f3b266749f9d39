/** GET: whatever else the leader may take steps from: the own templates, and the meetings of all own projects. */
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, setHeaders }) => {
  if (!locals.user) error(401);
  const { projects, templates } = locals.app;
  const here = await projects.meeting(locals.user.id, params.id);
  if (!here) error(404);
  const [own, all] = await Promise.all([templates.list(locals.user.id), projects.list(locals.user.id)]);
  setHeaders({ 'cache-control': 'no-store' });
  return json({
    own,
    projects: all
      // This one's meetings first: they are what is copied most.
      .sort((a, b) => Number(b.project.id === here.project.id) - Number(a.project.id === here.project.id))
      .map(({ project, meetings }) => ({
        id: project.id,
        name: project.name,
        meetings: meetings
          .filter(({ id }) => id !== params.id)
          .map(({ id, number, title }) => ({ id, number, title }))
      }))
      .filter(({ meetings }) => meetings.length > 0)
  });
};
