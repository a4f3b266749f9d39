/** Why something was refused, as a sentence in the reader's language. */
import { m } from '../paraglide/messages.js';
import type { RefusalCode } from '../domain/meeting/refusal.ts';
import type { EdgeRefusalCode } from '../protocol/protocol.ts';

type Say = (inputs: { limit: number; least: number }, options: { locale?: 'sv' | 'en' }) => string;

const SENTENCES: Record<RefusalCode | EdgeRefusalCode, Say> = {
  'not-allowed': m.refusals_not_allowed,
  'meeting-not-open': m.refusals_meeting_not_open,
  'meeting-finished': m.refusals_meeting_finished,
  'prompt-unknown': m.refusals_prompt_unknown,
  'prompt-not-open': m.refusals_prompt_not_open,
  'prompt-closed': m.refusals_prompt_closed,
  'prompt-has-notes': m.refusals_prompt_has_notes,
  'prompt-title-empty': m.refusals_prompt_title_empty,
  'prompt-text-too-long': m.refusals_prompt_text_too_long,
  'kind-unknown': m.refusals_kind_unknown,
  'id-taken': m.refusals_id_taken,
  'note-unknown': m.refusals_note_unknown,
  'note-erased': m.refusals_note_erased,
  'note-not-yours': m.refusals_note_not_yours,
  'note-not-shown': m.refusals_note_not_shown,
  'takes-no-notes': m.refusals_takes_no_notes,
  'takes-no-marks': m.refusals_takes_no_marks,
  'homework-soon': m.refusals_homework_soon,
  'homework-over': m.refusals_homework_over,
  'homework-backwards': m.refusals_homework_backwards,
  'moderation-off': m.refusals_moderation_off,
  'no-group': m.refusals_no_group,
  'pen-elsewhere': m.refusals_pen_elsewhere,
  'group-unknown': m.refusals_group_unknown,
  'groups-settled': m.refusals_groups_settled,
  'group-name-empty': m.refusals_group_name_empty,
  'vote-without-options': m.refusals_vote_without_options,
  'vote-begun': m.refusals_vote_begun,
  'vote-closed': m.refusals_vote_closed,
  'option-unknown': m.refusals_option_unknown,
  'too-many-votes': m.refusals_too_many_votes,
  'ballot-wrong': m.refusals_ballot_wrong,
  'timer-not-set': m.refusals_timer_not_set,
  'thought-unknown': m.refusals_thought_unknown,
  'too-many-thoughts': m.refusals_too_many_thoughts,
  'too-many-notes': m.refusals_too_many_notes,
  'nothing-to-undo': m.refusals_nothing_to_undo,
  'nothing-to-redo': m.refusals_nothing_to_redo,
  'cannot-undo': m.refusals_cannot_undo,
  'not-clustered': m.refusals_not_clustered,
  'cluster-unknown': m.refusals_cluster_unknown,
  'cluster-has-notes': m.refusals_cluster_has_notes,
  'cluster-name-empty': m.refusals_cluster_name_empty,
  'cluster-name-too-long': m.refusals_cluster_name_too_long,
  'leader-decided': m.refusals_leader_decided,
  'prompt-open': m.refusals_prompt_open,
  'prompt-concealed': m.refusals_prompt_concealed,
  'prompt-without-notes': m.refusals_prompt_without_notes,
  'prompt-without-themes': m.refusals_prompt_without_themes,
  'finding-not-on': m.refusals_finding_not_on,
  'too-many-answers': m.refusals_too_many_answers,
  'not-a-wall': m.refusals_not_a_wall,
  'not-in-turns': m.refusals_not_in_turns,
  'wall-locked': m.refusals_wall_locked,
  'text-empty': m.refusals_text_empty,
  'text-too-long': m.refusals_text_too_long,
  'field-unknown': m.refusals_field_unknown,
  'choice-unknown': m.refusals_choice_unknown,
  'number-outside': m.refusals_number_outside,
  'years-unreadable': m.refusals_years_unreadable,
  'years-backwards': m.refusals_years_backwards,
  'years-outside': m.refusals_years_outside,
  'day-unreadable': m.refusals_day_unreadable,
  malformed: m.refusals_malformed,
  'signed-out': m.refusals_signed_out,
  'somebody-else': m.network_somebody_else,
  'organisation-unknown': m.refusals_organisation_unknown,
  'too-fast': m.refusals_too_fast,
  unavailable: m.refusals_unavailable
};

/** The sentence for a refusal; `locale` where it is not the page's own. */
export function refusalText(
  refusal: { code: RefusalCode | EdgeRefusalCode; limit?: number; least?: number },
  locale?: 'sv' | 'en'
): string {
  return SENTENCES[refusal.code]({ limit: refusal.limit ?? 0, least: refusal.least ?? 0 }, { locale });
}
