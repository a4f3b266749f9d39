/** What outputs are called, on the page and in its files, in the reader's language. */
import type { NoteOutput, Outputs, PromptOutput } from '$lib/domain/outputs/outputs';
import type { Wording } from '$lib/domain/outputs/wording';
import { fieldLines, labelled } from '$lib/i18n/field-lines';
import { wordsFor } from '$lib/i18n/kind-words';
import type { KindWords } from '$lib/i18n/kind-words';
import { kindName } from '$lib/i18n/organisation-kinds';
import { reading } from '$lib/i18n/vote';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { reportWording } from './report-wording';
import { meetingDay, hoursOf, spanOf } from './when';

/** The words of the files. */
export function wordingFor({ meeting }: Outputs): Wording {
  return {
    locale: getLocale(),
    columns: {
      meeting: m.review_column_meeting(),
      number: m.review_column_number(),
      prompt: m.review_column_prompt(),
      kind: m.review_column_kind(),
      text: m.review_column_text(),
      explanation: m.review_column_explanation(),
      theme: m.review_column_theme(),
      speaker: m.review_column_speaker(),
      organisation: m.review_column_organisation(),
      group: m.groups_column(),
      time: m.review_column_time(),
      votes: m.vote_column_result(),
      people: m.vote_column_people()
    },
    facts: {
      project: m.review_fact_project(),
      question: m.review_fact_question(),
      when: m.review_fact_when(),
      where: m.review_fact_where(),
      who: m.review_fact_who()
    },
    meeting: (number) => m.review_meeting({ number }),
    when: (facts) => listed(meetingDay(facts.day), hoursOf(facts)),
    who: whoOf,
    organisations: organisationKind,
    note: (kind) => wordsFor(kind).note(),
    more: moreOf,
    prompt: (prompt) =>
      [promptWhen(prompt, meeting.day), promptWhat(prompt)]
        .map((part) => part && `${part}.`)
        .join(' ')
        .trim(),
    nobody: m.review_nobody(),
    noTheme: m.review_no_theme(),
    reading: voteReading,
    byGroup: m.groups_by_group(),
    noGroup: m.groups_no_group(),
    parked: m.room_review_parked(),
    done: m.room_review_done(),
    uncited: (count) => m.review_uncited({ count }),
    summary: m.summary_heading(),
    nothing,
    report: reportWording()
  };
}

/** "44 personer från 20 organisationer"; empty where nobody has joined. */
export function whoOf({ participants, organisations }: Outputs['meeting']): string {
  if (participants === 0) return '';
  const people = m.review_people({ count: participants });
  const named = organisations.filter((one) => one.kind !== 'none').length;
  if (named === 0) return people;
  return m.review_from({ people, organisations: m.review_organisations({ count: named }) });
}

/** "120 rollkort, 22 citat, 58 lappar och en röstning"; empty where nothing has been written or voted. */
export function outcomeOf(prompts: readonly PromptOutput[]): string {
  const counts = new Map<KindWords['count'], number>();
  for (const { kind, notes, uncited, vote } of prompts) {
    const { count } = wordsFor(kind);
    const own = vote ? Number(vote.voters > 0) : notes.length + uncited.length;
    counts.set(count, (counts.get(count) ?? 0) + own);
  }
  const parts = [...counts].filter(([, count]) => count > 0).map(([words, count]) => words({ count }));
  return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(parts);
}

/** A kind of organisation, in the plural. */
export function organisationKind(kind: string): string {
  return kind === 'none' ? m.review_org_none() : kindName(kind);
}

/** "Rollkort, 09.51–10.11". */
export function promptWhen(prompt: PromptOutput, day: string | null): string {
  return listed(wordsFor(prompt.kind).kind(), spanOf(prompt, day));
}

/** "20 röster från 12 deltagare, 19 får citeras"; of quotes also how many have a name under them. Empty where nothing has come in. */
export function promptWhat(prompt: PromptOutput): string {
  const { kind, outcome, notes, uncited, people, groups, vote } = prompt;
  if (vote) return vote.voters > 0 ? m.vote_voted({ count: vote.voters }) : '';
  const all = notes.length + uncited.length;
  if (all === 0) return '';
  const what = wordsFor(kind).count({ count: all });
  const count = groups.filter(({ name }) => name).length;
  const from = !people
    ? count > 0
      ? m.groups_from_groups({ what, count })
      : what
    : m.review_what_from({ what, participants: m.review_participants({ count: people }) });
  return listed(
    from,
    uncited.length > 0 ? m.review_quotable({ count: notes.length }) : '',
    outcome === 'quotes' ? m.review_named({ count: notes.filter((note) => note.speaker?.name).length }) : ''
  );
}

/** How a vote's result is to be read, or why there is none; empty where the numbers say it. */
export function voteReading({ kind, stage, vote }: PromptOutput): string {
  if (!vote) return '';
  const { voters: ballots, options, scale } = vote;
  return stage === 'open' ? m.vote_review_open() : reading(kind, { ballots, options, scale });
}

/** Why a prompt shows no notes. */
export function nothing({ unseen, stage }: PromptOutput): string {
  if (unseen > 0) return m.review_unseen({ count: unseen });
  return stage === 'open' ? m.review_none_yet() : m.review_none();
}

function moreOf(kind: string, { fields, explanation }: NoteOutput): string[] {
  return fieldLines(kind, fields ?? (explanation ? { explanation } : {})).map(labelled);
}

function listed(...parts: string[]): string {
  return parts.filter(Boolean).join(', ');
}
