/**
 * An agenda as a file, for another meeting, another server or another year. JSON:
 *
 *     { "format": "ordvagg-agenda", "version": 1, "name": "Vem är du?", "startsAt": "09:30", "endsAt": "15:00",
 *       "steps": [{ "kind": "role-card", "title": "Vem är du?", "minutes": 25, "hidden": true }, ...] }
 *
 * A step has a kind, a title, and those of its settings (`PromptText`) that somebody has decided; a vote has `about` as the place
 * of another step, from 0, and its `choices` as texts. Nobody's id, name or answer is in it. What is read was written by anybody:
 * unknown fields are refused, and so is what `AddPrompts` would refuse.
 */
import * as v from 'valibot';
import { kindOf } from '../kinds/registry.ts';
import { PLEDGES } from '../meeting/pledge.ts';
import { MODERATIONS, MOST_CHOICES, MOST_VOTES, STEP_LIMITS } from '../meeting/step-settings.ts';
import { cleanLine, cleanLines, lengthOf } from '../text.ts';
import { LONGEST_NAME, MOST_STEPS, slim } from './step.ts';
import type { Agenda, AgendaStep } from './step.ts';

export const AGENDA_FORMAT = 'ordvagg-agenda';
export const AGENDA_VERSION = 1;
/** No agenda comes near it. */
export const MAX_AGENDA_BYTES = 256 * 1024;

/** Why a file is no agenda; `step` counts from 1. */
export interface AgendaFault {
  code:
    | 'too-large'
    | 'not-json'
    | 'other-format'
    | 'newer-version'
    | 'no-steps'
    | 'too-many-steps'
    | 'step-wrong'
    | 'kind-unknown'
    | 'title-empty'
    | 'text-too-long';
  step?: number;
  limit?: number;
}
export type ReadAgenda = { ok: true; agenda: Agenda } | { ok: false; fault: AgendaFault };

const whole = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const time = v.nullable(v.pipe(v.string(), v.regex(/^([01]\d|2[0-3]):[0-5]\d$/)));

const vote = v.partial(
  v.strictObject({
    about: v.nullable(
      v.strictObject({ step: whole(0, MOST_STEPS - 1), of: v.picklist(['notes', 'clusters']) })
    ),
    choices: v.pipe(v.array(v.string()), v.maxLength(MOST_CHOICES)),
    votes: whole(1, MOST_VOTES),
    stack: v.boolean(),
    low: v.string(),
    high: v.string()
  })
);

const step = v.strictObject({
  kind: v.string(),
  title: v.string(),
  instruction: v.optional(v.string()),
  minutes: v.optional(whole(0, 600)),
  hidden: v.optional(v.boolean()),
  pledge: v.optional(v.picklist(PLEDGES)),
  perPerson: v.optional(whole(0, 100)),
  speaker: v.optional(v.string()),
  grace: v.optional(whole(0, 600)),
  closes: v.optional(v.boolean()),
  moderation: v.optional(v.picklist(MODERATIONS)),
  suggests: v.optional(v.boolean()),
  perGroup: v.optional(v.boolean()),
  vote: v.optional(vote),
  homework: v.optional(v.literal(true))
});

const head = v.strictObject({
  format: v.literal(AGENDA_FORMAT),
  version: v.literal(AGENDA_VERSION),
  name: v.string(),
  startsAt: v.optional(time, null),
  endsAt: v.optional(time, null),
  steps: v.array(v.unknown())
});

