/** Steps as anybody might write them, for tests about agendas. */
import fc from 'fast-check';
import type { AgendaStep } from '../../../src/lib/domain/agenda/step.ts';

const NOTES = ['role-card', 'quote', 'sticky-note', 'talk'] as const;
const VOTES = ['choice', 'dots', 'ranking', 'points', 'scale'] as const;
const word = fc.constantFrom('Vem är du?', 'Samhällsplaneringssamordnare', 'Å', '<b>fet</b>', '👩‍🌾 skördar');

const shared = fc.record(
  {
    instruction: fc.constantFrom('', 'En rad.\nEn till.'),
    minutes: fc.integer({ min: 0, max: 600 }),
    hidden: fc.boolean(),
    pledge: fc.constantFrom('named', 'organisation', 'anonymous'),
    perPerson: fc.integer({ min: 0, max: 100 }),
    speaker: fc.constantFrom('', 'Gun, näringslivsstrateg'),
    grace: fc.integer({ min: 0, max: 600 }),
    closes: fc.boolean(),
    moderation: fc.constantFrom('off', 'after', 'before'),
    suggests: fc.boolean(),
    perGroup: fc.boolean()
  },
  { requiredKeys: [] }
);

const rules = fc.record(
  {
    about: fc.constantFrom(
      null,
      { step: 0, of: 'notes' as const },
      { step: 1, of: 'clusters' as const },
      { step: 7, of: 'notes' as const }
    ),
    choices: fc.uniqueArray(word, { maxLength: 4 }),
    votes: fc.integer({ min: 1, max: 100 }),
    stack: fc.boolean(),
    low: fc.constantFrom('', 'Inte alls'),
    high: word
  },
  { requiredKeys: [] }
);

const step = fc.oneof(
  fc
    .tuple(fc.constantFrom(...NOTES, 'break'), word, shared)
    .map(([kind, title, more]) => ({ ...more, kind, title })),
  fc
    .tuple(fc.constantFrom(...VOTES), word, shared, rules)
    .map(([kind, title, more, vote]) => ({ ...more, kind, title, vote }))
);

export const anySteps: fc.Arbitrary<AgendaStep[]> = fc.array(step as fc.Arbitrary<AgendaStep>, {
  minLength: 1,
  maxLength: 9
});

/** Ids in order: id-00001, id-00002 ... */
export function counter(): () => string {
  let made = 0;
  return () => `id-${String(++made).padStart(5, '0')}`;
}
