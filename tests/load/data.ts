/**
 * `npm run bench -- data [--json]`: 20,000 notes as files of data: workbook, table and the project's own file, out and in again. What
 * each takes, and how much memory.
 */
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { projectText, readChecked } from '../../server/data-files/task.ts';
import { xlsxOf } from '../../server/data-files/xlsx.ts';
import type { Stored } from '../../src/lib/domain/project-file/make.ts';
import type { Recorded } from '../../src/lib/domain/meeting/events.ts';
import { fold } from '../../src/lib/domain/meeting/evolve.ts';
import type { Actor } from '../../src/lib/domain/meeting/ids.ts';
import { EMPTY } from '../../src/lib/domain/meeting/state.ts';
import { PLAIN_STEP } from '../../src/lib/domain/meeting/step-settings.ts';
import { viewOf } from '../../src/lib/domain/meeting/visibility.ts';
import { csvOf } from '../../src/lib/domain/outputs/csv.ts';
import { outputsOf } from '../../src/lib/domain/outputs/outputs.ts';
import { HEADS } from '../../src/lib/domain/outputs/sheets/wording.ts';
import type { SheetWording } from '../../src/lib/domain/outputs/sheets/wording.ts';
import { projectWorkbook } from '../../src/lib/domain/outputs/sheets/workbook.ts';
import { COLUMNS } from '../../src/lib/domain/outputs/wording.ts';
import { inventedCards } from './invented.ts';

const { values: options } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean' }, notes: { type: 'string', default: '20000' } }
});
const NOTES = Number(options.notes) || 20_000;
const MEETINGS = 4;
const KINDS = ['role-card', 'sticky-note', 'quote', 'role-card', 'sticky-note'];
const FROM = Date.UTC(2027, 3, 15, 7);

const WORDING: SheetWording = {
  locale: 'sv',
  columns: Object.fromEntries(COLUMNS.map((column) => [column, column])) as SheetWording['columns'],
  facts: { project: 'Lärprojekt', question: 'Fråga', when: 'När', where: 'Var', who: 'Vilka' },
  meeting: (number) => `Träff ${number}`,
  when: () => '',
  who: () => '',
  organisations: (kind) => kind,
  note: (kind) => kind,
  more: () => [],
  prompt: () => '',
  ...{ nobody: '', noTheme: '', byGroup: '', noGroup: '', parked: '', done: '', summary: '' },
  reading: () => '',
  uncited: () => '',
  nothing: () => '',
  // Tables say none of it.
  report: {} as SheetWording['report'],
  timeZone: 'Europe/Stockholm',
  heads: Object.fromEntries(HEADS.map((head) => [head, head])) as SheetWording['heads'],
  sheets: { meeting: 'Träffen', project: 'Projektet', parked: 'Parkerat', summaries: 'Sammanfattningar' },
  field: (_kind, field) => field,
  choice: (_kind, _field, value) => value,
  mark: (mark) => mark,
  score: () => 'röster',
  spread: { mean: 'medel', low: 'undre', median: 'median', high: 'övre' },
  counted: '(räknas)'
};

const stored = project();
const figures: Record<string, number> = { notes: NOTES };
const meetings = timed('review', () =>
  stored.meetings.map((meeting) => {
    const people = new Map(stored.people);
    const state = fold(EMPTY, meeting.events);
    const view = viewOf(state, { view: 'review' }, (id) => people.get(id));
    const facts = { ...meeting, of: MEETINGS, project: stored.project, organisations: [], participants: 45 };
    return { outputs: outputsOf(view, facts), wording: WORDING };
  })
);
const sheets = timed('rows', () => projectWorkbook(meetings, WORDING));
const started = performance.now();
const workbook = await xlsxOf(sheets);
figures.xlsxMs = performance.now() - started;
figures.xlsxMb = workbook.length / 2 ** 20;
figures.csvMb = timed('csv', () => csvOf(meetings, WORDING, 'Europe/Stockholm')).length / 2 ** 20;
const text = timed('json', () => projectText(stored));
figures.jsonMb = text.length / 2 ** 20;
const read = timed('read', () => readChecked(text));
if (!read.ok) throw new Error(`not read again: ${JSON.stringify(read.fault)}`);
figures.memoryMb = process.memoryUsage.rss() / 2 ** 20;

