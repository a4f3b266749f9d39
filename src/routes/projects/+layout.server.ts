import { redirect } from '@sveltejs/kit';
import type { LayoutServerLoad } from './$types';

/** Leaders only. */
export const load: LayoutServerLoad = ({ locals, url }) => {
  if (!locals.user) redirect(303, `/sign-in?next=${encodeURIComponent(url.pathname)}`);
};
