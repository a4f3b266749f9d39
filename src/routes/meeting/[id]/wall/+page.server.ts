import { signInFor } from '../../../leader';
import { firstView } from '../first-view';
import { wallFacts } from '../wall-facts';
import type { PageServerLoad } from './$types';

/** The projector: opened by the leader, or by the key of its own link on another computer. */
export const load: PageServerLoad = async (event) => {
  const { app, meeting, initial, walls } = await firstView(event, 'wall', signInFor(event.url));
  return {
    initial,
    walls,
    meeting: meeting.id,
    key: event.url.searchParams.get('key') ?? undefined,
    facts: await wallFacts(app, meeting.id, event.url)
  };
};
