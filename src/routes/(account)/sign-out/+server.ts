import { redirect } from '@sveltejs/kit';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, cookies, url }) => {
  await locals.app.accounts.leave(cookies, url);
  redirect(303, '/');
};
