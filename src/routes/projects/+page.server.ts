import { leaderOf } from '../leader';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { app } = event.locals;
  const projects = await app.projects.list(leaderOf(event).id);
  return {
    projects: await Promise.all(
      projects.map(async ({ project, meetings }) => ({
        id: project.id,
        name: project.name,
        question: project.question,
        meetings: await Promise.all(
          meetings.map(async ({ id, number, title, place, day }) => {
            const room = await app.meetings.room(id);
            return { id, number, title, place, day, phase: room?.state.phase ?? 'planned' };
          })
        )
      }))
    )
  };
};
