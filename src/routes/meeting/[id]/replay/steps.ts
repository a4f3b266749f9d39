/** What a replay shows of each step: its answers as they ended, short, by the ids that the moments name. */
import type { NoteId } from '$lib/domain/meeting/ids';
import type { Outputs, PromptOutput } from '$lib/domain/outputs/outputs';
import { shortened } from '$lib/domain/text';
import { wallIdOf } from '$lib/domain/wall/kept-wall';
import { scored } from '$lib/i18n/vote';
import { promptWhat, voteReading } from '$lib/review/wording';

export interface ReplayStep {
  id: string;
  title: string;
  kind: string;
  /** Of a wall: what the words are called, and by note which of them it is. */
  words: readonly { id: string; text: string }[];
  wordOf: Readonly<Record<NoteId, number>>;
  /** Else: what was written. Of a very long step nothing: its answers are counted. */
  texts: Readonly<Record<NoteId, string>>;
  /** What a vote came to, once it was closed. */
  result: readonly string[];
}

const LONGEST = 160;
/** Answers whose texts are sent: more nobody goes through one by one. */
const MOST = 2_000;

export function stepsOf({ prompts }: Outputs): ReplayStep[] {
  return prompts.map((prompt) => {
    const { id, title, kind, words, notes } = prompt;
    const isWall = words.length > 0;
    return {
      ...{ id, title, kind },
      words: words.map((word) => ({ id: wallIdOf(word), text: word.text })),
      wordOf: Object.fromEntries(words.flatMap((word, at) => word.notes.map((note) => [note, at]))),
      texts:
        isWall || notes.length > MOST
          ? {}
          : Object.fromEntries(notes.map((note) => [note.id, shortened(note.text, LONGEST)])),
      result: resultOf(prompt)
    };
  });
}

function resultOf(prompt: PromptOutput): string[] {
  const { vote, kind } = prompt;
  if (!vote) return [];
  if (vote.scale || vote.options.length === 0)
    return [promptWhat(prompt), voteReading(prompt)].filter(Boolean);
  return vote.options.map(({ text, score }) => `${text}, ${scored(kind, score)}`);
}
