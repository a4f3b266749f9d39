/** What the undo button says it takes back. */
import type { EventName } from '$lib/domain/meeting/events';
import type { Deed } from '$lib/domain/meeting/view';
import { m } from '$lib/paraglide/messages';

interface Told {
  subject: string;
  to: string;
  count: number;
}

const DEEDS: Partial<Record<EventName, (told: Told) => string>> = {
  MeetingOpened: m.console_deed_meeting_opened,
  MeetingFinished: m.console_deed_meeting_finished,
  PromptAdded: (told) => (told.count > 1 ? m.plan_deed_steps_added(told) : m.console_deed_prompt_added(told)),
  PromptEdited: m.console_deed_prompt_edited,
  PromptMoved: m.console_deed_prompt_moved,
  PromptRemoved: m.console_deed_prompt_removed,
  PromptOpened: m.console_deed_prompt_opened,
  PromptClosed: m.console_deed_prompt_closed,
  NotesRevealed: m.console_deed_notes_revealed,
  NotesConcealed: m.console_deed_notes_concealed,
  ProjectorTurned: m.console_deed_projector_turned,
  ProjectorDarkened: m.console_deed_projector_darkened,
  WallSet: m.console_deed_wall_set,
  NoteHidden: m.console_deed_note_hidden,
  NoteRestored: m.console_deed_note_restored,
  NotesMoved: moved,
  NotesSorted: m.console_deed_notes_sorted,
  ClustersMerged: m.console_deed_clusters_merged,
  ClusterNamed: (told) =>
    told.subject ? m.console_deed_cluster_named(told) : m.console_deed_cluster_unnamed(),
  ClusterAdded: m.console_deed_cluster_added,
  ClusterRemoved: m.console_deed_cluster_removed,
  ClustersKeptApart: m.console_deed_clusters_kept_apart,
  ClusterKeptWhole: m.console_deed_cluster_kept_whole,
  FindingStarted: m.console_deed_finding_started,
  FindingEnded: m.console_deed_finding_ended,
  NotesImported: m.stream_deed_imported,
  NotesApproved: m.stream_deed_approved,
  NoteRevealed: m.stream_deed_note_revealed,
  NoteConcealed: m.stream_deed_note_concealed,
  RoomSplit: (told) =>
    told.subject
      ? m.groups_deed_named(told)
      : told.count === 0
        ? m.groups_deed_one()
        : m.groups_deed_split(told),
  PeopleGrouped: (told) => (told.subject ? m.groups_deed_moved(told) : m.groups_deed_spread(told)),
  TimerSet: m.room_deed_timer,
  ThoughtParked: m.room_deed_parked,
  ThoughtChanged: m.room_deed_thought_changed,
  ThoughtDropped: m.room_deed_thought_dropped
};

/** "Du öppnade ”Vem är du?”". */
export function deedText({ name, subject, to = '', count = 0 }: Deed): string {
  const told = { subject: short(subject), to: short(to), count };
  return DEEDS[name]?.(told) ?? m.console_deed_other();
}

/** A card alone gives its cluster the name: then it was taken out. */
function moved(told: Told): string {
  if (told.count !== 1) return m.console_deed_notes_moved(told);
  return told.subject === told.to ? m.console_deed_note_taken_out(told) : m.console_deed_note_moved(told);
}

function short(text: string): string {
  return text.length > 32 ? `${text.slice(0, 30)} …` : text;
}
