import { error } from '@sveltejs/kit';
import { offersWall } from '$lib/meeting/phone/offers-wall';
import { firstView } from '../../first-view';
import type { PageServerLoad } from './$types';

/** A wall on a phone: the picture that stood on the projector, once nobody writes any more. */
export const load: PageServerLoad = async (event) => {
  const { app, meeting, initial } = await firstView(event, 'participant', '/');
  const wall = (await app.wallsOf(meeting, 'participant')).find(
    ({ prompt }) => prompt === event.params.prompt
  );
  const prompt = initial.state.prompts[event.params.prompt];
  if (!prompt || !offersWall(prompt)) error(404);
  // Not laid yet: nothing stands, or whoever lays it is away for a while.
  return { meeting: meeting.id, title: prompt.title, picture: wall?.picture ?? undefined };
};
