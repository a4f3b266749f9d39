/** Homework: answered from home between two times, whatever the meeting does; and what becomes of commitments and summaries. */
import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/lib/domain/meeting/decide.ts';
import type { Request } from '../../../src/lib/domain/meeting/commands.ts';
import { atHome, hasHomework } from '../../../src/lib/domain/meeting/homework.ts';
import type { Homework } from '../../../src/lib/domain/meeting/homework.ts';
import type { Actor } from '../../../src/lib/domain/meeting/ids.ts';
import type { Audience } from '../../../src/lib/domain/meeting/sight.ts';
import { viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import { outputsOf } from '../../../src/lib/domain/outputs/outputs.ts';
import { BERIT, LEADER, Log, MANS, submit } from './log.ts';

const DAY = 24 * 60 * 60_000;
/** The log's clock begins here. */
const NOW = 1_800_000_000_000;
const WEEK: Homework = { from: NOW - DAY, until: NOW + 7 * DAY };
const FACTS = {
  id: 'meeting-1',
  number: 1,
  of: 1,
  title: 'Hur ser andra oss?',
  place: '',
  day: null,
  startsAt: null,
  endsAt: null,
  project: { name: '', question: '' },
  organisations: [],
  participants: 0
};

function planned(homework: Homework | null = WEEK, kind = 'role-card', more: object = {}): Log {
  const log = new Log();
  const data = { prompt: 'prompt-1', kind, title: 'Fråga hemma', homework, ...more };
  log.do(LEADER, { name: 'AddPrompt', data });
  return log;
}

const view = (log: Log, audience: Audience) => viewOf(log.state, audience, () => undefined);
const edit = (log: Log, homework: Homework | null) =>
  log.ask(LEADER, { name: 'EditPrompt', data: { prompt: 'prompt-1', homework } });
/** What somebody is told at another time than the log's. */
function askAt(log: Log, at: number, by: Actor, request: Request) {
  const decision = decide(log.state, { ...request, id: 'command-late', by, at });
  return decision.ok ? undefined : decision.refusal.code;
}

describe('R100 homework', () => {
  test('is answered, changed and taken back while the meeting is a plan', () => {
    const log = planned();
    expect(log.do(BERIT, submit('note-0001', 'Nav'))).toEqual(['NoteSubmitted']);
    const fields = { text: 'Motor' };
    expect(log.do(BERIT, { name: 'ChangeNote', data: { note: 'note-0001', fields } })).toEqual([
      'NoteChanged'
    ]);
    expect(log.do(BERIT, { name: 'WithdrawNote', data: { note: 'note-0001' } })).toEqual(['NoteWithdrawn']);
    expect(log.state.phase).toBe('planned');
  });

  test.each<[string, number, string | undefined]>([
    ['before its first day', WEEK.from! - 1, 'homework-soon'],
    ['at its first instant', WEEK.from!, undefined],
    ['half-written, within the grace', WEEK.until! + 59_000, undefined],
    ['after it', WEEK.until! + 61_000, 'homework-over']
  ])('%s', (_, at, code) => {
    const log = planned(WEEK, 'role-card', { grace: 60 });
    expect(askAt(log, at, BERIT, submit('note-0001', 'Nav'))).toBe(code);
    expect(hasHomework(log.state, at)).toBe(code === undefined);
  });

  test('without dates is nobody’s to know', () => {
    const log = planned({ from: WEEK.from, until: null });
    expect(view(log, { view: 'participant', id: BERIT.id }).agenda).toEqual([]);
    expect(log.ask(BERIT, submit('note-0001', 'Nav'))?.code).toBe('prompt-unknown');
    expect(atHome(log.state.prompts['prompt-1']!, NOW)).toBeUndefined();
  });

  test('ends after it begins', () => {
    const log = planned(null);
    expect(edit(log, { from: NOW, until: NOW })?.code).toBe('homework-backwards');
    expect(edit(log, { from: NOW, until: NOW + 1 })).toBeUndefined();
  });

  test('stays known once somebody has done it; undo too leaves it', () => {
    const log = planned(null);
    edit(log, WEEK);
    log.do(BERIT, submit('note-0001', 'Nav'));
    expect(edit(log, null)?.code).toBe('prompt-has-notes');
    expect(edit(log, { from: null, until: null })?.code).toBe('prompt-has-notes');
    expect(log.ask(LEADER, { name: 'Undo', data: {} })?.code).toBe('cannot-undo');
    expect(edit(log, { from: WEEK.from, until: NOW + DAY })).toBeUndefined();
  });

  test('is seen by leaders, walls and reviewers at once, by participants only the own', () => {
    const log = planned();
    log.do(BERIT, submit('note-0001', 'Nav'));
    for (const audience of ['leader', 'wall', 'review'] as const)
      expect(Object.keys(view(log, { view: audience, id: LEADER.id } as Audience).notes)).toEqual([
        'note-0001'
      ]);
    expect(Object.keys(view(log, { view: 'participant', id: BERIT.id }).notes)).toEqual(['note-0001']);
    expect(Object.keys(view(log, { view: 'participant', id: MANS.id }).notes)).toEqual([]);
  });

  test('does not keep the meeting from being a plan again, nor the question from being homework again', () => {
    const log = planned();
    log.do(BERIT, submit('note-0001', 'Nav'));
    log.do(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-1' } });
    expect(log.state).toMatchObject({ phase: 'open', prompts: { 'prompt-1': { stage: 'open' } } });
    log.do(LEADER, { name: 'Undo', data: {} });
    expect(log.state).toMatchObject({ phase: 'planned', prompts: { 'prompt-1': { stage: 'draft' } } });
    expect(log.ask(BERIT, submit('note-0002', 'Bro'))).toBeUndefined();
  });

  test('taken to the room follows the room: closed there, it is closed', () => {
    const log = planned();
    log.do(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-1' } });
    expect(log.ask(BERIT, submit('note-0001', 'Nav'))).toBeUndefined();
    log.do(LEADER, { name: 'ClosePrompt', data: { prompt: 'prompt-1' } });
    expect(log.ask(BERIT, submit('note-0002', 'Bro'))?.code).toBe('prompt-closed');
  });

  test('goes on beside the room’s own questions, and when the meeting is over', () => {
    const log = planned();
    log.do(LEADER, { name: 'AddPrompt', data: { prompt: 'prompt-2', kind: 'role-card', title: 'Vem?' } });
    log.do(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-2' } });
    expect(log.ask(BERIT, submit('note-0001', 'Nav'))).toBeUndefined();
    log.do(LEADER, { name: 'FinishMeeting', data: {} });
    expect(log.ask(BERIT, submit('note-0002', 'Bro'))).toBeUndefined();
    expect(log.ask(BERIT, { name: 'WithdrawNote', data: { note: 'note-0001' } })).toBeUndefined();
  });

  test('may be a vote on written alternatives', () => {
    const choices = [
      { id: 'choice-a', text: 'Nav' },
      { id: 'choice-b', text: 'Motor' }
    ];
    const vote = { about: null, choices, votes: 3, stack: false, low: '', high: '' };
    const log = planned(WEEK, 'dots', { vote });
    const ballot = { 'choice-b': 1 };
    const cast: Request = { name: 'CastBallot', data: { prompt: 'prompt-1', ballot } };
    expect(log.do(BERIT, cast)).toEqual(['BallotCast']);
    expect(view(log, { view: 'participant', id: BERIT.id }).prompts['prompt-1']?.vote).toMatchObject({
      options: choices,
      mine: ballot
    });
    expect(askAt(log, WEEK.until! + 1, MANS, cast)).toBe('homework-over');
  });
});

describe('R101 counted, not quoted', () => {
  const fields = { actorKind: 'municipality', text: 'Hemligt omdöme', role: '4' };

  test('walls, reviewers and outputs get what is counted, and no text', () => {
    const log = planned(WEEK, 'perspective');
    log.do(BERIT, {
      name: 'SubmitNote',
      data: { note: 'note-0001', prompt: 'prompt-1', fields, unquoted: true }
    });
    for (const audience of [{ view: 'wall' }, { view: 'review' }] as const)
      expect(JSON.stringify(view(log, audience))).not.toContain('Hemligt omdöme');
    expect(view(log, { view: 'leader', id: LEADER.id }).notes['note-0001']).toMatchObject({
      unquoted: true,
      fields: { text: 'Hemligt omdöme' }
    });
    const [prompt] = outputsOf(view(log, { view: 'review' }), FACTS).prompts;
    expect(prompt).toMatchObject({ notes: [], unseen: 0 });
    expect(prompt!.uncited).toMatchObject([{ text: '', fields: { actorKind: 'municipality', role: '4' } }]);
  });

  test('a word on a wall is a word like any other', () => {
    const log = planned();
    log.do(BERIT, {
      name: 'SubmitNote',
      data: { note: 'note-0001', prompt: 'prompt-1', fields: { text: 'Nav' }, unquoted: true }
    });
    const [prompt] = outputsOf(view(log, { view: 'review' }), FACTS).prompts;
    expect(prompt).toMatchObject({ uncited: [], words: [{ text: 'Nav' }] });
  });
});

describe('R102 what becomes of a commitment', () => {
  const mark = (note: string, to: 'begun' | 'done' | 'dropped' | null): Request => ({
    name: 'MarkOwnNote',
    data: { note, mark: to }
  });

  function committed(): Log {
    const log = planned(WEEK, 'commitment');
    log.do(BERIT, submit('note-0001', 'Kalla till möte'));
    return log;
  }

  test('is told by its author, when the meeting is over, too', () => {
    const log = committed();
    log.do(LEADER, { name: 'FinishMeeting', data: {} });
    expect(log.do(BERIT, mark('note-0001', 'begun'))).toEqual(['NoteMarked']);
    expect(log.do(BERIT, mark('note-0001', 'begun'))).toEqual([]);
    expect(outputsOf(view(log, { view: 'review' }), FACTS).prompts[0]!.notes[0]).toMatchObject({
      mark: 'begun'
    });
    log.do(BERIT, mark('note-0001', null));
    expect(log.state.notes['note-0001']!.mark).toBeUndefined();
  });

  test('and by nobody else but leaders, who may take it back', () => {
    const log = committed();
    expect(log.ask(MANS, mark('note-0001', 'done'))?.code).toBe('note-not-yours');
    log.do(LEADER, { name: 'MarkNote', data: { note: 'note-0001', mark: 'done' } });
    expect(log.state.notes['note-0001']!.mark).toBe('done');
    log.do(LEADER, { name: 'Undo', data: {} });
    expect(log.state.notes['note-0001']!.mark).toBeUndefined();
  });

  test('is asked of no other kind', () => {
    const log = planned();
    log.do(BERIT, submit('note-0001', 'Nav'));
    expect(log.ask(BERIT, mark('note-0001', 'done'))?.code).toBe('takes-no-marks');
  });
});

describe('R103 a summary', () => {
  const write = (about: string, text: string): Request => ({
    name: 'WriteSummary',
    data: { prompt: 'prompt-1', about, text }
  });

  test('stands beside the answers for leaders, walls and reviewers, and may be taken back', () => {
    const log = planned(WEEK, 'perspective');
    log.do(LEADER, write('municipality', '  Kommunerna vill att vi leder.  '));
    log.do(LEADER, write('', 'Alla vill något.'));
    const summaries = { municipality: 'Kommunerna vill att vi leder.', '': 'Alla vill något.' };
    expect(view(log, { view: 'review' }).prompts['prompt-1']).toMatchObject({ summaries });
    expect(view(log, { view: 'participant', id: BERIT.id }).prompts['prompt-1']).not.toHaveProperty(
      'summaries'
    );
    log.do(LEADER, { name: 'Undo', data: {} });
    expect(view(log, { view: 'review' }).prompts['prompt-1']!.summaries).toEqual({
      municipality: 'Kommunerna vill att vi leder.'
    });
    log.do(LEADER, write('municipality', ''));
    expect(view(log, { view: 'review' }).prompts['prompt-1']).not.toHaveProperty('summaries');
  });

  test('has an end', () => {
    const log = planned(WEEK, 'perspective');
    expect(log.ask(LEADER, write('', 'x'.repeat(2_001)))).toEqual({
      code: 'prompt-text-too-long',
      field: 'summary',
      limit: 2_000
    });
  });
});

describe('R104 what is brought along', () => {
  test('is cleaned, kept with where it comes from, and seen on phones', () => {
    const items = [
      { id: 'cluster-1', text: '  Nav ', count: 7 },
      { id: 'cluster-2', text: '   ' }
    ];
    const brought = { meeting: 'meeting-1', number: 2, prompt: 'prompt-9', title: 'Vem är du?', items };
    const log = planned(WEEK, 'role-card', { brought });
    expect(view(log, { view: 'participant', id: BERIT.id }).prompts['prompt-1']!.brought).toEqual({
      ...brought,
      items: [{ id: 'cluster-1', text: 'Nav', count: 7 }]
    });
  });

  test('has an end', () => {
    const items = [{ id: 'cluster-1', text: 'x'.repeat(281) }];
    const brought = { meeting: 'meeting-1', number: 2, prompt: 'prompt-9', title: '', items };
    expect(planned().ask(LEADER, { name: 'EditPrompt', data: { prompt: 'prompt-1', brought } })?.code).toBe(
      'prompt-text-too-long'
    );
  });
});
