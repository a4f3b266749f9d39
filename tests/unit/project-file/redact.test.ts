/** A log that leaves: every number is in it, and nothing that its reviewers could not have read. */
import { expect, test } from 'vitest';
import { projectText, readChecked } from '../../../server/data-files/task.ts';
import type { Recorded } from '../../../src/lib/domain/meeting/events.ts';
import { fold } from '../../../src/lib/domain/meeting/evolve.ts';
import { EMPTY } from '../../../src/lib/domain/meeting/state.ts';
import type { Directory } from '../../../src/lib/domain/meeting/sight.ts';
import { viewOf } from '../../../src/lib/domain/meeting/visibility.ts';
import { promptsOf } from '../../../src/lib/domain/outputs/outputs.ts';
import { Cast } from '../../../src/lib/domain/project-file/cast.ts';
import { WITHHELD } from '../../../src/lib/domain/project-file/file.ts';
import type { FileEvent, ProjectFile } from '../../../src/lib/domain/project-file/file.ts';
import type { Stored } from '../../../src/lib/domain/project-file/make.ts';
import { ended, redactedLog } from '../../../src/lib/domain/project-file/redact.ts';
import { BERIT, LEADER, Log, MANS, openLog, place, submit } from '../meeting/log.ts';
import { gatheredMeeting, meetingWith, noteId, PROMPT, themedMeeting } from '../outputs/meeting.ts';

const PEOPLE: Record<string, { name: string; organisation: string }> = {
  [BERIT.id]: { name: 'Berit', organisation: 'Region Älvmark' },
  [MANS.id]: { name: 'Måns', organisation: '' }
};
const directory: Directory = (id) => PEOPLE[id];

function redacted(log: Log): FileEvent[] {
  return redactedLog(ended(log.events, directory), {
    cast: new Cast(),
    organisation: (name) => (name ? 'organisation-1' : null),
    meeting: () => undefined,
    isGone: () => false
  });
}

function told(events: readonly FileEvent[], name: FileEvent['name']): FileEvent[] {
  return events.filter((event) => event.name === name);
}

test('every number is there, and what was taken back is a number alone', () => {
  const log = openLog();
  log.do(BERIT, submit('note-0001', 'Nav'));
  log.do(MANS, submit('note-0002', 'Spindel'));
  log.do(MANS, { name: 'WithdrawNote', data: { note: 'note-0002' } });
  const events = redacted(log);
  expect(events.map(({ seq }) => seq)).toEqual(log.events.map(({ seq }) => seq));
  expect(told(events, 'NoteSubmitted')).toHaveLength(1);
  expect(told(events, WITHHELD)).toHaveLength(2);
  expect(JSON.stringify(events)).not.toMatch(/Spindel|note-0002|berit|mans/);
});

test('nameless notes are in the order of their ids, came with the question, and are of nobody', () => {
  const log = new Log();
  const data = { prompt: PROMPT, kind: 'sticky-note', title: 'Tyst', pledge: 'anonymous' as const };
  log.do(LEADER, { name: 'AddPrompt', data });
  log.do(LEADER, { name: 'OpenPrompt', data: { prompt: PROMPT } });
  const opened = log.events.at(-1)!.at;
  for (const [by, note] of [
    [MANS, 'note-zzzz'],
    [BERIT, 'note-mmmm'],
    [MANS, 'note-aaaa']
  ] as const)
    log.do(by, submit(note, 'Tid', PROMPT));
  const notes = told(redacted(log), 'NoteSubmitted');
  expect(notes.map(({ at, by, data }) => ({ at, by: by.id, note: (data as { note: string }).note }))).toEqual(
    [
      { at: opened, by: 'unnamed-1', note: 'note-aaaa' },
      { at: opened, by: 'unnamed-1', note: 'note-mmmm' },
      { at: opened, by: 'unnamed-1', note: 'note-zzzz' }
    ]
  );
});

