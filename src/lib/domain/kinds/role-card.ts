import type { Kind } from './kind.ts';

/** A role card: a short noun phrase, one role, and why if one likes. */
export const roleCard: Kind = {
  name: 'role-card',
  takes: 'notes',
  fields: {
    text: { type: 'line', min: 1, max: 60 },
    explanation: { type: 'lines', min: 0, max: 280 }
  },
  main: 'text',
  outcome: 'wall',
  clusters: 'words'
};
