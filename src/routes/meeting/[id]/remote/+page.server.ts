import { error } from '@sveltejs/kit';
import { signInFor } from '../../../leader';
import { firstView } from '../first-view';
import type { PageServerLoad } from './$types';

/** The leader's phone asks to sign in first, and comes back here. */
export const load: PageServerLoad = async (event) => {
  const { app, audience, meeting, initial } = await firstView(event, 'leader', signInFor(event.url));
  const found = await app.projects.find({ id: meeting.id });
  if (!found || audience.view !== 'leader') error(403);
  return {
    initial,
    meeting: meeting.id,
    title: meeting.title,
    me: audience.id,
    /** The meeting that is rehearsed here. */
    rehearsalOf: found.project.rehearsalOf
  };
};
