/** What the simulated participants of `npm run demo` need to join as the people they were in earlier meetings. */
import { error, json } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params, locals, url }) => {
  const { config, demo, participants } = locals.app;
  if (!demo || params.key !== config.demoKey) error(404);
  const people = Number(url.searchParams.get('people') ?? 45);
  return json({
    project: demo.project,
    halfway: demo.halfway,
    meeting: demo.meeting.id,
    code: demo.meeting.code,
    wallKey: demo.meeting.wallKey,
    cookie: participants.cookieName(demo.project),
    tokens: Array.from({ length: Math.min(people, 200) }, (_, index) => demo.token(index))
  });
};
