/** What a leader did, in words: for the undo button, and for those who lead at the same time. */
import type { EventName } from '$lib/domain/meeting/events';
import type { Deed } from '$lib/domain/meeting/view';
import { m } from '$lib/paraglide/messages';

interface Told {
  who: string;
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
    told.subject ? m.console_deed_cluster_named(told) : m.console_deed_cluster_unnamed(told),
  ClusterAdded: m.console_deed_cluster_added,
  ClusterRemoved: m.console_deed_cluster_removed,
  ClustersKeptApart: m.console_deed_clusters_kept_apart,
  ClusterKeptWhole: m.console_deed_cluster_kept_whole,
  FindingStarted: m.console_deed_finding_started,
  FindingEnded: m.console_deed_finding_ended,
  TimerSet: m.leading_deed_timer_set,
  RoomSplit: (told) => (told.count > 0 ? m.leading_deed_room_split(told) : m.leading_deed_room_joined(told)),
  PeopleGrouped: (told) =>
    told.subject ? m.leading_deed_people_grouped(told) : m.leading_deed_people_ungrouped(told),
  ThoughtParked: m.leading_deed_thought_parked,
  ThoughtChanged: m.leading_deed_thought_changed,
  ThoughtDropped: m.leading_deed_thought_dropped,
  NoteMarked: m.leading_deed_note_marked,
  SummaryWritten: m.leading_deed_summary_written,
  NotesApproved: m.leading_deed_notes_approved,
  NoteRevealed: m.leading_deed_note_revealed,
  NoteConcealed: m.leading_deed_note_concealed,
  NotesImported: m.leading_deed_notes_imported
};

/** "Du öppnade ”Vem är du?”", or with the name of who did it. */
export function deedText({ name, subject, to = '', count = 0 }: Deed, who: string = m.leading_you()): string {
  const told = { who, subject: short(subject), to: short(to), count };
  return (DEEDS[name] ?? m.console_deed_other)(told);
}

/** A card alone gives its cluster the name: then it was taken out. */
function moved(told: Told): string {
  if (told.count !== 1) return m.console_deed_notes_moved(told);
  return told.subject === told.to ? m.console_deed_note_taken_out(told) : m.console_deed_note_moved(told);
}

function short(text: string): string {
  return text.length > 32 ? `${text.slice(0, 30)} …` : text;
}
