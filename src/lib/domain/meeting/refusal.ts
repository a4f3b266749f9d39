/**
 * Why a command was refused: a value, not an error. The code is translated where somebody reads it
 * (messages, area refusals, has a sentence for each).
 */

export const REFUSALS = [
  'not-allowed',
  'meeting-not-open',
  'meeting-finished',
  'prompt-unknown',
  'prompt-not-open',
  'prompt-closed',
  'prompt-has-notes',
  'prompt-title-empty',
  'prompt-text-too-long',
  'kind-unknown',
  'id-taken',
  'note-unknown',
  'note-erased',
  'note-not-yours',
  'note-not-shown',
  'takes-no-notes',
  'takes-no-marks',
  'homework-soon',
  'homework-over',
  'homework-backwards',
  'moderation-off',
  'no-group',
  'pen-elsewhere',
  'group-unknown',
  'groups-settled',
  'group-name-empty',
  'vote-without-options',
  'vote-begun',
  'vote-closed',
  'option-unknown',
  'too-many-votes',
  'ballot-wrong',
  'timer-not-set',
  'thought-unknown',
  'too-many-thoughts',
  'too-many-notes',
  'nothing-to-undo',
  'nothing-to-redo',
  'cannot-undo',
  'not-clustered',
  'cluster-unknown',
  'cluster-has-notes',
  'cluster-name-empty',
  'cluster-name-too-long',
  'leader-decided',
  'prompt-open',
  'prompt-concealed',
  'prompt-without-notes',
  'prompt-without-themes',
  'finding-not-on',
  'too-many-answers',
  'not-a-wall',
  'not-in-turns',
  'wall-locked',
  'text-empty',
  'text-too-long',
  'field-unknown',
  'choice-unknown',
  'number-outside',
  'years-unreadable',
  'years-backwards',
  'years-outside',
  'day-unreadable'
] as const;

export type RefusalCode = (typeof REFUSALS)[number];

export interface Refusal {
  code: RefusalCode;
  /** The field of the note or the prompt that is meant. */
  field?: string;
  /** The limit that was passed: characters, or notes a person. */
  limit?: number;
  /** Of a number: the lowest. */
  least?: number;
}
