/** A meeting, or all meetings of a project, as the sheets of a workbook: what it is first, then a sheet for each step. */
import type { Outputs, PromptOutput } from '../outputs.ts';
import { localTime } from '../time.ts';
import { promptTable } from './prompt-sheet.ts';
import { sheetNames } from './sheet.ts';
import type { Cell, Sheet } from './sheet.ts';
import type { SheetWording } from './wording.ts';

/** Each meeting with words that know it. */
export type Worded = readonly { outputs: Outputs; wording: SheetWording }[];

export function meetingWorkbook(outputs: Outputs, wording: SheetWording): Sheet[] {
  return workbook([{ outputs, wording }], wording.sheets.meeting, wording, (_, { number }) => `${number}`);
}

export function projectWorkbook(meetings: Worded, wording: SheetWording): Sheet[] {
  const numbered = (outputs: Outputs, { number }: PromptOutput) => `${outputs.meeting.number}.${number}`;
  return workbook(meetings, wording.sheets.project, wording, numbered);
}

function workbook(
  meetings: Worded,
  first: string,
  wording: SheetWording,
  numberOf: (outputs: Outputs, prompt: PromptOutput) => string
): Sheet[] {
  const steps = meetings.flatMap(({ outputs, wording }) =>
    outputs.prompts.filter(holdsAnything).map((prompt) => ({ outputs, prompt, wording }))
  );
  const parked = parkedRows(meetings);
  const summaries = summaryRows(meetings);
  const besides = [
    { name: wording.sheets.summaries, ...summaries },
    { name: wording.sheets.parked, ...parked }
  ].filter(({ rows }) => rows.length > 1);
  const names = sheetNames([
    first,
    ...steps.map(({ outputs, prompt }) => `${numberOf(outputs, prompt)} ${prompt.title}`),
    ...besides.map(({ name }) => name)
  ]);
  return [
    about(meetings, names[0]!, steps, names.slice(1), wording),
    ...steps.map(({ prompt, wording }, at) => ({
      name: names[at + 1]!,
      head: 1,
      ...promptTable(prompt, wording)
    })),
    ...besides.map((sheet, at) => ({ ...sheet, name: names[steps.length + 1 + at]!, head: 1 }))
  ];
}

/** A talk, or a step that nobody has answered, has no sheet. */
function holdsAnything({ notes, uncited, vote }: PromptOutput): boolean {
  return notes.length + uncited.length > 0 || (vote?.voters ?? 0) > 0;
}

/** Who, where and when, and what each sheet holds. */
function about(
  meetings: Worded,
  name: string,
  steps: readonly { outputs: Outputs; prompt: PromptOutput; wording: SheetWording }[],
  names: readonly string[],
  wording: SheetWording
): Sheet {
  const { facts, heads, columns } = wording;
  const project = meetings[0]?.outputs.meeting.project;
  const rows: Cell[][] = [
    [{ bold: facts.project }, project?.name ?? ''],
    [{ bold: facts.question }, project?.question ?? '']
  ];
  for (const { outputs, wording } of meetings) {
    const { meeting } = outputs;
    rows.push([], [{ bold: columns.meeting }, `${wording.meeting(meeting.number)}: ${meeting.title}`]);
    const known: [string, Cell][] = [
      [facts.when, wording.when(meeting)],
      [facts.where, meeting.place],
      [facts.who, wording.who(meeting)]
    ];
    rows.push(...known.filter(([, text]) => text).map(([label, text]): Cell[] => [{ bold: label }, text]));
    for (const { name: organisation, kind, participants } of meeting.organisations)
      rows.push([null, organisation || wording.organisations(kind), participants]);
  }
  rows.push(
    [],
    [heads.sheet, columns.prompt, heads.answers, columns.kind].map((bold) => ({ bold }))
  );
  steps.forEach(({ prompt, wording }, at) =>
    rows.push([names[at]!, prompt.title, answersTo(prompt), wording.note(prompt.kind)])
  );
  return { name, head: 0, widths: [32, 60, 12, 24], rows };
}

function answersTo({ notes, uncited, vote }: PromptOutput): number {
  return vote ? vote.voters : notes.length + uncited.length;
}

function parkedRows(meetings: Worded): Pick<Sheet, 'rows' | 'widths'> {
  const [first] = meetings;
  const head: Cell[] = first
    ? [
        first.wording.columns.meeting,
        first.wording.columns.text,
        first.wording.heads.done,
        first.wording.columns.time
      ]
    : [];
  const rows = meetings.flatMap(({ outputs, wording }) =>
    outputs.thoughts.map(({ text, done, at }): Cell[] => [
      wording.meeting(outputs.meeting.number),
      text,
      done ? wording.done : null,
      { time: localTime(at, wording.timeZone) }
    ])
  );
  return { widths: [14, 60, 14, 18], rows: [head, ...rows] };
}

function summaryRows(meetings: Worded): Pick<Sheet, 'rows' | 'widths'> {
  const [first] = meetings;
  const head: Cell[] = first
    ? [
        first.wording.columns.meeting,
        first.wording.columns.prompt,
        first.wording.heads.about,
        first.wording.columns.text
      ]
    : [];
  const rows = meetings.flatMap(({ outputs, wording }) =>
    outputs.prompts.flatMap((prompt) =>
      Object.entries(prompt.summaries).map(([about, text]): Cell[] => [
        wording.meeting(outputs.meeting.number),
        prompt.title,
        aboutText(prompt, about, wording),
        text
      ])
    )
  );
  return { widths: [14, 40, 24, 80], rows: [head, ...rows] };
}

/** Of perspectives a summary is about a kind of actor, which is kept by its name in the code. */
function aboutText({ kind }: PromptOutput, about: string, wording: SheetWording): string {
  return about && wording.choice(kind, 'actorKind', about);
}
