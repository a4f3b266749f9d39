/** What the report's page shows of a meeting: short enough to be sent, with the numbers of all. Made on the server. */
import { excerptOf } from '$lib/domain/outputs/excerpt';
import type { Excerpt } from '$lib/domain/outputs/excerpt';
import {
  allowed,
  choicesIn,
  filtered,
  isFiltering,
  partingOf,
  refusedOf
} from '$lib/domain/outputs/filtered';
import type { Filter, Parting } from '$lib/domain/outputs/filtered';
import type { Outputs } from '$lib/domain/outputs/outputs';
import { openingOf } from '$lib/review/opening';
import { lineOf } from '$lib/review/outcome-line';
import { promptWhat } from '$lib/review/wording';

export interface ReportStep extends Excerpt {
  /** "120 rollkort från 43 deltagare", of all of it. */
  what: string;
  /** What came of it, in one line. */
  line: string;
  /** Under a filter: how far the step can be parted. */
  parting?: Parting;
}

export function reportOf(outputs: Outputs, asked: Filter) {
  const choices = choicesIn(outputs);
  const filter = allowed(asked, choices);
  const shown = filtered(outputs, filter);
  const steps = shown.prompts.map((prompt, at): ReportStep => ({
    ...excerptOf(prompt),
    what: promptWhat(prompt),
    line: lineOf(prompt),
    ...(isFiltering(filter) ? { parting: partingOf(outputs.prompts[at]!, filter) } : {})
  }));
  return {
    meeting: shown.meeting,
    thoughts: shown.thoughts,
    steps,
    choices,
    filter,
    refused: refusedOf(asked, filter),
    opening: openingOf(shown, filter)
  };
}
