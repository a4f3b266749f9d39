import { leaderOf } from '../leader';
import type { LayoutServerLoad } from './$types';

/** Leaders only. */
export const load: LayoutServerLoad = (event) => {
  leaderOf(event);
};
