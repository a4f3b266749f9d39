/** What happened when: drawn to scale, and as a table. */
import { shownYears } from '../../kinds/years.ts';
import { drawTimeline, milestonesOf } from '../../outcomes/timeline/timeline.ts';
import type { Milestone } from '../../outcomes/timeline/timeline.ts';
import { timelineScene } from '../../outcomes/drawn/timeline.ts';
import { cell, inParts, run } from '../blocks.ts';
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

/** In several where one is too high for a page, each with an axis of its own and as many milestones as the others. */
function parted(step: Step, milestones: readonly Milestone[], most: number): Figure[] {
  for (let sheets = 1; sheets < milestones.length; sheets++) {
    const drawn = inParts(milestones, sheets).map((part) => figure(step, part));
    if (drawn.every(({ scene }) => scene.area.height <= most)) return drawn;
  }
  return milestones.map((one) => figure(step, [one]));
}

function figure(step: Step, milestones: readonly Milestone[]): Figure {
  const { breakable, timeline: said } = step.wording.report;
  const { title } = step.prompt;
  const set = milestones.map((one) => ({
    ...one,
    title: breakable(one.title),
    more: breakable(one.more)
  }));
  const drawn = drawTimeline(set, { width: PAGE.width, size: PAGE.size, sides: 2 });
  const [first, last] = [milestones[0]!.from, Math.max(...milestones.map(({ to }) => to))];
  const alt = said.alt(milestones.length, first === last ? String(first) : `${first}–${last}`);
  return {
    kind: 'figure',
    scene: timelineScene(drawn, { title, description: alt }),
    alt,
    origin: origin(step),
    origins: Object.fromEntries(milestones.map(({ id }) => [id, origin(step, [id])]))
  };
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
