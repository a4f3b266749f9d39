/** Lets the demo's leader in, by a link that only `npm run demo` knows, and shows the live meeting. */
import { error, redirect } from '@sveltejs/kit';
import { ownPath } from '../../own-path';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params, locals, cookies, url }) => {
  const { accounts, config, demo } = locals.app;
  if (!demo || params.key !== config.demoKey) error(404);
  accounts.setCookie(cookies, url, await accounts.startSession(demo.user));
  redirect(303, ownPath(url.searchParams.get('next'), url, `/meeting/${demo.meeting.id}/console`));
};
