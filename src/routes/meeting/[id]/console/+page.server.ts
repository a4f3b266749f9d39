import { error } from '@sveltejs/kit';
import { signInFor } from '../../../leader';
import { firstView } from '../first-view';
import { wallFacts } from '../wall-facts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async (event) => {
  const { app, audience, meeting, initial, walls } = await firstView(event, 'leader', signInFor(event.url));
  const [wall, shown, found, facts, erases] = await Promise.all([
    app.firstView(meeting, { view: 'wall' }),
    app.wallsOf(meeting, 'wall'),
    app.projects.find({ id: meeting.id }),
    wallFacts(app, meeting.id, event.url),
    audience.view === 'leader' ? app.projects.mayErase(audience.id, meeting.id) : false
  ]);
  if (!found || !wall || audience.view !== 'leader') error(404);
  const { rehearsalOf } = found.project;
  const real = rehearsalOf ? await app.projects.find({ id: rehearsalOf }) : undefined;
  return {
    initial,
    walls,
    /** What the projector gets. */
    wall: { initial: wall, walls: shown },
    facts,
    meeting: meeting.id,
    me: audience.id,
    erases,
    /** The meeting that is rehearsed here. */
    rehearsalOf,
    remoteUrl: `${app.joinOrigin(event.url)}/meeting/${meeting.id}/remote`,
    startsAt: meeting.startsAt,
    project: { id: real?.project.id ?? found.project.id, name: found.project.name },
    // With its key, so that the link also works on the computer at the projector.
    wallUrl: `/meeting/${meeting.id}/wall?key=${meeting.wallKey}`
  };
};
