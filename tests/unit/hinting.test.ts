/** Which words of the room somebody is offered. How they are told is in tests/contract/hints.test.ts. */
import { expect, test } from 'vitest';
import { hinted, hintsFor } from '../../server/hinting.ts';
import { wordsOn } from '../../server/walls/words-on.ts';
import type { MeetingState, Note } from '../../src/lib/domain/meeting/state.ts';
import { BERIT, LEADER, Log, MANS, openLog, place, submit } from './meeting/log.ts';

const MACHINE = { role: 'machine', id: 'machine' } as const;

function suggesting(more: object = {}): Log {
  const log = new Log();
  const data = { prompt: 'prompt-1', kind: 'role-card', title: 'Vem är du?', suggests: true, ...more };
  log.do(LEADER, { name: 'AddPrompt', data });
  log.do(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-1' } });
  return log;
}
const offered = ({ state }: { state: MeetingState }, person = BERIT.id) =>
  hintsFor(state, state.prompts['prompt-1']!, person);

test('R78 nothing before a card of the own, nor after the last one is gone', () => {
  const log = suggesting();
  log.do(MANS, submit('note-0001', 'Nav'));
  expect(offered(log)).toBeUndefined();
  log.do(BERIT, submit('note-0002', 'Mäklare'));
  expect(offered(log)).toEqual(['Nav']);
  log.do(LEADER, { name: 'HideNote', data: { note: 'note-0002' } });
  expect(offered(log)).toBeUndefined();
});

test('R78 a word is written by whoever has a card in its cluster, and by whoever wrote its letters', () => {
  const log = suggesting();
  log.do(MANS, submit('note-0001', 'Samordnare'));
  log.do(BERIT, submit('note-0002', 'samordning'));
  log.do(MANS, submit('note-0003', 'Visionär'));
  log.do(MACHINE, place(log, 'note-0001', 'cluster-1', 'Samordnare'));
  log.do(MACHINE, place(log, 'note-0002', 'cluster-1'));
  expect(offered(log)).toEqual(['Visionär']);
  log.do(LEADER, { name: 'NameCluster', data: { cluster: 'cluster-1', name: 'Spindlar' } });
  log.do(BERIT, submit('note-0004', 'VISIONÄR'));
  expect(offered(log)).toEqual([]);
  expect(offered(log, MANS.id)).toEqual([]);
});

test('R78 what leaders bring in is offered, and opens nothing to them who brought it', () => {
  const log = suggesting();
  const notes = [{ note: 'note-0001', fields: { text: 'Nav' } }];
  log.do(LEADER, { name: 'ImportNotes', data: { prompt: 'prompt-1', notes } });
  expect(offered(log, LEADER.id)).toBeUndefined();
  log.do(BERIT, submit('note-0002', 'Mäklare'));
  expect(offered(log)).toEqual(['Nav']);
});

test('R96 what one of a group has written opens the words to all of it', () => {
  const log = suggesting({ perGroup: true });
  const groups = [
    { id: 'group-001', name: 'Ett' },
    { id: 'group-002', name: 'Två' }
  ];
  const members = { [BERIT.id]: 'group-001', 'cia-0001': 'group-001', [MANS.id]: 'group-002' };
  log.do(LEADER, { name: 'SplitRoom', data: { groups, members } });
  log.do(MANS, submit('note-0001', 'Nav'));
  log.do(BERIT, submit('note-0002', 'Mäklare'));
  expect(offered(log)).toEqual(['Nav']);
  expect(offered(log, 'cia-0001')).toEqual(['Nav']);
});

test('R78 only an open question of words that is not concealed offers any', () => {
  expect(hinted(suggesting().state)?.id).toBe('prompt-1');
  expect(hinted(suggesting({ hidden: true }).state)).toBeUndefined();
  expect(hinted(suggesting({ kind: 'sticky-note' }).state)).toBeUndefined();
  expect(hinted(openLog().state)).toBeUndefined();
  const log = suggesting();
  log.do(LEADER, { name: 'ClosePrompt', data: { prompt: 'prompt-1' } });
  expect(hinted(log.state)).toBeUndefined();
});

test('what 45 people are offered of 5,000 cards is a matter of milliseconds', () => {
  const { state } = suggesting();
  const notes: Record<string, Note> = {};
  for (let index = 0; index < 5_000; index++) {
    const id = `note-${index}`;
    const fields = { text: `Roll ${index % 700}` };
    const author = `person-${index % 45}`;
    notes[id] = {
      ...{ id, prompt: 'prompt-1', author, fields, pledge: 'named', at: index },
      ...{ withdrawn: false, hidden: false }
    };
  }
  const prompt = { ...state.prompts['prompt-1']!, notes: Object.keys(notes) };
  const crowded = { ...state, notes, prompts: { 'prompt-1': prompt } };
  // Counted for the wall in any case.
  wordsOn(crowded, prompt);
  const before = process.cpuUsage();
  for (let person = 0; person < 45; person++)
    expect(hintsFor(crowded, prompt, `person-${person}`)).toHaveLength(8);
  const { user, system } = process.cpuUsage(before);
  // Of the processor's time: some five; the rest is for a machine that is busy with other tests.
  expect((user + system) / 1_000).toBeLessThan(150);
});