if (options.json) process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
else
  for (const [name, figure] of Object.entries(figures))
    process.stdout.write(`${name.padEnd(12)} ${figure < 100 ? figure.toFixed(1) : Math.round(figure)}\n`);

function timed<T>(name: string, work: () => T): T {
  const from = performance.now();
  const made = work();
  figures[`${name}Ms`] = performance.now() - from;
  return made;
}

function project(): Stored {
  const people = Array.from({ length: 45 }, (_, at) => {
    const organisation = at % 17;
    const person = { name: `Person ${at}`, organisation: `Region ${organisation}` };
    return [`person-id-${at}`, { ...person, organisationId: `region-${organisation}` }] as const;
  });
  return {
    project: { name: 'Stort', question: 'Hur mycket?', host: '', about: '', language: 'sv' },
    organisations: Array.from({ length: 17 }, (_, at) => ({
      ...{ id: `region-${at}`, name: `Region ${at}`, kind: 'region', added: false, removed: false }
    })),
    people,
    meetings: Array.from({ length: MEETINGS }, (_, at) => ({
      ...{ id: `meeting-id-${at}`, number: at + 1, title: `Träff ${at + 1}`, place: 'Hällby' },
      ...{ day: '2027-04-15', startsAt: '09:30', endsAt: '15:00' },
      attending: people.map(([id]) => id),
      events: log(
        at,
        people.map(([id]) => id)
      )
    })),
    documentation: null
  };
}

/** Every note has an event that says where it lies, as the machine writes them. */
function log(meeting: number, people: readonly string[]): Recorded[] {
  const events: Recorded[] = [];
  const leader: Actor = { role: 'leader', id: 'leader-id' };
  const add = (fact: Pick<Recorded, 'name' | 'data'>, by: Actor) => {
    const seq = events.length + 1;
    const at = FROM + seq * 1_000;
    events.push({ ...fact, seq, at, by, command: `command-${meeting}-${seq}` } as Recorded);
  };
  add({ name: 'MeetingOpened', data: {} }, leader);
  const each = Math.ceil(NOTES / MEETINGS / KINDS.length);
  for (const [step, kind] of KINDS.entries()) {
    const prompt = `prompt-${step}`;
    const data = { ...PLAIN_STEP, prompt, kind, index: step, title: `Fråga ${step + 1}` };
    add({ name: 'PromptAdded', data }, leader);
    add({ name: 'PromptOpened', data: { prompt } }, leader);
    const cards = inventedCards(each);
    for (let at = 0; at < each; at++) {
      const author = people[(at * 7) % people.length]!;
      const note = `note-${meeting}-${step}-${at}-0123456789`;
      const fields = { text: cards[at % cards.length]!, ...(kind === 'quote' ? { speaker: 'me' } : {}) };
      const written = { note, prompt, author, fields, pledge: 'named' as const };
      add({ name: 'NoteSubmitted', data: written }, { role: 'participant', id: author });
      if (kind !== 'role-card') continue;
      const cluster = `cluster-${meeting}-${step}-${at % Math.ceil(each / 4)}`;
      const placements = [{ note, cluster, why: { kind: 'alone' as const } }];
      add(
        { name: 'NotesPlaced', data: { prompt, placements, labels: [] } },
        { role: 'machine', id: 'machine' }
      );
    }
    add({ name: 'PromptClosed', data: { prompt } }, leader);
  }
  add({ name: 'MeetingFinished', data: {} }, leader);
  return events;
}
