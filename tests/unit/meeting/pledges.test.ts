/** What was promised on the phone holds, whatever is changed on the way, and numbers do not break it. */
import { expect, test } from 'vitest';
import { ID_PATTERN } from '../../../src/lib/domain/meeting/ids.ts';
import { viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import { BERIT, LEADER, MANS, openLog } from './log.ts';

const directory = (id: string) => ({ name: id, organisation: 'Region Älvmark' });
const leaderView = (log: ReturnType<typeof openLog>) =>
  viewOf(log.state, { view: 'leader', id: LEADER.id }, directory);

test('R64 a note keeps the promise that stood on the phone when it was written', () => {
  const log = openLog();
  log.do(BERIT, {
    name: 'SubmitNote',
    data: { note: 'note-0001', prompt: 'prompt-1', fields: { text: 'Nav' }, pledge: 'anonymous' }
  });
  expect(leaderView(log).notes['note-0001']?.by).toBeUndefined();
  log.do(LEADER, { name: 'EditPrompt', data: { prompt: 'prompt-1', pledge: 'anonymous' } });
  // A phone that still shows the looser promise does not loosen the stricter one.
  log.do(MANS, {
    name: 'SubmitNote',
    data: { note: 'note-0002', prompt: 'prompt-1', fields: { text: 'Nav' }, pledge: 'named' }
  });
  expect(leaderView(log).notes['note-0002']?.by).toBeUndefined();
});

test('R67 how many people wrote is not told where a name is withheld', () => {
  const log = openLog('quote');
  const say = (note: string, speaker: string) =>
    log.do(BERIT, {
      name: 'SubmitNote',
      data: { note, prompt: 'prompt-1', fields: { text: 'Vi väntar.', speaker } }
    });
  say('note-0001', 'me');
  expect(leaderView(log).prompts['prompt-1']).toMatchObject({ count: 1, people: 1 });
  say('note-0002', 'anonymous');
  for (const view of ['wall', 'review'] as const) {
    expect(viewOf(log.state, { view }, directory).prompts['prompt-1']?.people).toBeUndefined();
  }
  expect(leaderView(log).prompts['prompt-1']).toMatchObject({ count: 2, people: undefined });
});

test.each(['toString', '__proto__', 'constructor', 'hasOwnProperty', 'propertyIsEnumerable'])(
  'what every object has is no id: %s',
  (name) => expect(ID_PATTERN.test(name)).toBe(false)
);
