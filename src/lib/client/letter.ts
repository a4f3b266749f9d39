/** What the outbox keeps: one command of a participant, with the id that it has over retries, reloads and reconnects. */
import type { Fields } from '../domain/kinds/kind.ts';
import type { QuestionView } from '../domain/finding/question-view.ts';
import type { CommandData, Request } from '../domain/meeting/commands.ts';
import type { Pledge } from '../domain/meeting/pledge.ts';

interface Cover {
  /** The command's id. */
  id: string;
  meeting: string;
  /** Participant that wrote it: another person on the same phone does not send it. */
  author: string;
  /** What that participant is called, for whoever has the phone next. */
  signed?: string;
  /** Order of writing, over all tabs. */
  order: number;
  /** Why the server refused it; it then stays until its author has done something about it. */
  refused?: string;
}

export interface NoteLetter extends Cover {
  kind: 'SubmitNote' | 'ChangeNote' | 'WithdrawNote';
  note: string;
  prompt: string;
  fields: Fields;
  /** What the phone promised as it was written. */
  pledge?: Pledge;
}

/** An answer while the room finds together. */
export type Tap =
  | { kind: 'GiveAnswer'; data: CommandData<'GiveAnswer'> }
  | { kind: 'PlaceOwnNote'; data: CommandData<'PlaceOwnNote'> }
  | { kind: 'PassOwnNote'; data: CommandData<'PassOwnNote'> };
export type TapLetter = Cover & Tap;

/** What one says in a vote, the whole of it. */
export interface BallotLetter extends Cover {
  kind: 'CastBallot';
  data: CommandData<'CastBallot'>;
}

export type Letter = NoteLetter | TapLetter | BallotLetter;

export function isBallot(letter: Letter): letter is BallotLetter {
  return letter.kind === 'CastBallot';
}

/** Is it about a note: written, changed or withdrawn? */
export function isOfNote(letter: Letter): letter is NoteLetter {
  return !isTap(letter) && !isBallot(letter);
}

export function isTap(letter: Letter): letter is TapLetter {
  return letter.kind === 'GiveAnswer' || letter.kind === 'PlaceOwnNote' || letter.kind === 'PassOwnNote';
}

/** Whether a tap answers this question. */
export function isAnswerTo(tap: Tap, question: QuestionView): boolean {
  if (tap.kind !== 'GiveAnswer') return question.kind === 'theme' && question.note === tap.data.note;
  const { cluster, other } = tap.data;
  if (question.kind === 'pair')
    return question.cluster.cluster === cluster && question.other.cluster === other;
  return question.kind === 'own' && question.cluster === cluster;
}

export function toCommand(letter: Letter): Request & { id: string } {
  const { id } = letter;
  switch (letter.kind) {
    case 'SubmitNote': {
      const { note, prompt, fields, pledge } = letter;
      return { id, name: letter.kind, data: { note, prompt, fields, ...(pledge ? { pledge } : {}) } };
    }
    case 'ChangeNote': {
      const { note, fields, pledge } = letter;
      return { id, name: letter.kind, data: { note, fields, ...(pledge ? { pledge } : {}) } };
    }
    case 'WithdrawNote':
      return { id, name: letter.kind, data: { note: letter.note } };
    case 'GiveAnswer':
      return { id, name: letter.kind, data: letter.data };
    case 'PlaceOwnNote':
      return { id, name: letter.kind, data: letter.data };
    case 'PassOwnNote':
      return { id, name: letter.kind, data: letter.data };
    case 'CastBallot':
      return { id, name: letter.kind, data: letter.data };
  }
}
