import type { LayoutServerLoad } from './$types';

/** The signed-in leader's name, for the bar. */
export const load: LayoutServerLoad = ({ locals }) => ({
  user: locals.user && { name: locals.user.name, email: locals.user.email }
});
