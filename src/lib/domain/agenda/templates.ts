/** The templates of the product: the four meetings of a learning project, and single steps. */
import { background } from './days/background.ts';
import { lessons } from './days/lessons.ts';
import { others } from './days/others.ts';
import { roles } from './days/roles.ts';
import type { Template } from './template.ts';

export { SINGLE_STEPS } from './single-steps.ts';

export const DAYS: readonly Template[] = [background, roles, others, lessons];
