/** What workbooks say besides what all files say, in the reader's language. */
import type { Outputs } from '$lib/domain/outputs/outputs';
import { HEADS } from '$lib/domain/outputs/sheets/wording';
import type { Head, SheetWording } from '$lib/domain/outputs/sheets/wording';
import type { Mark } from '$lib/domain/meeting/mark';
import { TIME_ZONE } from '$lib/i18n/dates';
import { wordsFor } from '$lib/i18n/kind-words';
import { markWords } from '$lib/i18n/marks';
import { scoreName } from '$lib/i18n/vote';
import { m } from '$lib/paraglide/messages';
import { wordingFor } from './wording';

const HEAD_WORDS: Readonly<Record<Head, () => string>> = {
  sheet: m.data_head_sheet,
  answers: m.data_head_answers,
  word: m.data_head_word,
  count: m.data_head_count,
  option: m.data_head_option,
  place: m.data_head_place,
  number: m.data_head_number,
  mark: m.data_head_mark,
  about: m.data_head_about,
  done: m.data_head_done
};

export function sheetWordingFor(outputs: Outputs): SheetWording {
  return {
    ...wordingFor(outputs),
    timeZone: TIME_ZONE,
    heads: Object.fromEntries(HEADS.map((head) => [head, HEAD_WORDS[head]()])) as Record<Head, string>,
    sheets: {
      meeting: m.data_sheet_meeting(),
      project: m.data_sheet_project(),
      parked: m.room_review_parked(),
      summaries: m.data_sheet_summaries()
    },
    field: (kind, field) => wordsFor(kind).fields?.[field]?.label() ?? field,
    choice: (kind, field, value) =>
      wordsFor(kind)
        .fields?.[field]?.options?.find((one) => one.value === value)
        ?.text() ?? value,
    mark: (mark) => markWords(mark as Mark).text(),
    score: scoreName,
    spread: {
      mean: m.data_spread_mean(),
      low: m.data_spread_low(),
      median: m.data_spread_median(),
      high: m.data_spread_high()
    },
    counted: m.data_counted()
  };
}
