/** The room finds together: when it may, what an answer is, and whose word counts. */
import { describe, expect, test } from 'vitest';
import { MACHINE } from '../../../src/lib/domain/meeting/ids.ts';
import type { Actor } from '../../../src/lib/domain/meeting/ids.ts';
import { viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import type { Audience } from '../../../src/lib/domain/meeting/sight.ts';
import { BERIT, LEADER, MANS, openLog, place, submit } from './log.ts';
import type { Log } from './log.ts';

const NAV = 'cluster-nav';
const SPINDEL = 'cluster-spindel';
const MOTOR = 'cluster-motor';
const SIV: Actor = { role: 'participant', id: 'siv-0001' };

const start = { name: 'StartFinding', data: { prompt: 'prompt-1' } } as const;
const end = { name: 'EndFinding', data: { prompt: 'prompt-1' } } as const;
const close = { name: 'ClosePrompt', data: { prompt: 'prompt-1' } } as const;
const open = (prompt: string) => ({ name: 'OpenPrompt', data: { prompt } }) as const;
const meet = {
  name: 'AddCluster',
  data: { prompt: 'prompt-1', cluster: 'cluster-meet', name: 'Mötas' }
} as const;
const undo = { name: 'Undo', data: {} } as const;
const say = (says: 'same' | 'apart' | 'own' | 'unsure', cluster: string, other?: string) =>
  ({ name: 'GiveAnswer', data: { prompt: 'prompt-1', cluster, says, ...(other ? { other } : {}) } }) as const;

/** Three cards, each by itself; the question is closed. */
function written(text = {}, kind = 'role-card'): Log {
  const log = openLog(kind, text);
  const cards = [
    [BERIT, 'note-0001', 'Nav', NAV],
    [MANS, 'note-0002', 'Spindel', SPINDEL],
    [MANS, 'note-0003', 'Motor', MOTOR]
  ] as const;
  for (const [who, note, word, cluster] of cards) {
    log.do(who, submit(note, word));
    log.do(MACHINE, place(log, note, cluster));
  }
  log.do(LEADER, close);
  return log;
}
/** Sticky notes have a theme, "Mötas". */
function finding(text = {}, kind = 'role-card'): Log {
  const log = written(text, kind);
  if (kind === 'sticky-note') log.do(LEADER, meet);
  log.do(LEADER, start);
  return log;
}
const lies = (log: Log, note: string) => log.state.notes[note]?.place?.cluster;
const stage = (log: Log) => log.state.prompts['prompt-1']?.finding;

describe('starting and ending', () => {
  test('R80 begins when nobody writes any more, and everybody is told', () => {
    const log = written();
    expect(log.do(LEADER, start)).toEqual(['FindingStarted']);
    expect(log.do(LEADER, start)).toEqual([]);
    const phone = viewOf(log.state, { view: 'participant', id: BERIT.id }, () => undefined);
    expect(phone.prompts['prompt-1']?.finding).toBe('on');
    log.do(LEADER, end);
    expect(stage(log)).toBe('done');
    log.do(LEADER, undo);
    expect(stage(log)).toBe('on');
  });

  test('R80 not while the question is open, hidden or unanswered', () => {
    const log = written();
    log.do(LEADER, open('prompt-1'));
    expect(log.ask(LEADER, start)).toEqual({ code: 'prompt-open' });
    expect(written({ hidden: true }).ask(LEADER, start)).toEqual({ code: 'prompt-concealed' });
    const empty = openLog();
    empty.do(LEADER, close);
    expect(empty.ask(LEADER, start)).toEqual({ code: 'prompt-without-notes' });
  });

  test('R80 sticky notes not before there is a theme: their question is where they belong', () => {
    const log = written({}, 'sticky-note');
    expect(log.ask(LEADER, start)).toEqual({ code: 'prompt-without-themes' });
    log.do(LEADER, meet);
    expect(log.do(LEADER, start)).toEqual(['FindingStarted']);
  });

  test('R80 undoing its end begins it only where it may begin', () => {
    const after = (...acts: Parameters<Log['do']>[]) => {
      const log = finding();
      log.do(LEADER, end);
      for (const [who, act] of acts) log.do(who, act);
      log.do(LEADER, undo);
      return stage(log);
    };
    const other: Actor = { role: 'leader', id: 'leader-02' };
    expect(after()).toBe('on');
    expect(after([other, { name: 'FinishMeeting', data: {} }])).toBe('done');
    expect(after([other, { name: 'EditPrompt', data: { prompt: 'prompt-1', hidden: true } }])).toBe('done');
    const gone = ['note-0001', 'note-0002', 'note-0003'].map((note): Parameters<Log['do']> => [
      other,
      { name: 'HideNote', data: { note } }
    ]);
    expect(after(...gone)).toBe('done');
  });

  test('R81 one thing at a time on the phones: a question that is opened ends it, and the other way round', () => {
    const log = finding();
    log.do(LEADER, { name: 'AddPrompt', data: { prompt: 'prompt-2', kind: 'role-card', title: 'Sen?' } });
    expect(log.do(LEADER, open('prompt-2'))).toEqual(['FindingEnded', 'PromptOpened', 'ProjectorTurned']);
    expect(log.do(LEADER, start)).toEqual(['PromptClosed', 'FindingStarted']);
    expect(log.do(LEADER, { name: 'FinishMeeting', data: {} })).toEqual([
      'FindingEnded',
      'ProjectorTurned',
      'MeetingFinished'
    ]);
  });

  test('R81 undoing the closing of a question ends the finding together of another', () => {
    const log = written();
    log.do(LEADER, { name: 'AddPrompt', data: { prompt: 'prompt-2', kind: 'role-card', title: 'Sen?' } });
    log.do(LEADER, open('prompt-2'));
    log.do({ role: 'leader', id: 'leader-02' }, start);
    expect(stage(log)).toBe('on');
    log.do(LEADER, undo);
    expect(log.state.prompts['prompt-2']?.stage).toBe('draft');
    log.do(LEADER, undo);
    log.do(LEADER, undo);
    expect(log.state.prompts['prompt-1']?.stage).toBe('open');
    expect(stage(log)).toBe('done');
  });
});

describe('answers', () => {
  test('R82 are given while it is on, about clusters that stand', () => {
    expect(written().ask(BERIT, say('own', NAV))).toEqual({ code: 'finding-not-on' });
    const log = finding();
    expect(log.ask(BERIT, say('own', 'cluster-none'))).toEqual({ code: 'cluster-unknown' });
    expect(log.ask(BERIT, say('same', NAV))).toEqual({ code: 'cluster-unknown' });
    log.do(LEADER, { name: 'MoveNotes', data: { notes: ['note-0003'], cluster: SPINDEL } });
    expect(log.ask(BERIT, say('own', MOTOR))).toEqual({ code: 'cluster-unknown' });
    expect(log.ask(BERIT, say('same', NAV, MOTOR))).toEqual({ code: 'cluster-unknown' });
    log.do(LEADER, meet);
    expect(log.ask(BERIT, say('same', NAV, 'cluster-meet'))).toEqual({ code: 'cluster-unknown' });
    expect(log.ask(LEADER, say('own', NAV))).toEqual({ code: 'not-allowed' });
    expect(log.do(BERIT, say('own', NAV))).toEqual(['AnswerGiven']);
    expect(log.do(BERIT, say('own', NAV))).toEqual([]);
  });

  test('R82 know the author, and nobody learns who answered', () => {
    const log = finding();
    log.do(BERIT, say('apart', NAV, SPINDEL));
    log.do(SIV, say('apart', NAV, SPINDEL));
    expect(log.state.prompts['prompt-1']?.answers).toEqual([
      { by: BERIT.id, cluster: NAV, other: SPINDEL, says: 'apart', author: true },
      { by: SIV.id, cluster: NAV, other: SPINDEL, says: 'apart', author: false }
    ]);
    for (const view of [
      { view: 'leader', id: LEADER.id },
      { view: 'wall' },
      { view: 'participant', id: MANS.id }
    ] as const)
      expect(JSON.stringify(viewOf(log.state, view, () => undefined))).not.toMatch(/apart|answer/);
  });

  test('R82 leaders and the wall hear how many there are, phones do not', () => {
    const log = finding();
    log.do(BERIT, say('apart', SPINDEL, NAV));
    const heard = (view: Audience) => viewOf(log.state, view, () => undefined).prompts['prompt-1']?.heard;
    expect(heard({ view: 'leader', id: LEADER.id })).toEqual({ count: 1, people: 1 });
    expect(heard({ view: 'wall' })).toEqual({ count: 1, people: 1 });
    expect(heard({ view: 'participant', id: MANS.id })).toBeUndefined();
  });

  test('R82 are so many at most that no phone fills the log, and of each pair the last word is kept', () => {
    const log = finding();
    for (let tap = 0; tap < 100; tap++) {
      log.do(BERIT, say('apart', NAV, SPINDEL));
      log.do(BERIT, say('same', SPINDEL, NAV));
    }
    expect(log.ask(BERIT, say('apart', NAV, SPINDEL))).toEqual({ code: 'too-many-answers', limit: 200 });
    expect(log.state.prompts['prompt-1']?.answers).toMatchObject([{ by: BERIT.id, says: 'same' }]);
    expect(log.do(MANS, say('apart', NAV, SPINDEL))).toEqual(['AnswerGiven']);
  });

  test('R85 so is laying the own note here and there', () => {
    const log = finding({}, 'sticky-note');
    const dare = { prompt: 'prompt-1', cluster: 'cluster-dare', name: 'Våga' };
    log.do(LEADER, { name: 'AddCluster', data: dare });
    const own = (cluster: string) =>
      ({ name: 'PlaceOwnNote', data: { note: 'note-0001', cluster } }) as const;
    for (let tap = 0; tap < 100; tap++) {
      log.do(BERIT, own('cluster-meet'));
      log.do(BERIT, own('cluster-dare'));
    }
    expect(log.ask(BERIT, own('cluster-meet'))).toEqual({ code: 'too-many-answers', limit: 200 });
    expect(log.ask(BERIT, { name: 'PassOwnNote', data: { note: 'note-0001' } })).toEqual({
      code: 'too-many-answers',
      limit: 200
    });
  });

  test('R83 two clusters come together when the room says so, and say how many did', () => {
    const log = finding();
    log.do(BERIT, say('same', NAV, SPINDEL));
    expect(log.do(MANS, say('same', NAV, SPINDEL))).toEqual(['AnswerGiven', 'ClustersMerged']);
    expect(lies(log, 'note-0001')).toBe(lies(log, 'note-0002'));
    const moved = Object.values(log.state.notes).find((note) => note.place?.by === 'room');
    expect(moved?.place?.why).toEqual({ kind: 'room', yes: 2, of: 2 });
    expect(log.do(SIV, say('apart', NAV, SPINDEL))).toEqual([]);
  });

  test('R87 a leader parts again what the room joined, in one deed that holds and that undo takes back', () => {
    const log = finding();
    for (const who of [BERIT, MANS]) log.do(who, say('same', NAV, SPINDEL));
    const placed = (view: Audience = { view: 'leader', id: LEADER.id }) =>
      Object.values(viewOf(log.state, view, () => undefined).notes).map((note) => note.placed);
    const joined = placed();
    expect(joined).toContainEqual({ by: 'room', why: { kind: 'room', yes: 2, of: 2 }, from: SPINDEL });
    expect(placed({ view: 'wall' })).toEqual([undefined, undefined, undefined]);
    const moved = Object.values(log.state.notes).filter(({ place }) => place?.from === SPINDEL);
    const parting = { notes: moved.map(({ id }) => id), cluster: 'cluster-again' };
    expect(log.do(LEADER, { name: 'MoveNotes', data: parting })).toEqual(['NotesMoved']);
    for (const who of [BERIT, MANS, SIV]) log.do(who, say('same', 'cluster-again', NAV));
    expect(lies(log, 'note-0001')).not.toBe(lies(log, 'note-0002'));
    log.do(LEADER, undo);
    expect(lies(log, 'note-0001')).toBe(lies(log, 'note-0002'));
    expect(placed()).toEqual(joined);
  });

  test('R83 a name that a leader gave survives', () => {
    const log = finding();
    for (const [name, cluster] of [['Mitten', NAV]] as const)
      log.do(LEADER, { name: 'NameCluster', data: { cluster, name } });
    for (const who of [BERIT, MANS]) log.do(who, say('same', NAV, SPINDEL));
    expect(lies(log, 'note-0002')).toBe(NAV);
  });

  test('R84 never against a leader: not what is kept apart, nor what was taken out', () => {
    const log = finding();
    log.do(LEADER, { name: 'KeepApart', data: { cluster: SPINDEL, other: NAV } });
    for (const who of [BERIT, MANS, SIV])
      expect(log.do(who, say('same', NAV, SPINDEL))).toEqual(['AnswerGiven']);
    log.do(LEADER, { name: 'MergeClusters', data: { cluster: MOTOR, into: NAV } });
    for (const who of [BERIT, MANS, SIV]) log.do(who, say('same', MOTOR, SPINDEL));
    expect(lies(log, 'note-0002')).toBe(SPINDEL);
    log.do(LEADER, { name: 'MoveNotes', data: { notes: ['note-0003'], cluster: 'cluster-new' } });
    for (const who of [BERIT, MANS, SIV]) log.do(who, say('same', NAV, 'cluster-new'));
    expect(lies(log, 'note-0003')).toBe('cluster-new');
  });

  test('R84 what a leader laid stays laid by the leader also where the room brings its cluster to another', () => {
    const log = finding();
    log.do(LEADER, { name: 'MoveNotes', data: { notes: ['note-0001'], cluster: NAV } });
    log.do(LEADER, { name: 'NameCluster', data: { cluster: SPINDEL, name: 'Nätet' } });
    for (const who of [BERIT, MANS]) log.do(who, say('same', NAV, SPINDEL));
    expect(log.state.notes['note-0001']?.place).toMatchObject({ cluster: SPINDEL, by: 'leader' });
  });

  test('R84 two that a leader has named stay two, whatever came to each of them', () => {
    const log = finding();
    for (const [cluster, name] of [
      [NAV, 'Mitten'],
      [SPINDEL, 'Nätet']
    ] as const)
      log.do(LEADER, { name: 'NameCluster', data: { cluster, name } });
    for (const who of [BERIT, MANS, SIV])
      expect(log.do(who, say('same', NAV, SPINDEL))).toEqual(['AnswerGiven']);
    for (const who of [BERIT, MANS, SIV]) log.do(who, say('same', MOTOR, SPINDEL));
    expect(lies(log, 'note-0003')).toBe(SPINDEL);
    expect(lies(log, 'note-0001')).toBe(NAV);
    log.do(LEADER, { name: 'MergeClusters', data: { cluster: NAV, into: SPINDEL } });
    expect(lies(log, 'note-0001')).toBe(SPINDEL);
  });

  test('R84 two themes stay two', () => {
    const log = finding({}, 'sticky-note');
    log.do(LEADER, {
      name: 'AddCluster',
      data: { prompt: 'prompt-1', cluster: 'cluster-dare', name: 'Våga' }
    });
    log.do(BERIT, { name: 'PlaceOwnNote', data: { note: 'note-0001', cluster: 'cluster-meet' } });
    log.do(MANS, { name: 'PlaceOwnNote', data: { note: 'note-0002', cluster: 'cluster-dare' } });
    for (const who of [BERIT, MANS, SIV]) log.do(who, say('same', 'cluster-meet', 'cluster-dare'));
    expect(lies(log, 'note-0001')).not.toBe(lies(log, 'note-0002'));
  });

  test('R85 an author lays the own note in a theme, unless a leader has', () => {
    const log = finding({}, 'sticky-note');
    const own = (note: string, cluster = 'cluster-meet') =>
      ({ name: 'PlaceOwnNote', data: { note, cluster } }) as const;
    expect(log.ask(BERIT, own('note-0002'))).toEqual({ code: 'note-not-yours' });
    expect(log.ask(BERIT, own('note-0001', MOTOR))).toEqual({ code: 'cluster-unknown' });
    expect(log.do(BERIT, own('note-0001'))).toEqual(['NotesMoved']);
    expect(log.state.notes['note-0001']?.place).toMatchObject({ cluster: 'cluster-meet', by: 'author' });
    log.do(LEADER, { name: 'MoveNotes', data: { notes: ['note-0002'], cluster: MOTOR } });
    expect(log.ask(MANS, own('note-0002'))).toEqual({ code: 'leader-decided' });
    log.do(LEADER, end);
    expect(log.ask(MANS, own('note-0003'))).toEqual({ code: 'finding-not-on' });
  });
});
