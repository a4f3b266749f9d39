/** GET: what each meeting has left that can be placed, and every quote of it. */
import { json } from '@sveltejs/kit';
import { speakerLine } from '$lib/domain/kinds/speaker';
import { wordingFor } from '$lib/review/wording';
import type { MeetingOffer } from '../desk.svelte';
import { placedFor } from '../placed';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async (event) => {
  const placed = await placedFor(event);
  return json(
    placed.meetings.map((outputs): MeetingOffer => {
      const { id, number, title, participants } = outputs.meeting;
      const wording = wordingFor(outputs);
      const offers = placed.offersOf(outputs);
      return {
        id,
        number,
        title,
        attended: participants > 0,
        steps: offers.map(({ prompt, parts }) => ({
          id: prompt.id,
          title: prompt.title,
          what: wording.prompt(prompt),
          parts
        })),
        quotes: offers.flatMap(({ prompt, parts }) =>
          parts.includes('quotes')
            ? prompt.notes.map((note) => ({
                id: note.id,
                prompt: prompt.id,
                text: note.text,
                by: speakerLine(note.speaker ?? { organisation: note.organisation }, wording.nobody),
                about: [prompt.title, note.theme, note.group, note.organisation].filter(Boolean).join(' ')
              }))
            : []
        )
      };
    })
  );
};
