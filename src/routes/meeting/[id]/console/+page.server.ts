import { error } from '@sveltejs/kit';
import { signInFor } from '../../../leader';
import { firstView } from '../first-view';
import { wallFacts } from '../wall-facts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { app, meeting, initial, walls } = await firstView(event, 'leader', signInFor(event.url));
  const [wall, shown, found, facts] = await Promise.all([
    app.firstView(meeting, { view: 'wall' }),
    app.wallsOf(meeting, 'wall'),
    app.projects.find({ id: meeting.id }),
    wallFacts(app, meeting.id, event.url)
  ]);
  if (!found || !wall) error(404);
  return {
    initial,
    walls,
    /** What the projector gets. */
    wall: { initial: wall, walls: shown },
    facts,
    meeting: meeting.id,
    startsAt: meeting.startsAt,
    project: { id: found.project.id, name: found.project.name },
    // With its key, so that the link also works on the computer at the projector.
    wallUrl: `/meeting/${meeting.id}/wall?key=${meeting.wallKey}`
  };
};
