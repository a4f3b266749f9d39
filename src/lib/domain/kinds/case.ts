import type { Kind } from './kind.ts';

/** A case: how we work where I come from. */
export const caseStory: Kind = {
  name: 'case',
  takes: 'notes',
  fields: {
    text: { type: 'line', min: 1, max: 100 },
    explanation: { type: 'lines', min: 1, max: 2_000 }
  },
  main: 'text',
  outcome: 'cases'
};
