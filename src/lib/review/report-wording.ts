/** The words of a report, in the reader's language. */
import type { ReportWording } from '$lib/domain/document/wording';
import { SCALE_MAX } from '$lib/domain/voting/ballot';
import { ACTOR_HEADS } from '$lib/i18n/actor-columns';
import { showDay } from '$lib/i18n/dates';
import { markWords } from '$lib/i18n/marks';
import { kindName, kindOne } from '$lib/i18n/organisation-kinds';
import { decimal, reading, scoreName } from '$lib/i18n/vote';
import { m } from '$lib/paraglide/messages';
import { getLocale } from '$lib/paraglide/runtime';
import { breakable } from '$lib/ui/compound';

export function reportWording(): ReportWording {
  return {
    breakable,
    decimal,
    kind: kindName,
    oneOfKind: kindOne,
    attendance: m.review_who(),
    organisationKind: m.report_organisation_kind(),
    organisations: m.report_organisations(),
    people: m.report_people(),
    from: m.kinds_from(),
    wall: {
      alt: (count, largest) => m.report_wall_alt({ count, largest }),
      counts: m.report_wall_counts(),
      rest: (count) => m.review_wall_rest({ count })
    },
    timeline: {
      years: m.kinds_milestone_years(),
      event: m.kinds_milestone_note(),
      meaning: m.kinds_milestone_explanation(),
      alt: (count, years) => m.report_timeline_alt({ count, years })
    },
    perspectives: {
      count: (count) => m.kinds_perspective_count({ count }),
      role: (role) => m.kinds_number_of({ number: String(role), most: SCALE_MAX }),
      reading: (scale) =>
        reading('scale', {
          ballots: scale.counts.reduce((sum, count) => sum + count, 0),
          options: [],
          scale
        }),
      low: m.kinds_perspective_low(),
      high: m.kinds_perspective_high(),
      alt: (kinds) => m.report_perspectives_alt({ kinds }),
      caption: m.report_perspectives_caption()
    },
    actors: {
      us: m.kinds_actor_us(),
      actor: m.kinds_actor_text(),
      columns: {
        role: ACTOR_HEADS.role(),
        responsibility: ACTOR_HEADS.responsibility(),
        interface: ACTOR_HEADS.interface()
      },
      gap: m.kinds_actor_gap(),
      gaps: (count) => m.kinds_actor_gaps({ count }),
      shared: m.report_actors_shared(),
      said: (count) => m.kinds_actor_said({ count }),
      spellings: (names) => m.kinds_actor_spellings({ names }),
      rest: (count) => m.kinds_actor_rest({ count }),
      alt: (count) => m.report_actors_alt({ count }),
      caption: m.kinds_actor_legend_tie()
    },
    definitions: {
      means: (meaning) => m.kinds_definition_means({ meaning }),
      examples: m.kinds_definition_examples(),
      activities: m.kinds_definition_do()
    },
    commitments: {
      by: m.kinds_commitment_by(),
      text: m.kinds_commitment_text(),
      who: m.kinds_commitment_who(),
      state: m.homework_mark_head(),
      day: (by) => (by ? showDay(by, { year: true, weekday: false }) : m.kinds_commitment_some_day()),
      mark: (mark) => markWords(mark).text()
    },
    votes: {
      option: m.vote_column_option(),
      score: scoreName,
      people: m.vote_column_people(),
      number: m.report_votes_number(),
      answers: m.report_votes_answers(),
      end: (number, meaning) => m.vote_end({ number, meaning }),
      bars: (count, first) => m.report_votes_bars({ count, first }),
      columns: (sentence) => m.report_votes_columns({ reading: sentence })
    },
    slope: {
      heading: (title) => m.kinds_slope_of({ title }),
      share: percent,
      cell: (share, people) => m.kinds_slope_cell({ share, people }),
      alt: (before, after) => m.report_slope_alt({ before, after })
    }
  };
}

function percent(share: number): string {
  return new Intl.NumberFormat(getLocale(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}
