import { describe, expect, test } from 'vitest';
import { laySteps, liftSteps } from '../../../src/lib/domain/agenda/carry.ts';
import { readSteps } from '../../../src/lib/domain/agenda/file.ts';
import { agendaOf } from '../../../src/lib/domain/agenda/template.ts';
import type { Language } from '../../../src/lib/domain/agenda/template.ts';
import { DAYS, SINGLE_STEPS } from '../../../src/lib/domain/agenda/templates.ts';
import { kindOf } from '../../../src/lib/domain/kinds/registry.ts';
import { LEADER, Log } from '../meeting/log.ts';
import { counter } from './steps.ts';

const ALL = [...DAYS, ...SINGLE_STEPS];
const cases = ALL.flatMap((template) =>
  (['sv', 'en'] as Language[]).map((language) => ({ template, language }))
);

describe.each(cases)('the template $template.id in $language', ({ template, language }) => {
  const { steps } = agendaOf(template, language);

  test('is taken as it is', () => {
    const log = new Log();
    log.do(LEADER, { name: 'AddPrompts', data: { steps: laySteps(steps, counter()) } });
    const laid = log.state.agenda.map((id) => log.state.prompts[id]!);
    // Nothing was cut, cleaned away or forgotten.
    expect(readSteps(liftSteps(laid))).toEqual(readSteps(steps));
    expect(laid.map(({ title }) => title)).toEqual(steps.map(({ title }) => title));
  });

  test('gives half-written words time, and votes on what came before', () => {
    for (const [place, { kind, grace, vote }] of steps.entries()) {
      if (kindOf(kind)?.takes === 'notes') expect(grace).toBe(60);
      if (!vote?.about) continue;
      expect(vote.about.step).toBeLessThan(place);
      expect(kindOf(steps[vote.about.step]!.kind)?.takes).toBe('notes');
      if (vote.about.of === 'clusters') expect(kindOf(steps[vote.about.step]!.kind)?.clusters).toBeDefined();
    }
  });
});

test.each(DAYS)('the day $id ends when it says', ({ startsAt, endsAt, steps }) => {
  const minutes = (time = '') => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const sum = steps.reduce((all, step) => all + (step.minutes ?? 0), 0);
  expect(sum).toBe(minutes(endsAt) - minutes(startsAt));
});

test('ids are their own', () => {
  expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
});
