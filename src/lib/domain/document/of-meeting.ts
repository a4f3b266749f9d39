/** A meeting as a report: who took part, each step of the agenda with what came of it, and what was parked. */
import { sameAskedBefore } from '../outcomes/slope.ts';
import type { Outputs } from '../outputs/outputs.ts';
import type { Wording } from '../outputs/wording.ts';
import type { WallPicture } from '../wall/picture.ts';
import { attendanceBlocks } from './attendance.ts';
import { heading, list, paragraph, run } from './blocks.ts';
import type { Block, Report } from './document.ts';
import { stepBlocks } from './of-step.ts';

export { attendanceBlocks } from './attendance.ts';
export { attendanceSeen } from './seen.ts';

/** What reviewers may read of a meeting. */
export interface Reviewed {
  outputs: Outputs;
  /** By prompt, those that were laid. */
  walls: Readonly<Record<string, WallPicture>>;
}

export function meetingTitle({ meeting }: Outputs, wording: Wording): string {
  return `${wording.meeting(meeting.number)}: ${meeting.title}`;
}

export function meetingReport({ outputs, walls }: Reviewed, wording: Wording, at: number): Report {
  const { meeting, prompts, thoughts } = outputs;
  const who = attendanceBlocks(meeting, wording);
  return {
    title: meetingTitle(outputs, wording),
    ...(meeting.project.name ? { subtitle: meeting.project.name } : {}),
    language: wording.locale,
    at,
    blocks: [
      ...facts(meeting, wording),
      ...(who.length > 0 ? [heading(1, wording.report.attendance), ...who] : []),
      ...prompts.flatMap((prompt): Block[] => [
        heading(1, `${prompt.number}. ${prompt.title}`, {
          id: `prompt-${prompt.id}`,
          origin: { meeting: meeting.id, prompt: prompt.id, notes: [] }
        }),
        ...stepBlocks(
          prompt,
          walls[prompt.id],
          'all',
          [],
          wording,
          meeting.id,
          sameAskedBefore(prompts, prompt)
        )
      ]),
      ...parked(thoughts, wording)
    ]
  };
}

function facts(meeting: Outputs['meeting'], { facts: names, when, who }: Wording): Block[] {
  const lines: readonly (readonly [string, string])[] = [
    [names.question, meeting.project.question],
    [names.when, when(meeting)],
    [names.where, meeting.place],
    [names.who, who(meeting)]
  ];
  const told = lines.filter(([, text]) => text);
  return told.length > 0
    ? [list(told.map(([name, text]) => [paragraph([run(`${name}: `, { bold: true }), run(text)])]))]
    : [];
}

function parked(thoughts: Outputs['thoughts'], { parked: title, done }: Wording): Block[] {
  if (thoughts.length === 0) return [];
  return [
    heading(1, title),
    list(thoughts.map((one) => [paragraph(one.text + (one.done ? ` (${done})` : ''))]))
  ];
}
