/** What a vote came to: bars, or how the answers lie on the scale; the figures in a table. Never who voted for what. */
import { drawSlope, sharesOf } from '../../outcomes/slope.ts';
import type { PromptOutput } from '../../outputs/outputs.ts';
import { barsScene } from '../../outcomes/drawn/bars.ts';
import { slopeScene } from '../../outcomes/drawn/slope.ts';
import { spreadScene } from '../../outcomes/drawn/spread.ts';
import { cell, heading, paragraphs } from '../blocks.ts';
import type { Block, Figure } from '../document.ts';
import { PAGE } from '../page.ts';
import { origin } from '../step.ts';
import type { OutcomeParts, Step } from '../step.ts';

/** So many alternatives are named in place of the picture. */
const NAMED = 3;

export const votes: OutcomeParts = {
  offers: ({ vote }) =>
    vote && vote.voters > 0 && (vote.scale ?? vote.options.length > 0) ? ['picture', 'list'] : [],
  picture,
  list: (step) => [...said(step), ...table(step)],
  all: (step, most) => [...said(step), ...picture(step, most), ...table(step), ...compared(step, most)]
};

function said({ prompt, wording }: Step): Block[] {
  return paragraphs(wording.reading(prompt), 'quiet');
}

function picture(step: Step, most: number): Figure[] {
  const { vote } = step.prompt;
  if (!vote || vote.voters === 0) return [];
  if (vote.scale) return [scale(step)];
  return vote.options.length > 0 ? bars(step, most) : [];
}

function scale(step: Step): Figure {
  const { prompt, wording } = step;
  const { votes: words } = wording.report;
  const { low, high } = prompt.vote!;
  const alt = words.columns(wording.reading(prompt));
  const scene = spreadScene([{ id: '', text: '', more: '', spread: prompt.vote!.scale! }], {
    width: PAGE.width,
    size: PAGE.size,
    low: low ? words.end(0, low) : '',
    high: high ? words.end(10, high) : '',
    title: prompt.title,
    description: alt
  });
  return { kind: 'figure', scene, alt, origin: origin(step) };
}

/** Of many alternatives several pictures, with bars of one length for one number. */
function bars(step: Step, most: number): Figure[] {
  const { prompt, wording } = step;
  const { votes: words, breakable } = wording.report;
  const { options, voters } = prompt.vote!;
  const first = options.slice(0, NAMED).map(({ text, score }) => `${text} (${score})`);
  const alt = words.bars(options.length, first.join(', '));
  const scenes = barsScene(
    options.map(({ text, score }) => ({ text: breakable(text), value: score, label: String(score) })),
    {
      width: PAGE.width,
      size: PAGE.size,
      height: most,
      // A choice is a part of those who chose.
      most: prompt.kind === 'choice' ? voters : Math.max(1, ...options.map(({ score }) => score)),
      title: prompt.title,
      description: alt
    }
  );
  return scenes.map((scene) => ({ kind: 'figure', scene, alt, origin: origin(step) }));
}

function table(step: Step): Block[] {
  const { prompt, wording } = step;
  const { votes: words } = wording.report;
  const { vote } = prompt;
  if (!vote || vote.voters === 0) return [];
  const right = { align: 'right' } as const;
  if (vote.scale) {
    return [
      {
        kind: 'table',
        head: [cell(words.number), ...vote.scale.counts.map((_, number) => cell(String(number), right))],
        rows: [
          [
            cell(words.answers, { head: true }),
            ...vote.scale.counts.map((count) => cell(String(count), right))
          ]
        ],
        origin: origin(step)
      }
    ];
  }
  if (vote.options.length === 0) return [];
  // A choice counts people already.
  const people = prompt.kind !== 'choice';
  return [
    {
      kind: 'table',
      head: [
        cell(words.option),
        cell(words.score(prompt.kind), right),
        ...(people ? [cell(words.people, right)] : [])
      ],
      rows: vote.options.map((option) => [
        cell(option.text, { head: true }),
        cell(String(option.score), right),
        ...(people ? [cell(String(option.people), right)] : [])
      ]),
      origin: origin(step)
    }
  ];
}

/** The same alternatives asked about before: how large a part chose each, then and now. */
function compared(step: Step, most: number): Block[] {
  const { before, prompt, wording } = step;
  if (!before) return [];
  const { slope: words, votes: own, breakable } = wording.report;
  const rows = sharesOf(before, prompt);
  const drawn = drawSlope(
    rows.map((row) => ({ ...row, text: breakable(row.text) })),
    {
      width: PAGE.width,
      size: PAGE.size,
      least: 0,
      most: 1,
      heads: { left: before.title, right: prompt.title },
      show: words.share
    }
  );
  const alt = words.alt(before.title, prompt.title);
  const share = ({ vote }: PromptOutput, part: number | null) =>
    part === null ? '' : words.cell(words.share(part), Math.round(part * (vote?.voters ?? 0)));
  const figure: Figure = {
    kind: 'figure',
    scene: slopeScene(drawn, { title: prompt.title, description: alt }),
    alt,
    origin: origin(step)
  };
  return [
    heading(2, words.heading(before.title)),
    // Of so many alternatives that it would need more than a page there is the table alone.
    ...(drawn.height > most ? [] : [figure]),
    {
      kind: 'table',
      head: [
        cell(own.option),
        cell(before.title, { align: 'right' }),
        cell(prompt.title, { align: 'right' })
      ],
      rows: rows.map(({ text, left, right }) => [
        cell(text, { head: true }),
        cell(share(before, left), { align: 'right' }),
        cell(share(prompt, right), { align: 'right' })
      ]),
      origin: origin(step)
    }
  ];
}
