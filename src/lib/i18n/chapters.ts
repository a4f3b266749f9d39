/** The chapters that are laid into a new documentation, in the language of its project. */
import type { CardLanguage } from '../domain/clustering/card-language.js';
import type { FirstWords } from '../domain/documentation/first-content.js';
import { m } from '../paraglide/messages.js';
import { showDay } from './dates.js';

export function firstWords(locale: CardLanguage): FirstWords {
  return {
    chapters: {
      introduction: m.documentation_chapter_introduction({}, { locale }),
      timeline: m.documentation_chapter_timeline({}, { locale }),
      roles: m.documentation_chapter_roles({}, { locale }),
      definitions: m.documentation_chapter_definitions({}, { locale }),
      others: m.documentation_chapter_others({}, { locale }),
      cases: m.documentation_chapter_cases({}, { locale }),
      lessons: m.documentation_chapter_lessons({}, { locale }),
      followUp: m.documentation_chapter_follow_up({}, { locale })
    },
    meeting: ({ number, title, place, day }) => ({
      title: m.documentation_meeting({ number, title }, { locale }),
      facts: [place, day && showDay(day, { year: true, locale })].filter(Boolean).join(', ')
    })
  };
}
