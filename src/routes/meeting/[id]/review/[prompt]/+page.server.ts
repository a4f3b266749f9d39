import { error } from '@sveltejs/kit';
import {
  allowed,
  choicesIn,
  filtered,
  isFiltering,
  partingOf,
  refusedOf
} from '$lib/domain/outputs/filtered';
import { ordersOf, pageOf, pagesOf, sectionsOf } from '$lib/domain/outputs/sections';
import { promptWhat } from '$lib/review/wording';
import { readFilter } from '../filter';
import { reviewed } from '../reviewed';
import type { PageServerLoad } from './$types';

/** All answers to one question, page by page, in the order of the reader's choice. */
export const load: PageServerLoad = async (event) => {
  const { projectId, erases, outputs } = await reviewed(event);
  const whole = outputs.prompts.find(({ id }) => id === event.params.prompt);
  if (!whole) error(404);
  const choices = choicesIn({ ...outputs, prompts: [whole] });
  const wanted = readFilter(event.url);
  const filter = allowed(wanted, choices);
  const prompt = filtered({ ...outputs, prompts: [whole] }, filter).prompts[0]!;
  const { searchParams } = event.url;
  const orders = ordersOf(prompt);
  const order = orders.find((one) => one === searchParams.get('order')) ?? orders[0]!;
  const only = searchParams.get('only');
  const all = sectionsOf(prompt, order);
  const chosen = only === null ? all : all.filter(({ key }) => key === only);
  const sections = chosen.length > 0 ? chosen : all;
  const pages = pagesOf(sections);
  const page = Math.min(pages, Math.max(1, Math.trunc(Number(searchParams.get('page'))) || 1));
  const { id, kind, outcome, title, instruction } = prompt;
  return {
    projectId,
    erases,
    meeting: outputs.meeting,
    prompt: { id, kind, outcome, title, instruction },
    what: promptWhat(prompt),
    notes: prompt.notes.length,
    uncited: prompt.uncited.length,
    refused: refusedOf(wanted, filter),
    ...{ choices, filter, orders, order, pages, page },
    /** One section alone is shown. */
    only: chosen.length > 0 && only !== null ? only : undefined,
    sections: pageOf(sections, page),
    ...(isFiltering(filter) ? { parting: partingOf(whole, filter) } : {})
  };
};
