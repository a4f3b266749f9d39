import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choicesFrom, linesOf, withWords } from '../../../src/lib/domain/agenda/choices.ts';
import { laySteps, liftSteps, pickSteps } from '../../../src/lib/domain/agenda/carry.ts';
import type { Lifted } from '../../../src/lib/domain/agenda/carry.ts';
import { readSteps } from '../../../src/lib/domain/agenda/file.ts';
import { newStep } from '../../../src/lib/domain/agenda/step.ts';
import type { AgendaStep } from '../../../src/lib/domain/agenda/step.ts';
import { seeDeeds } from '../../../src/lib/domain/meeting/see-deeds.ts';
import { parseCommand } from '../../../src/lib/protocol/protocol.ts';
import { LEADER, Log } from '../meeting/log.ts';
import { anySteps, counter } from './steps.ts';

const ASKED: AgendaStep = { kind: 'sticky-note', title: 'Vad minns du?', grace: 60 };
const VOTE: AgendaStep = {
  kind: 'dots',
  title: 'Vad betydde mest?',
  vote: { about: { step: 0, of: 'clusters' }, votes: 5 }
};

/** A meeting into which these steps have been laid. */
function meetingOf(steps: readonly AgendaStep[], newId = counter()): Log {
  const log = new Log();
  log.do(LEADER, { name: 'AddPrompts', data: { steps: laySteps(steps, newId) } });
  return log;
}
const lifted = ({ state }: Log): Lifted[] => state.agenda.map((id) => state.prompts[id]!);

describe('steps laid into a meeting', () => {
  test('come in one deed, which one undo takes back', () => {
    const log = meetingOf([ASKED, VOTE]);
    expect(log.state.agenda).toHaveLength(2);
    expect(seeDeeds(log.state, LEADER.id).undo).toEqual({ name: 'PromptAdded', subject: '', count: 2 });
    log.do(LEADER, { name: 'Undo', data: {} });
    expect(log.state.agenda).toEqual([]);
  });

  test('are voted on under their new ids', () => {
    const { state } = meetingOf([ASKED, VOTE]);
    const [asked, vote] = state.agenda;
    expect(state.prompts[vote!]?.vote).toMatchObject({ about: { prompt: asked, of: 'clusters' }, votes: 5 });
  });

  test('get alternatives under ids of their own', () => {
    const choices = ['Bussen', 'Tåget'];
    const { state } = meetingOf([
      { ...VOTE, vote: { choices } },
      { ...VOTE, vote: { choices } }
    ]);
    const ids = state.agenda.flatMap((id) => state.prompts[id]!.vote!.choices.map((choice) => choice.id));
    expect(new Set(ids).size).toBe(4);
  });

  test('can be laid into the same meeting twice', () => {
    const newId = counter();
    const log = meetingOf([ASKED, VOTE], newId);
    log.do(LEADER, { name: 'AddPrompts', data: { steps: laySteps([ASKED, VOTE], newId) } });
    expect(log.state.agenda).toHaveLength(4);
  });
});

describe('steps taken out of a meeting', () => {
  test('say what was decided, and no id', () => {
    expect(liftSteps(lifted(meetingOf([ASKED, VOTE])))).toEqual([ASKED, VOTE]);
  });

  test('forget what they were about where that stays behind', () => {
    const [, vote] = lifted(meetingOf([ASKED, VOTE]));
    expect(liftSteps([vote!])).toEqual([{ ...VOTE, vote: { votes: 5 } }]);
    expect(pickSteps([ASKED, VOTE], new Set([1]))).toEqual([{ ...VOTE, vote: { about: null, votes: 5 } }]);
  });

  test('leave words behind that were taken over from answers', () => {
    const log = meetingOf([VOTE]);
    const choices = [
      { id: 'own-00001', text: 'Bussen' },
      { id: 'taken-001', text: 'Hemlighetsbevarare', taken: true as const }
    ];
    const [prompt] = log.state.agenda;
    const vote = { ...log.state.prompts[prompt!]!.vote!, choices };
    log.do(LEADER, { name: 'EditPrompt', data: { prompt: prompt!, vote } });
    expect(log.state.prompts[prompt!]!.vote!.choices).toEqual(choices);
    expect(liftSteps(lifted(log))[0]!.vote?.choices).toEqual(['Bussen']);
  });

  test('keep what they were about where it comes along from another place', () => {
    const steps = [
      { kind: 'break', title: 'Fika' },
      ASKED,
      { ...VOTE, vote: { about: { step: 1, of: 'notes' } } }
    ];
    expect(pickSteps(steps as AgendaStep[], new Set([2, 1]))[1]?.vote?.about).toEqual({
      step: 0,
      of: 'notes'
    });
  });

  test('whatever they are, come out as they were laid in, over the wire', () => {
    fc.assert(
      fc.property(anySteps, (input) => {
        const read = readSteps(input);
        expect(read.ok).toBe(true);
        const steps = read.ok ? read.steps : [];
        const data = { steps: laySteps(steps, counter()) };
        const request = parseCommand({
          id: 'command-1',
          name: 'AddPrompts',
          data: JSON.parse(JSON.stringify(data))
        });
        expect(request).toBeDefined();
        expect(readSteps(liftSteps(lifted(meetingOf(steps))))).toEqual(read);
      })
    );
  });
});

test('a new question gives half-written words a minute, and role cards may be taken up', () => {
  expect(newStep('role-card', 'Vem?')).toMatchObject({ minutes: 20, grace: 60, suggests: true });
  expect(newStep('quote', 'Vad?')).toEqual({ kind: 'quote', title: 'Vad?', minutes: 20, grace: 60 });
  expect(newStep('dots', 'Vilket?')).toEqual({ kind: 'dots', title: 'Vilket?', minutes: 20 });
});

describe('alternatives, one a line', () => {
  const before = [
    { id: 'bus-00001', text: 'Bussen' },
    { id: 'train-001', text: 'Tåget' }
  ];

  test('keep their ids in another order, and when others come or go', () => {
    expect(choicesFrom('Tåget\n\n  Båten \nBussen', before, counter())).toEqual([
      { id: 'train-001', text: 'Tåget' },
      { id: 'id-00001', text: 'Båten' },
      { id: 'bus-00001', text: 'Bussen' }
    ]);
    expect(choicesFrom('Tåget', before, counter())).toEqual([before[1]]);
    expect(linesOf(before)).toBe('Bussen\nTåget');
  });

  test('keep their ids under another wording', () => {
    expect(choicesFrom('Buss\nTåget', before, counter())).toEqual([
      { id: 'bus-00001', text: 'Buss' },
      before[1]
    ]);
  });

  test('are followed by words that are taken over, not twice, and these stay what they are under another wording', () => {
    const after = withWords(before, ['bussen', 'Båten'], counter());
    expect(after).toEqual([...before, { id: 'id-00001', text: 'Båten', taken: true }]);
    expect(choicesFrom('Bussen\nTåget\nBåtarna', after, counter())[2]).toEqual({
      id: 'id-00001',
      text: 'Båtarna',
      taken: true
    });
  });

  test('that are the same twice are two', () => {
    const ids = choicesFrom('Tåget\nTåget', before, counter()).map(({ id }) => id);
    expect(new Set(ids).size).toBe(2);
  });
});
