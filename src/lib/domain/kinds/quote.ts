import type { Pledge } from '../meeting/pledge.ts';
import type { Kind } from './kind.ts';

/** Who said a quote: I myself, my organisation, nobody who is named, somebody else with name and title. */
export const SPEAKERS = ['me', 'organisation', 'anonymous', 'other'] as const;

/** What may stand under it in print: the name, the organisation alone, neither. */
export const PRINTED = ['name', 'organisation', 'none'] as const;

const PRINT: Record<string, Pledge> = { name: 'named', organisation: 'organisation', none: 'anonymous' };
const PLEDGED: Record<string, Pledge> = { organisation: 'organisation', anonymous: 'anonymous' };

/** A quote: something said, with or without who said it. */
export const quote: Kind = {
  name: 'quote',
  takes: 'notes',
  fields: {
    text: { type: 'lines', min: 1, max: 500 },
    speaker: { type: 'choice', options: SPEAKERS },
    speakerName: { type: 'line', min: 1, max: 80, when: { field: 'speaker', is: ['other'] } },
    speakerTitle: { type: 'line', min: 0, max: 80, when: { field: 'speaker', is: ['other'] } },
    printed: {
      type: 'choice',
      options: PRINTED,
      when: { field: 'speaker', is: ['me', 'other'] },
      fallback: 'name'
    }
  },
  main: 'text',
  outcome: 'quotes',
  pledge: (fields) => PLEDGED[fields.speaker ?? ''] ?? 'named',
  speaks: ({ speaker }) =>
    speaker === 'me' ? 'author' : speaker === 'organisation' ? 'organisation' : 'other',
  print({ speakerName, speakerTitle, ...fields }) {
    const pledge = PRINT[fields.printed ?? 'name'] ?? 'named';
    // Of somebody else the name is all that is known.
    const named = pledge === 'named' && speakerName !== undefined;
    return {
      fields: named ? { ...fields, speakerName, ...(speakerTitle ? { speakerTitle } : {}) } : fields,
      pledge
    };
  }
};
