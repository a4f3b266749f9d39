import { PRINTED, quote } from './quote.ts';
import type { Kind } from './kind.ts';

/** Months later: what came of it, in whoever's own words. Printed as an interview, under as much of the name as its author allows. */
export const followUp: Kind = {
  name: 'follow-up',
  takes: 'notes',
  fields: {
    text: { type: 'lines', min: 1, max: 1_000 },
    printed: { type: 'choice', options: PRINTED }
  },
  main: 'text',
  outcome: 'quotes',
  speaks: () => 'author',
  print: (fields) => quote.print!(fields)
};
