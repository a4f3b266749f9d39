/** The picture of the phones in a console is what the server would send to a phone that has just come in. */
import { describe, expect, test } from 'vitest';
import { newcomersView, sampleQuestion } from '../../../src/lib/domain/meeting/newcomers-view.ts';
import type { Request } from '../../../src/lib/domain/meeting/commands.ts';
import { viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import type { Directory } from '../../../src/lib/domain/meeting/sight.ts';
import { BERIT, LEADER, Log, MANS } from './log.ts';

const directory: Directory = (id) => ({ name: `Name of ${id}`, organisation: 'Region Älvmark' });
const leaders = (log: Log) => viewOf(log.state, { view: 'leader', id: LEADER.id }, directory);
const newcomers = (log: Log) => viewOf(log.state, { view: 'participant', id: 'nobody-1' }, directory);
const CANARY = 'Kanariefågel';

function same(log: Log) {
  const made = newcomersView(leaders(log));
  // As over the wire: what is undefined is not there.
  expect(JSON.parse(JSON.stringify(made))).toEqual(JSON.parse(JSON.stringify(newcomers(log))));
  expect(JSON.stringify(made)).not.toContain(CANARY);
}

type Step = Extract<Request, { name: 'AddPrompt' }>['data'];
const add = (log: Log, more: Partial<Step> & { prompt: string }) =>
  log.do(LEADER, { name: 'AddPrompt', data: { kind: 'role-card', title: 'Vem är du?', ...more } });
const on = (prompt: string) => ({ prompt });

describe('R61 the same as a newcomer gets', () => {
  test('before, while and after a step is open, with drafts left out', () => {
    const log = new Log();
    same(log);
    add(log, { prompt: 'prompt-1', minutes: 20, closes: true, instruction: 'Ett ord.', perPerson: 3 });
    add(log, { prompt: 'prompt-2', title: CANARY });
    same(log);
    log.do(LEADER, { name: 'OpenPrompt', data: on('prompt-1') });
    log.do(BERIT, {
      name: 'SubmitNote',
      data: { note: 'note-0001', prompt: 'prompt-1', fields: { text: CANARY } }
    });
    same(log);
    log.do(LEADER, { name: 'PauseTimer', data: on('prompt-1') });
    log.do(LEADER, { name: 'ParkThought', data: { thought: 'thought-1', text: CANARY } });
    log.do(LEADER, { name: 'DarkenProjector', data: { dark: true } });
    same(log);
    log.do(LEADER, { name: 'ClosePrompt', data: on('prompt-1') });
    same(log);
    log.do(LEADER, { name: 'FinishMeeting', data: {} });
    same(log);
  });

  test('of a vote: what is voted on, and its result where it is shown', () => {
    const log = new Log();
    const choices = [
      { id: 'choice-1', text: 'Fler möten' },
      { id: 'choice-2', text: 'Färre möten' }
    ];
    const vote = { about: null, choices, votes: 2, stack: false, low: '', high: '' };
    add(log, { prompt: 'prompt-1', kind: 'dots', hidden: true, vote });
    log.do(LEADER, { name: 'OpenPrompt', data: on('prompt-1') });
    log.do(BERIT, { name: 'CastBallot', data: { prompt: 'prompt-1', ballot: { 'choice-1': 1 } } });
    same(log);
    log.do(LEADER, { name: 'ClosePrompt', data: on('prompt-1') });
    same(log);
    log.do(LEADER, { name: 'RevealNotes', data: on('prompt-1') });
    same(log);
    expect(newcomersView(leaders(log)).prompts['prompt-1']?.vote?.result?.ballots).toBe(1);
  });

  test('of groups: their names and how many are in each, not who', () => {
    const log = new Log();
    add(log, { prompt: 'prompt-1', perGroup: true });
    log.do(LEADER, {
      name: 'SplitRoom',
      data: {
        groups: [
          { id: 'group-01', name: 'Norr' },
          { id: 'group-02', name: 'Söder' }
        ],
        members: { [BERIT.id]: 'group-01', [MANS.id]: 'group-02' }
      }
    });
    log.do(LEADER, { name: 'OpenPrompt', data: on('prompt-1') });
    log.do(BERIT, { name: 'TakePen', data: on('prompt-1') });
    same(log);
  });
});

describe('a question as phones ask it while the room finds together', () => {
  function finding(kind: string): Log {
    const log = new Log();
    add(log, { prompt: 'prompt-1', kind });
    log.do(LEADER, { name: 'OpenPrompt', data: on('prompt-1') });
    for (const [at, text] of ['Nav', 'nav', 'Lots', CANARY].entries()) {
      const data = { note: `note-000${at}`, prompt: 'prompt-1', fields: { text } };
      log.do(at % 2 ? MANS : BERIT, { name: 'SubmitNote', data });
      const cluster = `cluster-${text.toLowerCase()}`;
      if (kind === 'role-card') {
        log.do(LEADER, { name: 'MoveNotes', data: { notes: [data.note], cluster } });
      }
    }
    log.do(LEADER, { name: 'ClosePrompt', data: on('prompt-1') });
    return log;
  }

  test('R77 about the two most common words; none where nothing is asked', () => {
    const log = finding('role-card');
    expect(sampleQuestion(leaders(log), 'prompt-1', '…')).toBeUndefined();
    log.do(LEADER, { name: 'HideNote', data: { note: 'note-0003' } });
    log.do(LEADER, { name: 'StartFinding', data: on('prompt-1') });
    same(log);
    const question = sampleQuestion(leaders(log), 'prompt-1', '…');
    expect(question).toMatchObject({
      kind: 'pair',
      cluster: { label: 'Nav', count: 2 },
      other: { label: 'Lots', count: 1 }
    });
  });

  test('R77 of themes, without anybody’s note', () => {
    const log = finding('sticky-note');
    log.do(LEADER, {
      name: 'AddCluster',
      data: { prompt: 'prompt-1', cluster: 'theme-001', name: 'Mötas' }
    });
    log.do(LEADER, { name: 'StartFinding', data: on('prompt-1') });
    const question = sampleQuestion(leaders(log), 'prompt-1', '…');
    expect(question).toMatchObject({ kind: 'theme', text: '…', themes: [{ label: 'Mötas', count: 0 }] });
    expect(JSON.stringify(question)).not.toContain(CANARY);
  });
});
