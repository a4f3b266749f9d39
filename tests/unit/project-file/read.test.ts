/** Files of projects that somebody chose: taken whole, or one fault is told. */
import { expect, test } from 'vitest';
import { projectText, readChecked } from '../../../server/data-files/task.ts';
import { MAX_PROJECT_BYTES } from '../../../src/lib/domain/project-file/file.ts';
import type { ProjectFile } from '../../../src/lib/domain/project-file/file.ts';
import type { Stored } from '../../../src/lib/domain/project-file/make.ts';
import { readProjectFile } from '../../../src/lib/domain/project-file/read.ts';
import { BERIT, MANS } from '../meeting/log.ts';
import { gatheredMeeting } from '../outputs/meeting.ts';

const STORED: Stored = {
  project: { name: 'Mat i kris', question: 'Vem ser till?', host: '', about: '', language: 'sv' },
  organisations: [{ id: 'region-01', name: 'Region Älvmark', kind: 'region', added: false, removed: false }],
  people: [
    [BERIT.id, { name: 'Berit', organisation: 'Region Älvmark', organisationId: 'region-01' }],
    [MANS.id, { name: 'Måns', organisation: '', organisationId: null }]
  ],
  meetings: [
    {
      ...{ id: 'meeting-db-id', number: 1, title: 'Vem är du?', place: 'Tallnäs', day: '2027-01-15' },
      ...{ startsAt: '09:30', endsAt: null, attending: [BERIT.id, MANS.id] },
      events: gatheredMeeting().events
    }
  ],
  documentation: null
};
const TEXT = projectText(STORED);

/** The file with something else in it. */
function changed(change: (file: Mutable) => void): string {
  const file = JSON.parse(TEXT) as Mutable;
  change(file);
  return JSON.stringify(file);
}
interface Mutable extends Record<string, unknown> {
  people: Record<string, unknown>[];
  organisations: Record<string, unknown>[];
  meetings: {
    attendance: Record<string, unknown>[];
    log: { seq: number; name: string; data: Record<string, unknown> }[];
    [key: string]: unknown;
  }[];
}
const written = (node: object) => changed((file) => (file.documentation = { type: 'doc', content: [node] }));
const submitted = ({ meetings }: Mutable) => meetings[0]!.log.find(({ name }) => name === 'NoteSubmitted')!;

test('what was written is read', () => {
  const read = readChecked(TEXT);
  expect(read).toMatchObject({ ok: true, file: { project: { name: 'Mat i kris' } } });
  const { meetings, people } = (read as { file: ProjectFile }).file;
  expect(meetings[0]!.log.map(({ seq }) => seq)).toEqual(meetings[0]!.log.map((_, at) => at + 1));
  expect(people.every(({ name }) => name === undefined)).toBe(true);
  expect(TEXT).not.toMatch(/Berit|Måns|berit-01|mans-001|leader-01|meeting-db-id|region-01/);
});

test.each<[string, string, object]>([
  ['cut off', TEXT.slice(0, -40), { code: 'not-json' }],
  ['another format', '{"format":"ordvagg-agenda"}', { code: 'other-format' }],
  ['no object', '[1]', { code: 'other-format' }],
  ['one meeting', '{"format":"ordvagg-meeting","version":1}', { code: 'one-meeting' }],
  ['newer', changed((file) => (file.version = 2)), { code: 'newer-version' }],
  ['more fields', changed((file) => (file.more = 1)), { code: 'part-wrong', part: 'more' }],
  [
    'a kind of organisation that nobody knows',
    changed((file) => (file.organisations[0]!.kind = 'guild')),
    { code: 'part-wrong', part: 'organisations.0.kind' }
  ],
  [
    'a day that is none',
    changed((file) => (file.meetings[0]!.day = '2027-02-30')),
    { code: 'part-wrong', part: 'meetings[0].day' }
  ],
  ['a gap', changed((file) => file.meetings[0]!.log.splice(2, 1)), { code: 'log-gap', meeting: 1, event: 3 }],
  [
    'an event of another kind',
    changed((file) => (file.meetings[0]!.log[0]!.name = 'NoteForged')),
    { code: 'event-unknown', meeting: 1, event: 1 }
  ],
  [
    'an event that nobody is told',
    changed((file) => (file.meetings[0]!.log[0]!.name = 'NoteHidden')),
    { code: 'event-unknown', meeting: 1, event: 1 }
  ],
  [
    'a field that is no text',
    changed((file) => (submitted(file).data.fields = { text: 7 })),
    { code: 'event-wrong', meeting: 1, event: 5 }
  ],
  [
    'an id that is a key of every object',
    changed((file) => (submitted(file).data.note = '__proto__')),
    { code: 'event-wrong', meeting: 1, event: 5 }
  ],
  [
    'an author who is not there',
    changed((file) => (submitted(file).data.author = 'person-99')),
    { code: 'reference-unknown', meeting: 1, event: 5 }
  ],
  [
    'a note to a step that is not there',
    changed((file) => (submitted(file).data.prompt = 'prompt-9')),
    { code: 'reference-unknown', meeting: 1, event: 5 }
  ],
  [
    'somebody of an organisation that is not there',
    changed((file) => (file.people[0]!.organisation = 'organisation-9')),
    { code: 'reference-unknown', part: 'people' }
  ],
  [
    'more guests than people',
    changed((file) => (file.meetings[0]!.attendance[0]!.people = 40)),
    { code: 'reference-unknown', meeting: 1, part: 'attendance' }
  ],
  [
    'a letter that no database keeps',
    changed((file) => ((file.project as { name: string }).name = 'Mat\u0000')),
    { code: 'part-wrong', part: 'project.name' }
  ],
  [
    'half a letter',
    changed((file) => (submitted(file).data.fields = { text: 'Kock \ud83d' })),
    { code: 'event-wrong', meeting: 1, event: 5 }
  ],
  [
    'a text of the documentation that is none',
    written({ type: 'paragraph', content: [{ type: 'text', text: 5 }] }),
    { code: 'part-wrong', part: 'documentation' }
  ],
  [
    'marks that are none',
    written({ type: 'text', text: 'a', marks: [null] }),
    { code: 'part-wrong', part: 'documentation' }
  ],
  [
    'something else than words said of a block',
    written({ type: 'output', attrs: { meeting: { toString: 1 } } }),
    { code: 'part-wrong', part: 'documentation' }
  ],
  [
    'a link of half a letter',
    written({ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: '\ud83d' } }] }),
    { code: 'part-wrong', part: 'documentation' }
  ],
  [
    'other words',
    changed((file) => (submitted(file).data.fields = { text: 'Förvanskat' })),
    { code: 'altered' }
  ]
])('%s: one fault is told', (_what, text, fault) => {
  expect(readChecked(text)).toEqual({ ok: false, fault });
});

test('a file that is too large is not looked into', () => {
  expect(readProjectFile(' '.repeat(MAX_PROJECT_BYTES + 1))).toEqual({
    ok: false,
    fault: { code: 'too-large', limit: 32 }
  });
});

test('a key that is every object’s own is refused, however deep', () => {
  expect(readChecked(TEXT.replace('"host"', '"__proto__": {}, "host"'))).toMatchObject({ ok: false });
});
