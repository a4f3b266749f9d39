/** Reads what somebody chose as a project's file: all of it or nothing, and else the first thing that is wrong with it. */
import * as v from 'valibot';
import { CARD_LANGUAGES } from '../clustering/card-language.ts';
import { isOrganisationKind } from '../organisation-kinds.ts';
import { JSON_FORMAT } from '../outputs/json.ts';
import { isStorable } from '../text.ts';
import { EVENTS, id, instant, text, whole } from './event-schema.ts';
import { MAX_PROJECT_BYTES, MOST_EVENTS, MOST_MEETINGS, MOST_PEOPLE } from './file.ts';
import { PROJECT_FORMAT, PROJECT_VERSION } from './file.ts';
import type { FileEvent, FileMeeting, ProjectFile } from './file.ts';

export interface ProjectFault {
  code:
    | 'too-large'
    | 'not-json'
    | 'other-format'
    | 'one-meeting'
    | 'newer-version'
    | 'part-wrong'
    | 'log-gap'
    | 'event-unknown'
    | 'event-wrong'
    | 'reference-unknown'
    | 'altered'
    | 'documentation-large';
  /** Where: a part of the file by its name there. */
  part?: string;
  /** The meeting, by its number in the project, and the event by its number in the log. */
  meeting?: number;
  event?: number;
  limit?: number;
}
export type ReadProject = { ok: true; file: ProjectFile } | { ok: false; fault: ProjectFault };

const time = v.nullable(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)));
const day = v.nullable(
  v.pipe(
    v.string(),
    v.regex(/^(19|[2-9]\d)\d\d-\d\d-\d\d$/),
    v.check((one) => {
      const date = new Date(`${one}T00:00:00Z`);
      return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(one);
    })
  )
);
const name = v.pipe(text(400), v.trim(), v.minLength(1));

const head = v.strictObject({
  format: v.literal(PROJECT_FORMAT),
  version: v.literal(PROJECT_VERSION),
  project: v.strictObject({
    name,
    question: v.pipe(text(1_000), v.trim(), v.minLength(1)),
    host: text(400),
    about: text(10_000),
    language: v.picklist(CARD_LANGUAGES)
  }),
  organisations: v.pipe(
    v.array(
      v.strictObject({
        id,
        name,
        kind: v.pipe(v.string(), v.check(isOrganisationKind)),
        added: v.boolean(),
        removed: v.boolean()
      })
    ),
    v.maxLength(1_000)
  ),
  people: v.pipe(
    v.array(v.strictObject({ id, name: v.optional(name), organisation: v.nullable(id) })),
    v.maxLength(MOST_PEOPLE)
  ),
  documentation: v.nullable(v.unknown()),
  stateHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  meetings: v.pipe(v.array(v.unknown()), v.maxLength(MOST_MEETINGS))
});

const meeting = v.strictObject({
  id,
  number: whole(1, 1_000),
  title: name,
  place: text(400),
  day,
  startsAt: time,
  endsAt: time,
  attendance: v.array(v.strictObject({ organisation: v.nullable(id), people: whole(1, MOST_PEOPLE) })),
  log: v.pipe(v.array(v.unknown()), v.maxLength(MOST_EVENTS))
});

const event = v.strictObject({
  seq: whole(1, MOST_EVENTS),
  at: instant,
  by: v.strictObject({ role: v.picklist(['leader', 'participant', 'machine']), id }),
  command: id,
  name: text(40),
  data: v.unknown()
});

/** The documentation as deep and as wide as any; what of it the editor does not know is left out there. */
const DEEPEST = 40;
const MOST_NODES = 50_000;

