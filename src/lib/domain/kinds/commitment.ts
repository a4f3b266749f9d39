import type { Kind } from './kind.ts';

/** A commitment: who does what by when. Without a name it is its author's, as far as the question's promise lets that be told. */
export const commitment: Kind = {
  name: 'commitment',
  takes: 'notes',
  fields: {
    text: { type: 'lines', min: 1, max: 200 },
    who: { type: 'line', min: 0, max: 80 },
    by: { type: 'day' }
  },
  main: 'text',
  namesOthers: true,
  outcome: 'commitments',
  marks: true
};