test('ballots lose who cast them, when, and in which order', () => {
  const choices = [
    { id: 'choice-01', text: 'Nav' },
    { id: 'choice-02', text: 'Mäklare' }
  ];
  const vote = { about: null, choices, votes: 1, stack: false, low: '', high: '' };
  const log = meetingWith('choice', [], { vote });
  const cast = (by: typeof MANS, option: string) =>
    log.do(by, { name: 'CastBallot', data: { prompt: PROMPT, ballot: { [option]: 1 } } });
  cast(MANS, 'choice-02');
  cast(BERIT, 'choice-01');
  cast(MANS, 'choice-02');
  expect(told(redacted(log), 'BallotCast'), 'nobody sees a vote that is open').toEqual([]);
  log.do(LEADER, { name: 'ClosePrompt', data: { prompt: PROMPT } });
  const closed = log.events.at(-1)!.at;
  const ballots = told(redacted(log), 'BallotCast');
  expect(ballots.map(({ at, data }) => [at, (data as { by: string }).by])).toEqual([
    [closed, 'voter-1'],
    [closed, 'voter-2']
  ]);
  expect(ballots[0]!.data).toMatchObject({ ballot: { 'choice-01': 1 } });
});

test('a title that was put otherwise is there in its last words alone', () => {
  const log = openLog();
  log.do(LEADER, { name: 'EditPrompt', data: { prompt: 'prompt-1', title: 'Vad gör du?' } });
  const events = redacted(log);
  expect(told(events, 'PromptAdded')[0]!.data).toMatchObject({ title: 'Vad gör du?' });
  expect(JSON.stringify(events)).not.toContain('Vem är du?');
});

test('a word of the machine’s goes with the note on which it stood', () => {
  const log = openLog();
  log.do(BERIT, submit('note-0001', 'Nav'));
  log.do(MANS, submit('note-0002', 'nav'));
  const machine = { role: 'machine', id: 'machine' } as const;
  log.do(machine, place(log, 'note-0001', 'cluster-01', 'NAVET'));
  log.do(machine, place(log, 'note-0002', 'cluster-01'));
  expect(JSON.stringify(redacted(log))).toContain('NAVET');
  log.do(BERIT, { name: 'WithdrawNote', data: { note: 'note-0001' } });
  expect(JSON.stringify(redacted(log))).not.toContain('NAVET');
});

test.each([
  ['gathered', gatheredMeeting],
  ['themed', themedMeeting],
  [
    'with quotes',
    () =>
      meetingWith('quote', [
        { text: 'Nej.', speaker: 'me' },
        { by: MANS, text: 'Jo.', speaker: 'me', printed: 'none' }
      ])
  ]
])('a meeting %s reads the same, and what has been redacted is redacted to itself', (_what, make) => {
  const log = make();
  log.do(LEADER, { name: 'HideNote', data: { note: noteId(1) } });
  const stored: Stored = {
    project: { name: 'Mat', question: 'Vem?', host: '', about: '', language: 'sv' },
    organisations: [
      { id: 'region-01', name: 'Region Älvmark', kind: 'region', added: false, removed: false }
    ],
    people: Object.entries(PEOPLE).map(([id, person]) => [
      id,
      { ...person, organisationId: person.organisation ? 'region-01' : null }
    ]),
    meetings: [
      {
        ...{ id: 'meeting-01', number: 1, title: 'Ett', place: '', day: null, startsAt: null, endsAt: null },
        ...{ attending: Object.keys(PEOPLE), events: log.events }
      }
    ],
    documentation: null
  };
  const text = projectText(stored);
  const { file } = readChecked(text) as { file: ProjectFile };
  const names = new Map(file.organisations.map(({ id, name }) => [id, name]));
  const people: Stored['people'] = file.people.map(({ id, name = 'Deltagare', organisation }) => [
    id,
    { name, organisation: names.get(organisation ?? '') ?? '', organisationId: organisation }
  ]);
  const events = file.meetings[0]!.log as unknown as Recorded[];
  const attending = file.people.filter(({ name }) => !name).map(({ id }) => id);
  const came = file.meetings[0]!.attendance.flatMap(({ organisation, people: count }) =>
    attending
      .filter((id) => file.people.find((one) => one.id === id)!.organisation === organisation)
      .slice(0, count)
  );
  const again = projectText({
    ...stored,
    organisations: file.organisations,
    people,
    meetings: [{ ...stored.meetings[0]!, attending: came, events }]
  });
  expect(again).toBe(text);
  const known = new Map(people);
  const readBy = (log: readonly Recorded[], who: Directory) =>
    promptsOf(viewOf(fold(EMPTY, log), { view: 'review' }, who));
  expect(readBy(events, (id) => known.get(id))).toEqual(readBy(log.events, directory));
});
