import { ORGANISATION_KINDS } from '../organisation-kinds.ts';
import type { Kind } from './kind.ts';

/** How far the scale goes: 0 is no role at all, 10 a great responsibility. */
export const LARGEST_ROLE = 10;

/** How somebody else sees us: which actor, in a sentence, and how large a role it gives us. */
export const perspective: Kind = {
  name: 'perspective',
  takes: 'notes',
  fields: {
    actorKind: { type: 'choice', options: ORGANISATION_KINDS },
    actor: { type: 'line', min: 0, max: 80 },
    text: { type: 'lines', min: 1, max: 300 },
    role: { type: 'number', least: 0, most: LARGEST_ROLE }
  },
  main: 'text',
  outcome: 'perspectives'
};