export function readProjectFile(written: string): ReadProject {
  if (written.length > MAX_PROJECT_BYTES) return fault('too-large', { limit: MAX_PROJECT_BYTES / 2 ** 20 });
  let input: unknown;
  try {
    input = JSON.parse(written.replace(/^\uFEFF/, ''));
  } catch {
    return fault('not-json');
  }
  const format = fieldOf(input, 'format');
  if (format === JSON_FORMAT) return fault('one-meeting');
  if (format !== PROJECT_FORMAT) return fault('other-format');
  const version = fieldOf(input, 'version');
  if (typeof version === 'number' && version > PROJECT_VERSION) return fault('newer-version');
  const outer = v.safeParse(head, input);
  if (!outer.success || hasForeignKeys(input)) return fault('part-wrong', { part: partOf(outer.issues) });
  const { documentation } = outer.output;
  if (documentation !== null && !isContent(documentation))
    return fault('part-wrong', { part: 'documentation' });
  const meetings: FileMeeting[] = [];
  for (const [at, one] of outer.output.meetings.entries()) {
    const read = readMeeting(one, at);
    if ('code' in read) return { ok: false, fault: read };
    meetings.push(read);
  }
  const file = { ...outer.output, meetings } as unknown as ProjectFile;
  const wrong = unknownReference(file);
  return wrong ? { ok: false, fault: wrong } : { ok: true, file };
}

function readMeeting(input: unknown, at: number): FileMeeting | ProjectFault {
  const read = v.safeParse(meeting, input);
  if (!read.success) return { code: 'part-wrong', part: `meetings[${at}].${partOf(read.issues)}` };
  const { log, ...facts } = read.output;
  const events: FileEvent[] = [];
  for (const [index, one] of log.entries()) {
    const where = { meeting: facts.number, event: index + 1 };
    const outer = v.safeParse(event, one);
    if (!outer.success) return { code: 'event-wrong', ...where };
    const { seq, at: when, by, command, name: called, data } = outer.output;
    if (seq !== index + 1) return { code: 'log-gap', ...where };
    const schema = Object.hasOwn(EVENTS, called) ? EVENTS[called as keyof typeof EVENTS] : undefined;
    if (!schema) return { code: 'event-unknown', ...where };
    const inner = v.safeParse(schema, data);
    if (!inner.success) return { code: 'event-wrong', ...where };
    events.push({ seq, at: when, by, command, name: called, data: inner.output } as FileEvent);
  }
  return { ...facts, log: events };
}

/** Whatever names somebody, an organisation, a step or a note that the file does not have. */
function unknownReference({ organisations, people, meetings }: ProjectFile): ProjectFault | undefined {
  const places = new Set(organisations.map((one) => one.id));
  const persons = new Set(people.map((one) => one.id));
  const unknown: ProjectFault = { code: 'reference-unknown' };
  if (places.size < organisations.length) return { ...unknown, part: 'organisations' };
  const isPlace = (one: string | null) => one === null || places.has(one);
  if (persons.size < people.length || !people.every((one) => isPlace(one.organisation)))
    return { ...unknown, part: 'people' };
  const numbers = new Set(meetings.map((one) => one.number));
  const ids = new Set(meetings.map((one) => one.id));
  if (numbers.size < meetings.length || ids.size < meetings.length) return { ...unknown, part: 'meetings' };
  for (const { number, log, attendance } of meetings) {
    for (const { organisation, people: count } of attendance) {
      const places = people.filter((one) => !one.name && one.organisation === organisation).length;
      if (!isPlace(organisation) || count > places)
        return { ...unknown, meeting: number, part: 'attendance' };
    }
    const known = { prompts: new Set<string>(), notes: new Set<string>(), clusters: new Set<string>() };
    for (const one of log)
      if (!isKnown(one, known, { places, persons, ids }))
        return { ...unknown, meeting: number, event: one.seq };
  }
  return undefined;
}

interface Known {
  prompts: Set<string>;
  notes: Set<string>;
  clusters: Set<string>;
}

