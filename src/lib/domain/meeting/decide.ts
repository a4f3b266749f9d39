/**
 * Decides what a command makes happen: events, or a refusal. Pure; the rules are numbered in docs/meeting-rules.md.
 * A command whose wish is already fulfilled succeeds with no events.
 */
import { decideClusters } from './cluster-deeds.ts';
import { roleFor } from './commands.ts';
import type { Command } from './commands.ts';
import { closing, endingFinding, happen, nothing, refuse } from './decision.ts';
import type { Decision } from './decision.ts';
import { decideFinding } from './finding.ts';
import {
  approveNotes,
  changeNote,
  concealNote,
  eraseNote,
  hideNote,
  importNotes,
  markNote,
  restoreNote,
  revealNote,
  submitNote,
  withdrawNote
} from './note-deeds.ts';
import { placeNotes } from './place-notes.ts';
import { decideRoom } from './room-deeds.ts';
import { turning } from './screen.ts';
import type { MeetingState } from './state.ts';
import {
  addPrompt,
  addPrompts,
  closePrompt,
  concealNotes,
  editPrompt,
  movePrompt,
  openPrompt,
  removePrompt,
  revealNotes,
  writeSummary
} from './step-deeds.ts';
import { closeInTime, decideTimer } from './timer-deeds.ts';
import { redo, undo } from './undo.ts';
import { darkenProjector, setWall, tidyWall, turnProjector } from './wall-deeds.ts';

export function decide(state: MeetingState, command: Command): Decision {
  if (roleFor(command.name) !== command.by.role) return refuse('not-allowed');
  switch (command.name) {
    case 'OpenMeeting':
      return state.phase === 'open' ? nothing : happen({ name: 'MeetingOpened', data: {} });
    case 'FinishMeeting':
      return finishMeeting(state);
    case 'AddPrompt':
      return addPrompt(state, command.data);
    case 'AddPrompts':
      return addPrompts(state, command.data);
    case 'EditPrompt':
      return editPrompt(state, command.data);
    case 'MovePrompt':
      return movePrompt(state, command.data);
    case 'RemovePrompt':
      return removePrompt(state, command.data.prompt);
    case 'OpenPrompt':
      return openPrompt(state, command.data.prompt);
    case 'ClosePrompt':
      return closePrompt(state, command.data.prompt);
    case 'RevealNotes':
      return revealNotes(state, command.data.prompt);
    case 'ConcealNotes':
      return concealNotes(state, command.data.prompt);
    case 'StartTimer':
    case 'PauseTimer':
    case 'ResumeTimer':
    case 'ExtendTimer':
    case 'StopTimer':
      return decideTimer(state, command);
    case 'CloseInTime':
      return closeInTime(state, command.data.prompt, command.at);
    case 'TurnProjector':
      return turnProjector(state, command.data);
    case 'DarkenProjector':
      return darkenProjector(state, command.data);
    case 'SetWall':
      return setWall(state, command.data);
    case 'TidyWall':
      return tidyWall(state, command.data);
    case 'HideNote':
      return hideNote(state, command.data.note);
    case 'RestoreNote':
      return restoreNote(state, command.data.note);
    case 'EraseNote':
      return eraseNote(state, command.data.note);
    case 'ApproveNotes':
      return approveNotes(state, command.data);
    case 'RevealNote':
      return revealNote(state, command.data.note);
    case 'ConcealNote':
      return concealNote(state, command.data.note);
    case 'ImportNotes':
      return importNotes(state, command.data, command.by.id);
    case 'Undo':
      return undo(state, command.by.id);
    case 'Redo':
      return redo(state, command.by.id);
    case 'SubmitNote':
      return submitNote(state, command.data, { author: command.by.id, at: command.at });
    case 'ChangeNote':
      return changeNote(state, command.data, { author: command.by.id, at: command.at });
    case 'WithdrawNote':
      return withdrawNote(state, command.data.note, { author: command.by.id, at: command.at });
    case 'MarkNote':
      return markNote(state, command.data);
    case 'MarkOwnNote':
      return markNote(state, command.data, command.by.id);
    case 'WriteSummary':
      return writeSummary(state, command.data);
    case 'SplitRoom':
    case 'MoveToGroup':
    case 'JoinGroup':
    case 'TakePen':
    case 'CastBallot':
    case 'ParkThought':
    case 'ChangeThought':
    case 'DropThought':
      return decideRoom(state, command);
    case 'MoveNotes':
    case 'MergeClusters':
    case 'NameCluster':
    case 'AddCluster':
    case 'RemoveCluster':
    case 'KeepApart':
    case 'KeepWhole':
    case 'SortNotes':
      return decideClusters(state, command);
    case 'StartFinding':
    case 'EndFinding':
    case 'GiveAnswer':
    case 'PlaceOwnNote':
    case 'PassOwnNote':
      return decideFinding(state, command);
    case 'PlaceNotes':
      return placeNotes(state, command.data);
    default:
      return unreachable(command);
  }
}

function finishMeeting(state: MeetingState): Decision {
  if (state.phase === 'finished') return nothing;
  return happen(...closing(state), ...endingFinding(state), ...turning(state, { view: 'lobby' }), {
    name: 'MeetingFinished',
    data: {}
  });
}

function unreachable(command: never): never {
  throw new Error(`no rule for ${JSON.stringify(command)}`);
}
