import { reviewed } from './reviewed';
import type { PageServerLoad } from './$types';

/** The meeting as a report, for those who lead or document it. */
export const load: PageServerLoad = (event) => reviewed(event);
