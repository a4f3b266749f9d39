/** Who has not answered, as far as that may be known. */
import { expect, test } from 'vitest';
import type { Request } from '../../../src/lib/domain/meeting/commands.ts';
import { unanswered } from '../../../src/lib/domain/meeting/unanswered.ts';
import type { Attending } from '../../../src/lib/domain/meeting/unanswered.ts';
import { viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import { BERIT, LEADER, Log, MANS, openLog } from './log.ts';
import { SCALE } from '../../../src/lib/domain/voting/ballot.ts';

const person = (id: string, name: string, organisation: string, here = true): Attending => ({
  ...{ id, name, organisation, here }
});
const PEOPLE = [
  person(BERIT.id, 'Berit', 'Region Älvmark'),
  person(MANS.id, 'Måns', 'Region Älvmark', false),
  person('eva-0001', 'Eva', 'Region Älvmark'),
  person('olle-001', 'Olle', 'Hällby kommun'),
  person('kim-0001', 'Kim', '')
];
const directory = (id: string) => PEOPLE.find((one) => one.id === id);

function asked(log: Log, people = PEOPLE) {
  const view = viewOf(log.state, { view: 'leader', id: LEADER.id }, directory);
  return unanswered(view, view.prompts['prompt-1']!, people);
}
function write(log: Log, by = BERIT, fields: Record<string, string> = { text: 'Nav' }) {
  const note = `note-${log.events.length}-0001`;
  log.do(by, { name: 'SubmitNote', data: { note, prompt: 'prompt-1', fields } });
  return note;
}
const edit = (log: Log, data: Partial<Extract<Request, { name: 'EditPrompt' }>['data']>) =>
  log.do(LEADER, { name: 'EditPrompt', data: { prompt: 'prompt-1', ...data } });

test('by organisation with names, whoever is here first; what a leader hid or brought in is nobody’s silence', () => {
  const log = openLog();
  const note = write(log);
  log.do(LEADER, { name: 'HideNote', data: { note } });
  log.do(LEADER, {
    name: 'ImportNotes',
    data: { prompt: 'prompt-1', notes: [{ note: 'note-imp1', fields: { text: 'Lots' } }] }
  });
  expect(asked(log)).toMatchObject({
    by: 'name',
    organisations: [
      {
        name: 'Region Älvmark',
        answered: 1,
        joined: 3,
        missing: [{ name: 'Eva' }, { name: 'Måns', here: false }]
      },
      { name: 'Hällby kommun', answered: 0, joined: 1 },
      { name: '', answered: 0, joined: 1 }
    ]
  });
});

test('who took the own note back is missing again', () => {
  const log = openLog();
  log.do(BERIT, { name: 'WithdrawNote', data: { note: write(log) } });
  expect(asked(log)).toMatchObject({ organisations: [{ answered: 0 }, {}, {}] });
});

test('R64 where organisations are promised: the silent ones that are large enough, and no name', () => {
  const log = openLog();
  edit(log, { pledge: 'organisation' });
  expect(asked(log)).toEqual({ by: 'organisation', silent: ['Region Älvmark'] });
  write(log);
  expect(asked(log)).toEqual({ by: 'organisation', silent: [] });
  expect(JSON.stringify(asked(log))).not.toMatch(/Berit|Eva|Olle/);
});

test('R64 notes that were promised more than the step promises now keep names back', () => {
  const log = openLog();
  edit(log, { pledge: 'organisation' });
  write(log);
  edit(log, { pledge: 'named' });
  write(log, MANS);
  expect(asked(log)).toEqual({ by: 'organisation', silent: [] });
});

test('R64 an anonymous step, or one anonymous quote, says nothing of anybody', () => {
  const log = openLog();
  edit(log, { pledge: 'anonymous' });
  expect(asked(log)).toEqual({ by: 'nobody' });
  const quotes = openLog('quote');
  write(quotes, BERIT, { text: 'Ingen har sagt nej.', speaker: 'me' });
  expect(asked(quotes)).toMatchObject({ by: 'name' });
  write(quotes, MANS, { text: 'Men ingen har sagt ja.', speaker: 'anonymous' });
  expect(asked(quotes)).toEqual({ by: 'nobody' });
});

test('R92 of a vote how many, never who', () => {
  const log = new Log();
  log.do(LEADER, { name: 'AddPrompt', data: { prompt: 'prompt-1', kind: 'scale', title: 'Hur nära?' } });
  log.do(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-1' } });
  log.do(BERIT, { name: 'CastBallot', data: { prompt: 'prompt-1', ballot: { [SCALE]: 7 } } });
  expect(asked(log)).toEqual({ by: 'vote', cast: 1 });
});

test('R96 where groups answer: which of them have not, and how many people are in none', () => {
  const log = new Log();
  log.do(LEADER, {
    name: 'AddPrompt',
    data: { prompt: 'prompt-1', kind: 'role-card', title: 'Vem är du?', perGroup: true }
  });
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
  log.do(LEADER, { name: 'OpenPrompt', data: { prompt: 'prompt-1' } });
  log.do(BERIT, { name: 'TakePen', data: { prompt: 'prompt-1' } });
  write(log);
  expect(asked(log)).toEqual({ by: 'group', silent: ['Söder'], outside: 3 });
});

test('nobody is missing from a break, nor from what is closed', () => {
  const log = openLog('break');
  expect(asked(log)).toBeUndefined();
  const closed = openLog();
  closed.do(LEADER, { name: 'ClosePrompt', data: { prompt: 'prompt-1' } });
  expect(asked(closed)).toBeUndefined();
});
