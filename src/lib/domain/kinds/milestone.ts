import type { Kind } from './kind.ts';

/** A milestone: what happened when, on the way to where we are. */
export const milestone: Kind = {
  name: 'milestone',
  takes: 'notes',
  fields: {
    years: { type: 'years' },
    text: { type: 'line', min: 1, max: 80 },
    explanation: { type: 'lines', min: 0, max: 400 }
  },
  main: 'text',
  outcome: 'timeline'
};
