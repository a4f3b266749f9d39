/** What a step left behind, as blocks of a report. */
import type { Seen, Source, Part } from '../documentation/source.ts';
import type { MeetingId, NoteId } from '../meeting/ids.ts';
import type { PromptOutput } from '../outputs/outputs.ts';
import type { Wording } from '../outputs/wording.ts';
import type { WallPicture } from '../wall/picture.ts';
import type { Block } from './document.ts';

export function partsOf(prompt: PromptOutput): Part[] {
  return prompt.outcome === 'quotes' ? ['quotes'] : ['list'];
}

export function stepBlocks(
  prompt: PromptOutput,
  _picture: WallPicture | undefined,
  _part: Part,
  only: readonly NoteId[],
  _wording: Wording,
  meeting: MeetingId
): Block[] {
  const notes = prompt.notes.filter(({ id }) => only.length === 0 || only.includes(id));
  const items = notes.map(({ id, text }): Block[] => [
    { kind: 'paragraph', runs: [{ text, origin: { meeting, prompt: prompt.id, notes: [id] } }] }
  ]);
  return items.length > 0 ? [{ kind: 'list', ordered: false, items }] : [];
}

export function seenNow(prompt: PromptOutput, { only }: Source): Seen {
  const notes = prompt.notes.filter(({ id }) => only.length === 0 || only.includes(id));
  return {
    hash: String(notes.reduce((sum, { id, text }) => sum + id.length + text.length, 0)),
    notes: notes.length
  };
}
