import { expect, test } from 'vitest';
import { JSON_FORMAT, JSON_VERSION, toJson } from '../../../src/lib/domain/outputs/json.ts';
import { LEADER, Log } from '../meeting/log.ts';
import { meetingWith, noteId, review, themedMeeting } from './meeting.ts';

test('the file names its format and version, and reads back as what went in', () => {
  const text = 'Åäö "citat" \\ ny\nrad </script> 🙂';
  const outputs = review(meetingWith('sticky-note', [{ text }]));
  const file = JSON.parse(toJson(outputs));
  expect(file).toMatchObject({
    format: JSON_FORMAT,
    version: JSON_VERSION,
    project: outputs.meeting.project,
    meeting: { number: 2, title: 'Vem är du?', openedAt: '2027-01-15T08:00:02.000Z', finishedAt: null }
  });
  expect(file.prompts[0].notes).toEqual([
    {
      id: noteId(0),
      text,
      explanation: null,
      fields: null,
      speaker: null,
      organisation: 'Region Älvmark',
      theme: null,
      group: null,
      mark: null,
      at: '2027-01-15T08:00:03.000Z'
    }
  ]);
});

test('words name the notes they stand on', () => {
  const file = JSON.parse(toJson(review(meetingWith('role-card', [{ text: 'Nav' }, { text: 'nav' }]))));
  expect(file.prompts[0].words).toMatchObject([{ text: 'Nav', count: 2, notes: [noteId(0), noteId(1)] }]);
});

test('themes name their notes, and notes their theme', () => {
  const [prompt] = JSON.parse(toJson(review(themedMeeting()))).prompts;
  expect(prompt.themes).toMatchObject([
    { text: 'Mötas *oftare*', count: 2 },
    { text: 'Kartor', count: 1 }
  ]);
  expect(prompt.notes.map(({ theme }: { theme: string | null }) => theme)).toEqual([
    'Mötas *oftare*',
    null,
    'Mötas *oftare*',
    'Kartor'
  ]);
});

test('an empty meeting is a file without prompts', () => {
  expect(JSON.parse(toJson(review(new Log())))).toMatchObject({ meeting: { phase: 'planned' }, prompts: [] });
});

test('R46 what was parked, and whether it has been done', () => {
  const log = new Log();
  log.do(LEADER, { name: 'ParkThought', data: { thought: 'thought-1', text: 'Vem betalar?' } });
  log.do(LEADER, { name: 'ChangeThought', data: { thought: 'thought-1', done: true } });
  expect(JSON.parse(toJson(review(log))).thoughts).toEqual([
    { text: 'Vem betalar?', done: true, at: '2027-01-15T08:00:01.000Z' }
  ]);
});
