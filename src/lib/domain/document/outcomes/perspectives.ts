/** How others see us: how large a role each kind of actor gives us, as one picture; then for each what was said. */
import { perspectivesOf } from '../../outcomes/perspectives.ts';
import type { PerspectivesOf } from '../../outcomes/perspectives.ts';
import { spreadScene } from '../../outcomes/drawn/spread.ts';
import { cell, heading, paragraphs } from '../blocks.ts';
import type { Block, Figure } from '../document.ts';
import { PAGE } from '../page.ts';
import { origin } from '../step.ts';
import type { OutcomeParts, Step } from '../step.ts';
import { quoted } from './quotes.ts';

export const perspectives: OutcomeParts = {
  offers: ({ notes, uncited }) => [
    ...(notes.length + uncited.length > 0 ? (['picture', 'list'] as const) : []),
    ...(notes.length > 0 ? (['quotes'] as const) : [])
  ],
  picture,
  list: table,
  quotes: (step) => kindsOf(step).flatMap((one) => said(step, one)),
  all: (step) => [
    ...picture(step),
    ...kindsOf(step).flatMap((one) => {
      const { kind, perspectives: own } = step.wording.report;
      const about = step.prompt.summaries[one.kind] ?? '';
      return [
        heading(2, `${kind(one.kind)} (${own.count(one.views.length)})`, {
          origin: origin(
            step,
            one.views.map(({ id }) => id)
          )
        }),
        ...paragraphs(about, 'lead'),
        // Of one or two the numbers stand under their quotes.
        ...(one.views.length > 2 ? paragraphs(own.reading(one.spread), 'quiet') : []),
        ...said(step, one)
      ];
    })
  ]
};

/** Those that are counted and not quoted are among them. */
function kindsOf({ prompt }: Step): PerspectivesOf[] {
  return perspectivesOf([...prompt.notes, ...prompt.uncited]);
}

function said(step: Step, { views }: PerspectivesOf): Block[] {
  const { role } = step.wording.report.perspectives;
  return views.flatMap((one) =>
    one.text ? [quoted(step, one, one.text, [one.actor, role(one.role)].filter(Boolean).join(', '))] : []
  );
}

function picture(step: Step): Figure[] {
  const { perspectives: words, kind, breakable, decimal } = step.wording.report;
  const kinds = kindsOf(step);
  if (kinds.length === 0) return [];
  const rows = kinds.map((one) => ({
    id: one.kind,
    text: breakable(kind(one.kind)),
    more: words.count(one.views.length),
    spread: one.spread
  }));
  const middles = kinds.map((one) => `${kind(one.kind)} ${decimal(one.spread.median)}`);
  const alt = words.alt(middles.join(', '));
  const scene = spreadScene(rows, {
    width: PAGE.width,
    size: PAGE.size,
    low: words.low,
    high: words.high,
    title: step.prompt.title,
    description: alt
  });
  const origins = Object.fromEntries(
    kinds.map((one) => [
      one.kind,
      origin(
        step,
        one.views.map(({ id }) => id)
      )
    ])
  );
  return [{ kind: 'figure', scene, alt, caption: words.caption, origin: origin(step), origins }];
}

/** For each kind how many gave each number. */
function table(step: Step): Block[] {
  const { kind, organisationKind } = step.wording.report;
  const kinds = kindsOf(step);
  if (kinds.length === 0) return [];
  return [
    {
      kind: 'table',
      head: [
        cell(organisationKind),
        ...kinds[0]!.spread.counts.map((_, number) => cell(String(number), { align: 'right' }))
      ],
      rows: kinds.map((one) => [
        cell(kind(one.kind), { head: true }),
        ...one.spread.counts.map((count) => cell(count > 0 ? String(count) : '', { align: 'right' }))
      ]),
      origin: origin(step)
    }
  ];
}
