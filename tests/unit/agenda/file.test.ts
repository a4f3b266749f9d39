import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  AGENDA_FORMAT,
  MAX_AGENDA_BYTES,
  readAgenda,
  readSteps,
  writeAgenda
} from '../../../src/lib/domain/agenda/file.ts';
import type { Agenda } from '../../../src/lib/domain/agenda/step.ts';
import { anySteps } from './steps.ts';

const AGENDA: Agenda = {
  name: 'Vem är du?',
  startsAt: '09:30',
  endsAt: null,
  steps: [
    { kind: 'role-card', title: 'Vem är du?', minutes: 25, hidden: true },
    { kind: 'dots', title: 'Vilka roller?', vote: { about: { step: 0, of: 'clusters' } } }
  ]
};

/** A file with something else in place of what it should have. */
function fileWith(changed: Record<string, unknown>): string {
  return JSON.stringify({ ...JSON.parse(writeAgenda(AGENDA)), ...changed });
}
const codeOf = (text: string) => {
  const read = readAgenda(text);
  return read.ok ? 'ok' : read.fault.code;
};
const stepFault = (step: unknown) => {
  const read = readSteps([step]);
  return read.ok ? read.steps : read.fault;
};

describe('an agenda as a file', () => {
  test('names its format and version, and leaves out what nobody has decided', () => {
    const file = JSON.parse(
      writeAgenda({ ...AGENDA, steps: [{ ...AGENDA.steps[0]!, grace: 0, closes: false }] })
    );
    expect(file).toEqual({
      format: 'ordvagg-agenda',
      version: 1,
      name: 'Vem är du?',
      startsAt: '09:30',
      steps: [{ kind: 'role-card', title: 'Vem är du?', minutes: 25, hidden: true }]
    });
  });

  test('is read as it was written', () => {
    expect(readAgenda(writeAgenda(AGENDA))).toEqual({ ok: true, agenda: AGENDA });
    expect(readAgenda(`\uFEFF${writeAgenda(AGENDA)}`)).toEqual({ ok: true, agenda: AGENDA });
  });

  test('is read as it was written, whatever is in it', () => {
    fc.assert(
      fc.property(anySteps, (input) => {
        const read = readSteps(input);
        const agenda = { ...AGENDA, steps: read.ok ? read.steps : [] };
        expect(readAgenda(writeAgenda(agenda))).toEqual({ ok: true, agenda });
      })
    );
  });

  test('that is anything else never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(readAgenda(text).ok).toBe(false)));
    fc.assert(
      fc.property(fc.jsonValue(), (step) => void expect(codeOf(fileWith({ steps: [step] }))).not.toBe('ok'))
    );
  });
});

describe('what is wrong with a file', () => {
  test.each([
    ['nothing', '', 'not-json'],
    ['a picture', '\u0089PNG\r\n', 'not-json'],
    ['half a file', writeAgenda(AGENDA).slice(0, 80), 'not-json'],
    ['a number', '1', 'other-format'],
    ['null', 'null', 'other-format'],
    ['a list', '[]', 'other-format'],
    ['another format', '{"format":"calendar","steps":[]}', 'other-format'],
    ['no version', fileWith({ version: undefined }), 'other-format'],
    ['a newer version', fileWith({ version: 2, rooms: [] }), 'newer-version'],
    ['a field of nobody’s', fileWith({ answers: [] }), 'other-format'],
    ['a time that is none', fileWith({ startsAt: '25:00' }), 'other-format'],
    ['a prototype', `{"__proto__":{"x":1},${writeAgenda(AGENDA).slice(1)}`, 'other-format'],
    ['no steps', fileWith({ steps: [] }), 'no-steps'],
    ['sixty-one steps', fileWith({ steps: Array(61).fill(AGENDA.steps[0]) }), 'too-many-steps'],
    ['too much', fileWith({ name: 'å'.repeat(MAX_AGENDA_BYTES) }), 'too-large'],
    [
      'a deep hole',
      `{"format":"${AGENDA_FORMAT}","version":1,"name":"","steps":[${'['.repeat(90_000)}${']'.repeat(90_000)}]}`,
      'step-wrong'
    ]
  ])('%s', (_, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  test('names the step', () => {
    const steps = [AGENDA.steps[0], { kind: 'role-card', title: '  ' }];
    expect(readAgenda(fileWith({ steps }))).toEqual({ ok: false, fault: { code: 'title-empty', step: 2 } });
  });

  test.each([
    ['no title', { kind: 'quote' }, { code: 'step-wrong' }],
    ['an id', { kind: 'quote', title: 'Q', prompt: 'prompt-1' }, { code: 'step-wrong' }],
    ['who wrote', { kind: 'quote', title: 'Q', notes: [] }, { code: 'step-wrong' }],
    ['minutes of a year', { kind: 'quote', title: 'Q', minutes: 525_600 }, { code: 'step-wrong' }],
    ['half a minute', { kind: 'quote', title: 'Q', minutes: 0.5 }, { code: 'step-wrong' }],
    ['a pledge nobody makes', { kind: 'quote', title: 'Q', pledge: 'public' }, { code: 'step-wrong' }],
    ['a prototype', JSON.parse('{"kind":"quote","title":"Q","__proto__":{"a":1}}'), { code: 'step-wrong' }],
    [
      'a prototype in a vote',
      JSON.parse('{"kind":"dots","title":"Q","vote":{"__proto__":{}}}'),
      { code: 'step-wrong' }
    ],
    [
      'sixty-one alternatives',
      { kind: 'dots', title: 'Q', vote: { choices: Array(61).fill('x') } },
      { code: 'step-wrong' }
    ],
    ['a kind of another server', { kind: 'sing-along', title: 'Q' }, { code: 'kind-unknown' }],
    ['a kind that every object has', { kind: 'constructor', title: 'Q' }, { code: 'kind-unknown' }],
    [
      'a question of a page',
      { kind: 'quote', title: 'x'.repeat(121) },
      { code: 'text-too-long', limit: 120 }
    ],
    [
      'a help text of a book',
      { kind: 'quote', title: 'Q', instruction: 'x'.repeat(501) },
      { code: 'text-too-long', limit: 500 }
    ],
    [
      'a speaker of a line',
      { kind: 'talk', title: 'Q', speaker: 'x'.repeat(121) },
      { code: 'text-too-long', limit: 120 }
    ],
    [
      'an alternative of a page',
      { kind: 'dots', title: 'Q', vote: { choices: ['x'.repeat(121)] } },
      { code: 'text-too-long', limit: 120 }
    ],
    [
      'a long end',
      { kind: 'scale', title: 'Q', vote: { low: 'x'.repeat(61) } },
      { code: 'text-too-long', limit: 60 }
    ]
  ])('%s', (_, step, expected) => {
    expect(stepFault(step)).toEqual({ ...expected, step: 1 });
  });

  test('but what only cannot be meant is left out', () => {
    const vote = { about: { step: 9, of: 'notes' }, votes: 5 };
    expect(stepFault({ kind: 'dots', title: 'Q', vote })).toEqual([
      { kind: 'dots', title: 'Q', vote: { votes: 5 } }
    ]);
    expect(stepFault({ kind: 'quote', title: ' Q\u200B ', vote })).toEqual([{ kind: 'quote', title: 'Q' }]);
  });
});
