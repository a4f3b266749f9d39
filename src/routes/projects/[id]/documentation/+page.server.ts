import { documented } from './documented';
import type { PageServerLoad } from './$types';

/** The documentation, for those who write it together. What stands in it comes over the socket. */
export const load: PageServerLoad = async (event) => {
  const { user, view } = await documented(event);
  const { id, name, question } = view.project;
  return { project: { id, name, question }, me: user.id };
};
