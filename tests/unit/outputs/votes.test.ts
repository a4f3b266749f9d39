/** What a vote leaves behind: the result in every file, never who voted for what. */
import { expect, test } from 'vitest';
import { SCALE } from '../../../src/lib/domain/voting/ballot.ts';
import { toCsv } from '../../../src/lib/domain/outputs/csv.ts';
import { toJson } from '../../../src/lib/domain/outputs/json.ts';
import { BERIT, LEADER, Log, MANS } from '../meeting/log.ts';
import { markdownOfMeeting, PROMPT, review, WORDING } from './meeting.ts';

const CHOICES = [
  { id: 'choice-nav', text: '=Nav *först*' },
  { id: 'choice-bro', text: 'Bro' },
  { id: 'choice-ror', text: 'Rör' }
];

function voted(kind: string, ballots: readonly [typeof BERIT, Record<string, number>][], closed = true): Log {
  const log = new Log();
  const vote = { about: null, choices: CHOICES, votes: 5, stack: true, low: 'Inte alls', high: 'Helt' };
  log.do(LEADER, { name: 'AddPrompt', data: { prompt: 'prompt-0', kind: 'break', title: 'Fika' } });
  log.do(LEADER, { name: 'AddPrompt', data: { prompt: PROMPT, kind, title: 'Vad först?', vote } });
  log.do(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-0' } });
  log.do(LEADER, { name: 'OpenPrompt', data: { prompt: PROMPT } });
  for (const [by, ballot] of ballots) log.do(by, { name: 'CastBallot', data: { prompt: PROMPT, ballot } });
  if (closed) log.do(LEADER, { name: 'ClosePrompt', data: { prompt: PROMPT } });
  return log;
}
const dots = (closed = true) =>
  voted(
    'dots',
    [
      [BERIT, { 'choice-bro': 1, 'choice-nav': 3 }],
      [MANS, { 'choice-nav': 1, 'choice-bro': 1, 'choice-ror': 2 }]
    ],
    closed
  );
const scale = () =>
  voted(
    'scale',
    [BERIT, MANS].map((by, index) => [by, { [SCALE]: 4 + 3 * index }])
  );

test('a break is not among the outputs, and the others keep their place', () => {
  expect(review(dots()).prompts.map(({ number, title }) => [number, title])).toEqual([[2, 'Vad först?']]);
});

test('a vote that is open has voters, and no result', () => {
  expect(review(dots(false)).prompts[0]!.vote).toMatchObject({ voters: 2, options: [], scale: undefined });
});

test('Markdown: each alternative with what it got, as the letters that were written', () => {
  const text = markdownOfMeeting(review(dots()));
  expect(text).toContain(`
2 röstade.

*Staplar för 3: \\=Nav \\*först\\* (4), Bro (2), Rör (2)*

| Alternativ | Antal dots | Personer |
| --- | --: | --: |
| \\=Nav \\*först\\* | 4 | 2 |
| Bro | 2 | 2 |
| Rör | 2 | 1 |
`);
});

test('Markdown: of a scale every number', () => {
  const text = markdownOfMeeting(review(scale()));
  expect(text).toContain('| Svar | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 1 | 0 | 0 | 0 |\n');
});

test('CSV: a row for each alternative, and no cell that is a formula', () => {
  const rows = toCsv(review(dots()), WORDING, 'UTC').split('\r\n').slice(1, -1);
  expect(rows.map((row) => row.split(';').slice(3))).toEqual([
    ['dots', "'=Nav *först*", '', '', '', '', '', '2027-01-15 08:00:07', '4', '2'],
    ['dots', 'Bro', '', '', '', '', '', '2027-01-15 08:00:07', '2', '2'],
    ['dots', 'Rör', '', '', '', '', '', '2027-01-15 08:00:07', '2', '1']
  ]);
});

test('CSV: of a scale a row for each number', () => {
  const rows = toCsv(review(scale()), WORDING, 'UTC').split('\r\n').slice(1, -1);
  expect(rows).toHaveLength(11);
  expect(rows[7]).toMatch(/;scale;7;.*;1;1$/);
});

test('JSON: places, sums and the spread; a question that is no vote has none', () => {
  const [prompt] = JSON.parse(toJson(review(dots()))).prompts;
  expect(prompt.vote).toEqual({
    voters: 2,
    votes: 5,
    stack: true,
    low: 'Inte alls',
    high: 'Helt',
    options: [
      { id: 'choice-nav', text: '=Nav *först*', place: 1, score: 4, people: 2 },
      { id: 'choice-bro', text: 'Bro', place: 2, score: 2, people: 2 },
      { id: 'choice-ror', text: 'Rör', place: 3, score: 2, people: 1 }
    ],
    scale: null
  });
  const [asked] = JSON.parse(toJson(review(scale()))).prompts;
  expect(asked.vote.scale).toMatchObject({
    mean: 5.5,
    median: 5.5,
    counts: [0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 0]
  });
});

test('no file says who voted', () => {
  const outputs = review(dots());
  for (const file of [toJson(outputs), toCsv(outputs, WORDING, 'UTC'), markdownOfMeeting(outputs)]) {
    expect(file).not.toMatch(/Berit|Måns|berit-01|mans-001/);
  }
});
