import { ORGANISATION_KINDS } from '../organisation-kinds.ts';
import type { Kind } from './kind.ts';

/** An actor: what it does in the matter, what it answers for, and where we meet it. What is not known shows as a gap. */
export const actor: Kind = {
  name: 'actor',
  takes: 'notes',
  fields: {
    text: { type: 'line', min: 1, max: 80 },
    actorKind: { type: 'choice', options: ORGANISATION_KINDS },
    role: { type: 'lines', min: 0, max: 200 },
    responsibility: { type: 'lines', min: 0, max: 200 },
    interface: { type: 'lines', min: 0, max: 200 }
  },
  main: 'text',
  namesOthers: true,
  outcome: 'actors'
};
