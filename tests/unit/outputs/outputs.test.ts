import { expect, test } from 'vitest';
import { speakerLine } from '../../../src/lib/domain/kinds/speaker.ts';
import { BERIT, LEADER, Log, MANS } from '../meeting/log.ts';
import { MACHINE } from '../../../src/lib/domain/meeting/ids.ts';
import { place } from '../meeting/log.ts';
import { FACTS, PROMPT, meetingWith, noteId, review, themedMeeting } from './meeting.ts';

test('a meeting in which nothing has happened has its facts and no prompts', () => {
  const { meeting, prompts } = review(new Log());
  expect(meeting).toMatchObject({ ...FACTS, phase: 'planned' });
  expect(prompts).toEqual([]);
});

test('prompts come in the order of the agenda, numbered, without the drafts', () => {
  const log = meetingWith('quote', []);
  for (const [prompt, title] of [
    ['prompt-2', 'Aldrig öppnad'],
    ['prompt-3', 'Först']
  ] as const) {
    log.do(LEADER, { name: 'AddPrompt', data: { prompt, kind: 'sticky-note', title } });
  }
  log.do(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-3' } });
  log.do(LEADER, { name: 'MovePrompt', data: { prompt: 'prompt-3', index: 0 } });
  const { prompts } = review(log);
  expect(prompts.map(({ number, title, outcome }) => [number, title, outcome])).toEqual([
    [1, 'Först', 'notes'],
    [2, 'Vem är du?', 'quotes']
  ]);
});

test('a word names the role cards it stands on, and each card keeps its own spelling and explanation', () => {
  const log = meetingWith('role-card', [
    { text: 'Samordnare', explanation: 'Tre listor blir en.' },
    { text: 'Nav' },
    { by: MANS, text: 'samordnare' }
  ]);
  const [prompt] = review(log).prompts;
  expect(prompt?.words.map(({ text, count, notes }) => [text, count, notes])).toEqual([
    ['Samordnare', 2, [noteId(0), noteId(2)]],
    ['Nav', 1, [noteId(1)]]
  ]);
  expect(prompt?.notes.map((note) => note.text)).toEqual(['Samordnare', 'Nav', 'samordnare']);
  expect(prompt?.notes[0]?.explanation).toBe('Tre listor blir en.');
  expect(prompt?.people).toBe(2);
});

test('notes come in the order of arrival, also where their ids look like numbers', () => {
  const log = meetingWith('sticky-note', []);
  for (const [note, text] of [
    ['99999999', 'först'],
    ['11111111', 'sist']
  ] as const) {
    log.do(BERIT, { name: 'SubmitNote', data: { note, prompt: PROMPT, fields: { text } } });
  }
  expect(review(log).prompts[0]?.notes.map((note) => note.text)).toEqual(['först', 'sist']);
});

test.each([
  [{ speaker: 'me' }, 'Berit, Region Älvmark'],
  [{ speaker: 'organisation' }, 'Region Älvmark'],
  [{ speaker: 'anonymous' }, 'Deltagare'],
  [{ speaker: 'other', speakerName: 'Ronja', speakerTitle: 'kostchef' }, 'Ronja, kostchef'],
  [{ speaker: 'other', speakerName: 'Ronja' }, 'Ronja']
])('R65 under a quote stands whom its author chose: %o', (fields, line) => {
  const [prompt] = review(meetingWith('quote', [{ text: 'Ingen har sagt nej.', ...fields }])).prompts;
  expect(speakerLine(prompt?.notes[0]?.speaker ?? {}, 'Deltagare')).toBe(line);
});

test('R64 what was pledged holds in every output', () => {
  const quote = { text: 'Någon måste säga nej.', speaker: 'me' };
  const [anonymous] = review(meetingWith('quote', [quote], { pledge: 'anonymous' })).prompts;
  expect(JSON.stringify(anonymous)).not.toMatch(/Berit|Älvmark/);
  const [organisation] = review(meetingWith('quote', [quote], { pledge: 'organisation' })).prompts;
  expect(organisation?.notes[0]?.speaker).toEqual({ organisation: 'Region Älvmark' });
});

test('R63 hidden and withdrawn notes are nowhere, and not counted', () => {
  const log = meetingWith('sticky-note', [{ text: 'kvar' }, { text: 'dold' }, { text: 'återtagen' }]);
  log.do(LEADER, { name: 'HideNote', data: { note: noteId(1) } });
  log.do(BERIT, { name: 'WithdrawNote', data: { note: noteId(2) } });
  const outputs = review(log);
  expect(JSON.stringify(outputs)).not.toMatch(/dold|återtagen/);
  expect(outputs.prompts[0]).toMatchObject({ unseen: 0, notes: [{ text: 'kvar' }] });
});

test('R63 concealed notes are counted but not told until the prompt is closed', () => {
  const log = meetingWith('sticky-note', [{ text: 'hemligt' }, { text: 'också' }], { hidden: true });
  expect(review(log).prompts[0]).toMatchObject({ unseen: 2, notes: [] });
  log.do(LEADER, { name: 'ClosePrompt', data: { prompt: PROMPT } });
  expect(review(log).prompts[0]).toMatchObject({
    unseen: 0,
    notes: [{ text: 'hemligt' }, { text: 'också' }]
  });
});

test('themes name their notes, the largest first, and each note names its theme; empty ones are not told', () => {
  const [prompt] = review(themedMeeting()).prompts;
  expect(prompt?.themes).toEqual([
    { text: 'Mötas *oftare*', count: 2, notes: [noteId(0), noteId(2)] },
    { text: 'Kartor', count: 1, notes: [noteId(3)] }
  ]);
  expect(prompt?.notes.map(({ theme }) => theme)).toEqual([
    'Mötas *oftare*',
    undefined,
    'Mötas *oftare*',
    'Kartor'
  ]);
});

test('what the machine alone has laid together is no theme until a leader names it; words are none at all', () => {
  const log = meetingWith('sticky-note', [{ text: 'Frukost.' }, { text: 'Frukost!' }]);
  for (const index of [0, 1]) log.do(MACHINE, place(log, noteId(index), 'cluster-1', 'Frukost'));
  expect(review(log).prompts[0]).toMatchObject({ themes: [], notes: [{ theme: undefined }, {}] });
  log.do(LEADER, { name: 'NameCluster', data: { cluster: 'cluster-1', name: 'Äta ihop' } });
  expect(review(log).prompts[0]?.themes).toMatchObject([{ text: 'Äta ihop', count: 2 }]);

  const wall = meetingWith('role-card', [{ text: 'Nav' }]);
  wall.do(MACHINE, place(wall, noteId(0), 'cluster-1', 'Nav'));
  wall.do(LEADER, { name: 'NameCluster', data: { cluster: 'cluster-1', name: 'Mitten' } });
  expect(review(wall).prompts[0]).toMatchObject({ themes: [], words: [{ text: 'Mitten' }] });
});
