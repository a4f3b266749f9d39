/** What happened when: drawn to scale, and as a table. */
import { shownYears } from '../../kinds/years.ts';
import { drawTimeline, milestonesOf } from '../../outcomes/timeline/timeline.ts';
import type { Milestone } from '../../outcomes/timeline/timeline.ts';
import { timelineScene } from '../../outcomes/drawn/timeline.ts';
import { cell, run } from '../blocks.ts';
import type { Block, Figure } from '../document.ts';
import { PAGE } from '../page.ts';
import { fromOf, origin } from '../step.ts';
import type { OutcomeParts, Step } from '../step.ts';

export const timeline: OutcomeParts = {
  offers: ({ notes }) => [
    ...(milestonesOf(notes).length > 0 ? (['picture'] as const) : []),
    ...(notes.length > 0 ? (['list'] as const) : [])
  ],
  picture: (step, most) => parted(step, milestonesOf(step.prompt.notes), most),
  list: table
};

/** In two where it is too high for a page, each with an axis of its own. */
function parted(step: Step, milestones: readonly Milestone[], most: number): Figure[] {
  if (milestones.length === 0) return [];
  const { breakable } = step.wording.report;
  const set = milestones.map((one) => ({ ...one, title: breakable(one.title), more: breakable(one.more) }));
  const drawn = drawTimeline(set, { width: PAGE.width, size: PAGE.size, sides: 2 });
  if (drawn.height > most && milestones.length > 1) {
    const half = Math.ceil(milestones.length / 2);
    return [milestones.slice(0, half), milestones.slice(half)].flatMap((part) => parted(step, part, most));
  }
  const [first, last] = [
    Math.min(...milestones.map(({ from }) => from)),
    Math.max(...milestones.map(({ to }) => to))
  ];
  const alt = step.wording.report.timeline.alt(
    milestones.length,
    first === last ? String(first) : `${first}–${last}`
  );
  const scene = timelineScene(drawn, { title: step.prompt.title, description: alt });
  const origins = Object.fromEntries(milestones.map(({ id }) => [id, origin(step, [id])]));
  return [{ kind: 'figure', scene, alt, origin: origin(step), origins }];
}

/** In the order of time; what bears no year that can be read comes last. */
function table(step: Step): Block[] {
  const { prompt, wording } = step;
  const { timeline: said, from } = wording.report;
  const byId = new Map(prompt.notes.map((note) => [note.id, note]));
  const dated = milestonesOf(prompt.notes).flatMap(({ id }) => byId.get(id) ?? []);
  const all = [...dated, ...prompt.notes.filter((note) => !dated.includes(note))];
  return [
    {
      kind: 'table',
      head: [said.years, said.event, said.meaning, from].map((text) => cell(text)),
      rows: all.map((note) => [
        cell(shownYears(note.fields?.years ?? '')),
        cell([run(note.text, { origin: origin(step, [note.id]) })], { head: true }),
        cell(note.explanation ?? ''),
        cell(fromOf(note))
      ]),
      origin: origin(step)
    }
  ];
}
