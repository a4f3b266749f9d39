import type { Kind } from './kind.ts';

/** A sticky note: a free idea. */
export const stickyNote: Kind = {
  name: 'sticky-note',
  takes: 'notes',
  fields: { text: { type: 'lines', min: 1, max: 280 } },
  main: 'text',
  outcome: 'notes',
  clusters: 'sentences'
};
