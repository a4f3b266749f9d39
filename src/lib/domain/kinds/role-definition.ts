import type { Kind } from './kind.ts';

/** A role and what it means: made of a word of the wall, or written anew. */
export const roleDefinition: Kind = {
  name: 'role-definition',
  takes: 'notes',
  fields: {
    text: { type: 'line', min: 1, max: 60 },
    meaning: { type: 'lines', min: 1, max: 300 },
    examples: { type: 'lines', min: 0, max: 500 },
    activities: { type: 'lines', min: 0, max: 500 }
  },
  main: 'text',
  outcome: 'definitions'
};