/** The file's text. */
export function writeAgenda({ name, startsAt, endsAt, steps }: Agenda): string {
  const times = { ...(startsAt ? { startsAt } : {}), ...(endsAt ? { endsAt } : {}) };
  const file = { format: AGENDA_FORMAT, version: AGENDA_VERSION, name, ...times, steps: steps.map(slim) };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** What somebody chose as a file, read as far as it can be an agenda; else the first fault. */
export function readAgenda(text: string): ReadAgenda {
  if (text.length > MAX_AGENDA_BYTES) return fault('too-large', { limit: MAX_AGENDA_BYTES / 1024 });
  let input: unknown;
  try {
    // A byte order mark is what some editors leave in front.
    input = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return fault('not-json');
  }
  if (!isAgenda(input)) return fault('other-format');
  if (typeof input.version === 'number' && input.version > AGENDA_VERSION) return fault('newer-version');
  const outer = v.safeParse(head, input);
  if (!outer.success || Object.hasOwn(input, '__proto__')) return fault('other-format');
  const { name, startsAt, endsAt, steps } = outer.output;
  const read = readSteps(steps);
  if (!read.ok) return read;
  const short = [...cleanLine(name)].slice(0, LONGEST_NAME).join('');
  return { ok: true, agenda: { name: short, startsAt, endsAt, steps: read.steps } };
}

/** Steps of a file, or of a template that was kept: what comes out of it `AddPrompts` takes. */
export function readSteps(
  input: readonly unknown[]
): { ok: true; steps: AgendaStep[] } | { ok: false; fault: AgendaFault } {
  if (input.length === 0) return fault('no-steps');
  if (input.length > MOST_STEPS) return fault('too-many-steps', { limit: MOST_STEPS });
  const steps: AgendaStep[] = [];
  for (const [place, one] of input.entries()) {
    const parsed = v.safeParse(step, one);
    if (!parsed.success || hasForeignKeys(one)) return fault('step-wrong', { step: place + 1 });
    const read = cleaned(parsed.output as AgendaStep);
    const wrong = faultOf(read);
    if (wrong) return { ok: false, fault: { ...wrong, step: place + 1 } };
    steps.push(read);
  }
  return { ok: true, steps: steps.map((one, place) => slim(aboutNotes(one, place, steps))) };
}

function fault(code: AgendaFault['code'], more: Omit<AgendaFault, 'code'> = {}) {
  return { ok: false as const, fault: { code, ...more } };
}

function isAgenda(input: unknown): input is { format: string; version?: unknown } {
  return (
    typeof input === 'object' && input !== null && (input as { format?: unknown }).format === AGENDA_FORMAT
  );
}

/** JSON makes "__proto__" a field like any other, which a schema passes over. No step is deeper than a vote's `about`. */
function hasForeignKeys(input: unknown, depth = 0): boolean {
  if (typeof input !== 'object' || input === null) return false;
  if (depth > 4) return true;
  return Object.entries(input).some(
    ([key, value]) => key === '__proto__' || hasForeignKeys(value, depth + 1)
  );
}

/** A vote is about another step of the list that takes notes, or about nothing yet. */
function aboutNotes(one: AgendaStep, place: number, steps: readonly AgendaStep[]): AgendaStep {
  const about = one.vote?.about;
  if (!about || (about.step !== place && kindOf(steps[about.step]?.kind ?? '')?.takes === 'notes'))
    return one;
  return { ...one, vote: { ...one.vote, about: null } };
}

/** A step that is no vote has no rules of one. */
function cleaned({ vote: rules, ...read }: AgendaStep): AgendaStep {
  const text = {
    ...read,
    title: cleanLine(read.title),
    ...(read.instruction === undefined ? {} : { instruction: cleanLines(read.instruction) }),
    ...(read.speaker === undefined ? {} : { speaker: cleanLine(read.speaker) })
  };
  if (!rules || kindOf(read.kind)?.takes !== 'ballots') return text;
  return {
    ...text,
    vote: {
      ...rules,
      ...(rules.choices ? { choices: rules.choices.map(cleanLine).filter(Boolean) } : {}),
      ...(rules.low === undefined ? {} : { low: cleanLine(rules.low) }),
      ...(rules.high === undefined ? {} : { high: cleanLine(rules.high) })
    }
  };
}

function faultOf({
  kind,
  title,
  instruction = '',
  speaker = '',
  vote: rules
}: AgendaStep): AgendaFault | undefined {
  if (!kindOf(kind)) return { code: 'kind-unknown' };
  if (!title) return { code: 'title-empty' };
  const texts: [string, number][] = [
    [title, STEP_LIMITS.title],
    [instruction, STEP_LIMITS.instruction],
    [speaker, STEP_LIMITS.speaker],
    ...(rules?.choices ?? []).map((text): [string, number] => [text, STEP_LIMITS.choice]),
    [rules?.low ?? '', STEP_LIMITS.end],
    [rules?.high ?? '', STEP_LIMITS.end]
  ];
  const long = texts.find(([text, limit]) => lengthOf(text) > limit);
  return long && { code: 'text-too-long', limit: long[1] };
}
