import { expect, test } from 'vitest';
import { momentAt } from '../../../src/lib/domain/outputs/replay/moment-at.ts';
import { isReplayed, replayOf } from '../../../src/lib/domain/outputs/replay/replay.ts';
import { BERIT, LEADER, Log, MANS } from '../meeting/log.ts';
import { PROMPT, meetingWith, noteId, review } from './meeting.ts';

/** Without the meeting's own beginning, so that the first moment is the question's. */
const replay = (log: Log) => {
  const made = replayOf(log.events.filter(isReplayed), review(log));
  return { ...made, moments: made.moments.filter(({ name }) => name !== 'began') };
};
const names = (log: Log) => replay(log).moments.map(({ name }) => name);
const shown = (log: Log, many = Infinity) => momentAt(replay(log), many).steps[PROMPT]?.shown;

test('answers come one by one, and the step is opened before and closed after', () => {
  const log = meetingWith('role-card', [{ text: 'Nav' }, { by: MANS, text: 'Lots' }]);
  log.do(LEADER, { name: 'ClosePrompt', data: { prompt: PROMPT } });
  expect(names(log)).toEqual(['opened', 'came', 'came', 'closed']);
  expect(shown(log, 1)).toEqual([]);
  expect(shown(log, 2)).toEqual([noteId(0)]);
  expect(shown(log)).toEqual([noteId(0), noteId(1)]);
  expect(momentAt(replay(log), 4).steps[PROMPT]?.stage).toBe('closed');
  expect(momentAt(replay(log), 0)).toEqual({ last: undefined, prompt: undefined, steps: {} });
});

test('what was withdrawn, hidden or reworded never comes back, not even as a number', () => {
  const log = meetingWith('sticky-note', [
    { text: 'återtagen' },
    { text: 'dold' },
    { text: 'första lydelsen' },
    { text: 'kvar' }
  ]);
  log.do(BERIT, { name: 'WithdrawNote', data: { note: noteId(0) } });
  log.do(LEADER, { name: 'HideNote', data: { note: noteId(1) } });
  log.do(BERIT, { name: 'ChangeNote', data: { note: noteId(2), fields: { text: 'sista lydelsen' } } });
  const made = replay(log);
  const told = JSON.stringify(made);
  for (const gone of ['återtagen', 'dold', 'första', noteId(0), noteId(1), BERIT.id])
    expect(told).not.toContain(gone);
  expect(shown(log)).toEqual([noteId(2), noteId(3)]);
  // It comes when it was first written, in the words that it ended with.
  expect(made.moments.map(({ name }) => name)).toEqual(['opened', 'came', 'came']);
});

test('a concealed step counts until it is revealed', () => {
  const log = meetingWith('role-card', [{ text: 'Nav' }, { by: MANS, text: 'Lots' }], { hidden: true });
  log.do(LEADER, { name: 'RevealNotes', data: { prompt: PROMPT } });
  expect(momentAt(replay(log), 3).steps[PROMPT]).toMatchObject({ shown: [], concealed: 2 });
  expect(momentAt(replay(log), 4).steps[PROMPT]).toMatchObject({ concealed: 0 });
  expect(shown(log)).toHaveLength(2);
});

test('a concealed step that is still open tells nothing: the outputs have no answers of it', () => {
  const log = meetingWith('role-card', [{ text: 'Nav' }], { hidden: true });
  expect(names(log)).toEqual(['opened']);
});

test('answers without a name come all at once when the question is closed: when each came would tell whose it is', () => {
  const log = meetingWith('sticky-note', [{ text: 'Tid' }, { by: MANS, text: 'Pengar' }], {
    pledge: 'anonymous'
  });
  log.do(LEADER, { name: 'ClosePrompt', data: { prompt: PROMPT } });
  const { moments } = replay(log);
  expect(moments.map(({ name, notes }) => [name, notes?.length])).toEqual([
    ['opened', undefined],
    ['closed', undefined],
    ['came', 2]
  ]);
  expect(moments[2]!.at).toBe(moments[1]!.at);
  expect(momentAt(replay(log), 2).steps[PROMPT]).toMatchObject({ shown: [], concealed: 0 });
});

test('an undone closing opens the step again', () => {
  const log = meetingWith('role-card', [{ text: 'Nav' }]);
  log.do(LEADER, { name: 'ClosePrompt', data: { prompt: PROMPT } });
  log.do(LEADER, { name: 'Undo', data: {} });
  expect(names(log)).toEqual(['opened', 'came', 'closed', 'opened']);
  expect(momentAt(replay(log), Infinity).steps[PROMPT]?.stage).toBe('open');
});

test('the meeting’s own beginning and end have their places', () => {
  const log = meetingWith('role-card', []);
  log.do(LEADER, { name: 'FinishMeeting', data: {} });
  const { moments } = replayOf(log.events, review(log));
  expect([moments[0]?.name, moments.at(-1)?.name]).toEqual(['began', 'ended']);
});

test('homework is opened and closed by its days, and named answers come when they came', () => {
  const day = 86_400_000;
  const from = 1_800_000_000_000 - day;
  const log = new Log();
  const homework = { from, until: from + 30 * day };
  log.do(LEADER, {
    name: 'AddPrompt',
    data: { prompt: PROMPT, kind: 'sticky-note', title: 'Hemma', homework }
  });
  log.do(BERIT, { name: 'SubmitNote', data: { note: noteId(0), prompt: PROMPT, fields: { text: 'Tid' } } });
  const [first, second] = replay(log).moments;
  expect(first).toEqual({ name: 'opened', at: from, prompt: PROMPT });
  expect(second).toMatchObject({ name: 'came', notes: [noteId(0)] });
});
