/** What was found: grouped by meeting and step, the best first. */
import { foldKey } from '../text.ts';
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

/** Cards of one word that say the same are one hit; the first leads there. */
export function together(hits: readonly Hit[]): Hit[] {
  const said = new Map<string, Hit>();
  for (const hit of hits) {
    const word = hit.place.startsWith('?note=') ? hit.place.split('#')[1] : undefined;
    const text = hit.lines.map((line) => line.map((part) => part.text).join('')).join('\n');
    const key = word ? `${word} ${foldKey(text)}` : hit.place + hit.note;
    const known = said.get(key);
    if (!known) said.set(key, hit);
    else {
      const { from, ...rest } = known;
      said.set(key, { ...rest, ...(from === hit.from ? { from } : {}), cards: known.cards + 1 });
    }
  }
  return [...said.values()];
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
