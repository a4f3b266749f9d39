/** What stands in the documentation before anybody has written in it: the chapters of a printed one, with what the meetings have left. */
import type { Outputs, PromptOutput } from '../outputs/outputs.ts';
import type { ContentNode } from './content.ts';
import type { Part, Seen, Source } from './source.ts';

/** In their order. */
export const CHAPTERS = [
  'introduction',
  'timeline',
  'roles',
  'definitions',
  'others',
  'cases',
  'lessons',
  'followUp'
] as const;
export type Chapter = (typeof CHAPTERS)[number];

const OF_KIND: Readonly<Record<string, Chapter>> = {
  milestone: 'timeline',
  'role-card': 'roles',
  'role-definition': 'definitions',
  perspective: 'others',
  actor: 'others',
  case: 'cases',
  'sticky-note': 'lessons',
  commitment: 'lessons',
  'follow-up': 'followUp'
};

/** What is placed of a step where it offers several. */
const RATHER: readonly Part[] = ['picture', 'list', 'all'];

export interface FirstWords {
  chapters: Readonly<Record<Chapter, string>>;
  /** Over who took part, e.g. "Träff 2: Vem är du?", and under it where and when. */
  meeting(meeting: Outputs['meeting']): { title: string; facts: string };
}

interface Tools {
  partsOf(prompt: PromptOutput): readonly Part[];
  seen(source: Source): Seen | undefined;
  newId(): string;
}

/** `about`: what the project is about, in paragraphs. */
export function firstContent(
  { about }: { about: string },
  meetings: readonly Outputs[],
  words: FirstWords,
  { partsOf, seen, newId }: Tools
): ContentNode {
  const placed = new Map<Chapter, ContentNode[]>(CHAPTERS.map((chapter) => [chapter, []]));
  const place = (chapter: Chapter, source: Source) => {
    const { hash, notes } = seen(source) ?? { hash: '', notes: 0 };
    const { meeting, prompt, part } = source;
    const attrs = { id: newId(), meeting, prompt, part, only: '', caption: '', hash, notes: String(notes) };
    placed.get(chapter)!.push({ type: 'output', attrs });
  };
  const introduction = placed.get('introduction')!;
  introduction.push(...about.split('\n\n').filter(Boolean).map(paragraph));
  for (const { meeting, prompts } of meetings) {
    // Quotes and votes belong to what was asked before them.
    let chapter: Chapter = 'introduction';
    if (meeting.participants > 0) {
      const { title, facts } = words.meeting(meeting);
      introduction.push(heading(2, title), ...(facts ? [paragraph(facts)] : []));
      place('introduction', { meeting: meeting.id, prompt: '', part: 'attendance', only: [] });
    }
    for (const prompt of prompts) {
      chapter = OF_KIND[prompt.kind] ?? chapter;
      const offered = partsOf(prompt);
      const part = prompt.outcome === 'quotes' ? 'quotes' : RATHER.find((one) => offered.includes(one));
      if (!part || !hasLeft(prompt)) continue;
      if (chapter !== 'introduction') placed.get(chapter)!.push(heading(2, prompt.title));
      place(chapter, { meeting: meeting.id, prompt: prompt.id, part, only: [] });
    }
  }
  return {
    type: 'doc',
    content: CHAPTERS.flatMap((chapter) => {
      const under = placed.get(chapter)!;
      // Something to write in stands after each heading and at the end of each chapter.
      return [heading(1, words.chapters[chapter]), ...under, paragraph('')];
    })
  };
}

function hasLeft({ notes, uncited, vote }: PromptOutput): boolean {
  return notes.length > 0 || uncited.length > 0 || (vote?.voters ?? 0) > 0;
}

function heading(level: 1 | 2, text: string): ContentNode {
  return { type: 'heading', attrs: { level }, content: [{ type: 'text', text }] };
}

function paragraph(text: string): ContentNode {
  return { type: 'paragraph', content: text ? [{ type: 'text', text }] : [] };
}
