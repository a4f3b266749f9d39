import { ORGANISATION_KINDS } from '../organisation-kinds.ts';
import { SCALE_MAX } from '../voting/ballot.ts';
import type { Kind } from './kind.ts';

/** How somebody else sees us: which actor, in a sentence, and how large a role it gives us, from none to a great one. */
export const perspective: Kind = {
  name: 'perspective',
  takes: 'notes',
  fields: {
    actorKind: { type: 'choice', options: ORGANISATION_KINDS },
    actor: { type: 'line', min: 0, max: 80 },
    text: { type: 'lines', min: 1, max: 300 },
    role: { type: 'number', least: 0, most: SCALE_MAX }
  },
  main: 'text',
  namesOthers: true,
  outcome: 'perspectives'
};
