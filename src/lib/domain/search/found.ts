/** What was found: grouped by meeting and step, the best first. */
import { foldKey } from '../text.ts';
import { formsOf } from '../wall/forms.ts';
import type { MeetingId, NoteId, PromptId } from '../meeting/ids.ts';
import type { Line } from './excerpt.ts';

export interface Hit {
  /** '' where it is the step itself. */
  note: NoteId;
  lines: readonly Line[];
  /** Who it is from, as far as that is shown. */
  from?: string;
  /** So many cards of one word say the same. */
  cards: number;
  /** Where in the report it stands, as the part of its address behind the meeting's. */
  place: string;
}

export interface FoundStep {
  meeting: { id: MeetingId; number: number; title: string };
  /** Undefined: what came up besides. */
  step?: { id: PromptId; number: number; title: string; kind: string };
  hits: readonly Hit[];
}

/** Cards of one word that say the same are one hit: as most of these wrote it; the first of them leads there. Counted on a page of hits. */
export function together(hits: readonly Hit[]): Hit[] {
  const said = new Map<string, Hit[]>();
  for (const hit of hits) {
    const word = hit.place.startsWith('?note=') ? hit.place.split('#')[1] : undefined;
    const key = word ? `${word} ${foldKey(textOf(hit))}` : hit.place + hit.note;
    const same = said.get(key);
    if (same) same.push(hit);
    else said.set(key, [hit]);
  }
  return [...said.values()].map((same) => {
    const [form] = formsOf(same.map(textOf));
    const { from, ...rest } = same.find((hit) => textOf(hit) === form?.text)!;
    const shared = from !== undefined && same.every((hit) => hit.from === from);
    return { ...rest, ...(shared ? { from } : {}), cards: same.length };
  });
}

function textOf({ lines }: Hit): string {
  return lines.map((line) => line.map(({ text }) => text).join('')).join('\n');
}

export type Found =
  | { state: 'empty' | 'too-short' | 'too-long' | 'too-common' }
  | {
      state: 'found';
      /** Of all pages. */
      total: number;
      page: number;
      pages: number;
      steps: readonly FoundStep[];
      /** Nothing was found: what would be, and may have been meant. */
      meant?: string;
    };

/** So many hits are on a page. */
export const PAGE = 50;