/** Does it speak of nothing but what came before it? Remembers what it begins. */
function isKnown(
  one: FileEvent,
  { prompts, notes, clusters }: Known,
  { places, persons, ids }: Record<'places' | 'persons' | 'ids', ReadonlySet<string>>
): boolean {
  const isPerson = (author: string) => persons.has(author) || /^(unnamed|leader)-\d{1,5}$/.test(author);
  const isMeeting = (brought: { meeting: string } | null | undefined) =>
    !brought || brought.meeting === '' || ids.has(brought.meeting);
  if (one.name === 'PromptAdded') {
    if (prompts.has(one.data.prompt) || !isMeeting(one.data.brought)) return false;
    prompts.add(one.data.prompt);
    return true;
  }
  if ('prompt' in one.data && !prompts.has(one.data.prompt)) return false;
  switch (one.name) {
    case 'PromptEdited':
      return isMeeting(one.data.brought);
    case 'NoteSubmitted':
      if (notes.has(one.data.note) || !isPerson(one.data.author)) return false;
      notes.add(one.data.note);
      return true;
    case 'NotesImported':
      for (const { note, organisation } of one.data.notes) {
        if (notes.has(note) || (organisation !== undefined && !places.has(organisation))) return false;
        notes.add(note);
      }
      return isPerson(one.data.author);
    case 'ClusterAdded':
      clusters.add(one.data.cluster);
      return true;
    case 'NotesMoved':
      clusters.add(one.data.cluster);
      return one.data.notes.every((note) => notes.has(note));
    case 'NotesPlaced':
      for (const { cluster } of one.data.placements) clusters.add(cluster);
      return (
        one.data.placements.every(({ note }) => notes.has(note)) &&
        one.data.labels.every(({ cluster, from }) => clusters.has(cluster) && notes.has(from))
      );
    case 'NotesSorted':
      return one.data.placements.every(({ note, cluster }) => notes.has(note) && clusters.has(cluster));
    case 'NoteMarked':
    case 'NoteRevealed':
      return notes.has(one.data.note);
    default:
      return true;
  }
}

function fault(code: ProjectFault['code'], more: Omit<ProjectFault, 'code'> = {}): ReadProject {
  return { ok: false, fault: { code, ...more } };
}

function fieldOf(input: unknown, field: string): unknown {
  return typeof input === 'object' && input !== null && Object.hasOwn(input, field)
    ? (input as Record<string, unknown>)[field]
    : undefined;
}

function partOf(issues: readonly v.BaseIssue<unknown>[] | undefined): string {
  return (issues && issues[0] && v.getDotPath(issues[0])) ?? '';
}

/** JSON makes "__proto__" a field like any other, which a schema passes over. */
function hasForeignKeys(input: unknown, depth = 0): boolean {
  if (typeof input !== 'object' || input === null) return false;
  if (depth > 2 * DEEPEST) return true;
  return Object.entries(input).some(
    ([key, value]) => key === '__proto__' || hasForeignKeys(value, depth + 1)
  );
}

function isContent(input: unknown): boolean {
  let left = MOST_NODES;
  const isNode = (node: unknown, depth: number): boolean => {
    if (--left < 0 || depth > DEEPEST || !isNamed(node)) return false;
    const [text, marks, content] = ['text', 'marks', 'content'].map((field) => fieldOf(node, field));
    if (text !== undefined && !(typeof text === 'string' && isStorable(text))) return false;
    if (marks !== undefined && !(Array.isArray(marks) && marks.every(isNamed))) return false;
    return (
      content === undefined || (Array.isArray(content) && content.every((child) => isNode(child, depth + 1)))
    );
  };
  return isNode(input, 0);
}

/** A node or a mark: what it is called, and plain things said of it. */
function isNamed(input: unknown): boolean {
  const attrs = fieldOf(input, 'attrs') ?? {};
  return (
    typeof fieldOf(input, 'type') === 'string' &&
    typeof attrs === 'object' &&
    Object.values(attrs).every((one) =>
      typeof one === 'string' ? isStorable(one) : one === null || typeof one !== 'object'
    )
  );
}
