/** A question as a phone reads it. */
import { expect, test } from 'vitest';
import { seeQuestion } from '../../../src/lib/domain/finding/see-question.ts';
import { MACHINE } from '../../../src/lib/domain/meeting/ids.ts';
import { BERIT, LEADER, MANS, openLog, place, submit } from '../meeting/log.ts';

const NAV = 'cluster-nav';
const MOTOR = 'cluster-motor';

function asked(person: string) {
  const log = openLog('role-card', {});
  const cards = [
    [BERIT, 'note-0001', 'Nav', NAV],
    [MANS, 'note-0002', 'nav', NAV],
    [MANS, 'note-0003', 'spindeln i nätet', NAV],
    [MANS, 'note-0004', 'Motor', MOTOR]
  ] as const;
  for (const [who, note, word, cluster] of cards) {
    log.do(who, submit(note, word));
    log.do(MACHINE, place(log, note, cluster));
  }
  log.do(LEADER, { name: 'ClosePrompt', data: { prompt: 'prompt-1' } });
  log.do(LEADER, { name: 'StartFinding', data: { prompt: 'prompt-1' } });
  const prompt = log.state.prompts['prompt-1']!;
  return seeQuestion(log.state, prompt, person, { kind: 'own', cluster: MOTOR, likely: [NAV] });
}

test('the same word in other capitals is no other form', () => {
  expect(asked(BERIT.id)).toMatchObject({
    likely: [{ count: 3, forms: ['spindeln i nätet'] }]
  });
});

test('its author is asked about the own card, everybody else about the word; nobody is told whose it is', () => {
  expect(asked(MANS.id)).toMatchObject({ text: 'Motor', mine: true });
  expect(asked(BERIT.id)).not.toHaveProperty('mine');
  expect(JSON.stringify(asked(BERIT.id))).not.toContain(MANS.id);
});
