/** GET ?meeting=&prompt=: the cards of a step that a reviewer may read, and the words that they became. */
import { error, json } from '@sveltejs/kit';
import { speakerLine } from '$lib/domain/kinds/speaker';
import { showClock } from '$lib/i18n/dates';
import type { StepCards } from '../desk.svelte';
import { placedFor } from '../placed';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const placed = await placedFor(event);
  const [meeting, prompt] = ['meeting', 'prompt'].map((name) => event.url.searchParams.get(name) ?? '');
  const step = placed.stepOf({ meeting: meeting!, prompt: prompt! });
  if (!step) error(404);
  const words = step.words.map(({ text, notes }) => ({ text, notes }));
  const themes = step.themes.map(({ text, notes }) => ({ text, notes }));
  const cards: StepCards = {
    title: step.title,
    words: words.length > 0 ? words : themes,
    cards: step.notes.map(({ id, text, explanation, speaker, organisation, group, theme, at }) => ({
      id,
      text,
      explanation: explanation ?? '',
      from: speakerLine(speaker ?? { organisation }, group ?? ''),
      organisation: organisation ?? '',
      theme: theme ?? '',
      at: at ? showClock(at) : ''
    }))
  };
  return json(cards);
};
