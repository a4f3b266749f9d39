/** The meeting as a text with headings, to be written on in any editor. */
import { otherForms } from '../wall/words.ts';
import type { Word } from '../wall/words.ts';
import { speakerLine } from '../kinds/speaker.ts';
import type { Attendance } from './attendance.ts';
import type { GroupOutput, NoteOutput, Outputs, PromptOutput } from './outputs.ts';
import { plainLine, plainLines } from './plain.ts';
import { outsideThemes } from './themes.ts';
import type { Wording } from './wording.ts';

/** A line break inside a paragraph. Two spaces would do too, but editors take them away. */
const BREAK = '\\\n';

/** The outputs as Markdown (CommonMark). */
export function toMarkdown(outputs: Outputs, wording: Wording): string {
  const { meeting, prompts, thoughts } = outputs;
  const blocks = [
    `# ${wording.meeting(meeting.number)}: ${plainLine(meeting.title)}`,
    facts(meeting, wording),
    organisations(meeting.organisations, wording),
    ...prompts.flatMap((prompt) => promptBlocks(prompt, wording)),
    ...parked(thoughts, wording)
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

function parked(thoughts: Outputs['thoughts'], { parked: heading, done }: Wording): string[] {
  if (thoughts.length === 0) return [];
  const items = thoughts.map((one) => plainLine(one.text) + (one.done ? ` (${done})` : ''));
  return [`## ${heading}`, list(items)];
}

function facts(meeting: Outputs['meeting'], { facts: names, when, who }: Wording): string {
  const lines: readonly (readonly [string, string])[] = [
    [names.project, plainLine(meeting.project.name)],
    [names.question, plainLine(meeting.project.question)],
    [names.when, when(meeting)],
    [names.where, plainLine(meeting.place)],
    [names.who, who(meeting)]
  ];
  return list(lines.flatMap(([name, text]) => (text ? `${name}: ${text}` : [])));
}

function organisations(all: readonly Attendance[], wording: Wording): string {
  const kinds = [...new Set(all.map((one) => one.kind))];
  return list(
    kinds.map((kind) => {
      const those = all.filter((one) => one.kind === kind);
      const names = those.map(({ name, participants }) =>
        name ? `${plainLine(name)} (${participants})` : String(participants)
      );
      return `${wording.organisations(kind)}: ${names.join(', ')}`;
    })
  );
}

function promptBlocks(prompt: PromptOutput, wording: Wording): string[] {
  return [
    `## ${prompt.number}. ${plainLine(prompt.title)}`,
    wording.prompt(prompt),
    plainLines(prompt.instruction).join(BREAK),
    ...outcome(prompt, wording),
    ...besides(prompt, wording)
  ];
}

/** Answers that are not quoted, and what leaders have written beside all. */
function besides({ uncited, summaries }: PromptOutput, wording: Wording): string[] {
  const texts = Object.entries(summaries).map(([about, text]) => {
    const lines = plainLines(text).join(BREAK);
    return about ? `**${wording.organisations(about)}:** ${lines}` : lines;
  });
  return [
    ...(uncited.length > 0 ? [wording.uncited(uncited.length)] : []),
    ...(texts.length > 0 ? [`### ${wording.summary}`, ...texts] : [])
  ];
}

function outcome(prompt: PromptOutput, wording: Wording): string[] {
  if (prompt.vote) return [wording.reading(prompt), votes(prompt, wording)];
  if (prompt.notes.length > 0) return [notes(prompt, wording)];
  return prompt.uncited.length > 0 ? [] : [wording.nothing(prompt)];
}

/** Each alternative with what it got; of a scale each number with how many gave it. */
function votes(prompt: PromptOutput, wording: Wording): string {
  const { options = [], scale } = prompt.vote ?? {};
  if (scale) return list(scale.counts.map((count, number) => `${number}: ${wording.answers(count)}`));
  return list(
    options.map((option) => indented(`**${plainLine(option.text)}**, ${wording.scored(prompt, option)}`))
  );
}

function notes(prompt: PromptOutput, wording: Wording): string {
  switch (prompt.outcome) {
    case 'wall': {
      const byId = new Map(prompt.notes.map((note) => [note.id, note]));
      const words = list(prompt.words.map((word) => wordItem(word, byId)));
      if (prompt.groups.length === 0) return words;
      return `${words}\n\n### ${wording.byGroup}\n\n${list(prompt.groups.map((group) => groupItem(group, byId, wording)))}`;
    }
    case 'quotes':
      return byGroups(prompt, wording, (those) => those.map((note) => quote(note, wording)).join('\n\n'));
    case 'notes':
      return stickyNotes(prompt, wording);
    case 'result':
    case 'pause':
      return '';
    default:
      return byGroups(prompt, wording, (those) =>
        list(those.map((note) => whole(prompt.kind, note, wording)))
      );
  }
}

/** Under their themes where there are any. */
function stickyNotes(prompt: PromptOutput, wording: Wording): string {
  const { notes, themes } = prompt;
  const { noTheme } = wording;
  if (themes.length === 0) return byGroups(prompt, wording, items);
  const byId = new Map(notes.map((note) => [note.id, note]));
  const rest = outsideThemes(notes, themes);
  const parts = [
    ...themes.map(({ text, notes: ids }) => ({ text, lying: ids.flatMap((id) => byId.get(id) ?? []) })),
    ...(rest.length > 0 ? [{ text: noTheme, lying: rest }] : [])
  ];
  return parts
    .map(({ text, lying }) => `### ${plainLine(text)} (${lying.length})\n\n${items(lying)}`)
    .join('\n\n');
}

/** Under the names of the groups where groups answered. */
function byGroups(
  { notes, groups }: PromptOutput,
  { noGroup }: Wording,
  write: (notes: readonly NoteOutput[], inGroup: boolean) => string
): string {
  if (groups.length === 0) return write(notes, false);
  const byId = new Map(notes.map((note) => [note.id, note]));
  return groups
    .map(({ name, notes: ids }) => {
      const own = ids.flatMap((id) => byId.get(id) ?? []);
      return `### ${plainLine(name || noGroup)} (${own.length})\n\n${write(own, true)}`;
    })
    .join('\n\n');
}

/** The words of a group in one row: what they stand on has been told above. */
function groupItem(
  { name, notes }: GroupOutput,
  byId: ReadonlyMap<string, NoteOutput>,
  { noGroup }: Wording
): string {
  const words = notes.flatMap((id) => byId.get(id)?.text ?? []).map(plainLine);
  return `**${plainLine(name || noGroup)}:** ${words.join(', ')}`;
}

/** Who it is from stands behind it, unless it stands above. */
function items(notes: readonly NoteOutput[], inGroup = false): string {
  return list(
    notes.map(({ text, organisation, group }) => item(text, organisation ?? (inGroup ? undefined : group)))
  );
}

/** A word with its count and what else lies in it, and under it why people chose it. */
function wordItem(word: Word, byId: ReadonlyMap<string, NoteOutput>): string {
  const reasons = word.notes
    .flatMap((id) => byId.get(id) ?? [])
    .filter((note) => note.explanation)
    .map((note) => `- ${item(note.explanation ?? '', note.organisation)}`);
  const head = [`**${plainLine(word.text)}** (${word.count})`, otherForms(word).map(plainLine).join(', ')];
  return indented([head.filter(Boolean).join(': '), ...reasons].join('\n'));
}

/** A note and below it each of its fields. */
function whole(kind: string, note: NoteOutput, { more }: Wording): string {
  const lines = more(kind, note).map((line) => `- ${indented(plainLines(line).join(BREAK))}`);
  return indented([item(note.text, note.organisation ?? note.group), ...lines].join('\n'));
}

function item(text: string, organisation: string | undefined): string {
  const lines = plainLines(text);
  if (organisation) lines.push(`${lines.pop() ?? ''} (${plainLine(organisation)})`);
  return indented(lines.join(BREAK));
}

function quote(note: NoteOutput, { nobody }: Wording): string {
  const lines = [
    ...plainLines(note.text).join(BREAK).split('\n'),
    '',
    `– ${plainLine(speakerLine(note.speaker ?? {}, nobody))}`
  ];
  return lines.map((line) => `> ${line}`.trimEnd()).join('\n');
}

function list(items: readonly string[]): string {
  return items.map((one) => `- ${one}`).join('\n');
}

/** The lines after the first stay in the item. */
function indented(text: string): string {
  return text.replaceAll('\n', '\n  ');
}
