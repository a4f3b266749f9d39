/** The actor map as a picture, and as a matrix: what nobody could tell is a gap, what more than one answers for is strong. */
import { drawActorMap } from '../../outcomes/actor-map.ts';
import type { ActorMap } from '../../outcomes/actor-map.ts';
import { ACTOR_COLUMNS, actorsOf, sharedIn } from '../../outcomes/actors.ts';
import type { ActorColumn, ActorRow } from '../../outcomes/actors.ts';
import { actorMapScene } from '../../outcomes/drawn/actor-map.ts';
import { foldKey } from '../../text.ts';
import { cell, paragraphs, run } from '../blocks.ts';
import type { Block, Cell, Figure, Run } from '../document.ts';
import { PAGE } from '../page.ts';
import { origin } from '../step.ts';
import type { OutcomeParts, Step } from '../step.ts';

/** What is tried until all actors have room: parts of a page's height, with font sizes; small letters last. */
const TRIES = [
  ...[0.45, 0.6, 0.8, 1].map((part) => ({ part, sizes: [15, 13] })),
  { part: 1, sizes: [11.5, 10, 9] }
];

export const actors: OutcomeParts = {
  offers: ({ notes }) => (notes.length > 0 ? ['picture', 'list'] : []),
  picture,
  list: matrix
};

function rowsOf({ prompt, wording }: Step): ActorRow[] {
  return actorsOf(prompt.notes, wording.locale);
}

function picture(step: Step): Figure[] {
  const rows = rowsOf(step);
  if (rows.length === 0) return [];
  const { actors: said } = step.wording.report;
  const map = mapOf(step, rows);
  const alt = said.alt(rows.length);
  const scene = actorMapScene(map, { title: step.prompt.title, description: alt });
  const origins = Object.fromEntries(rows.map(({ notes }, at) => [String(at), origin(step, notes)]));
  const caption = [said.caption, map.rest > 0 ? said.rest(map.rest) : ''].filter(Boolean).join(' ');
  return [{ kind: 'figure', scene, alt, caption, origin: origin(step), origins }];
}

function mapOf({ wording }: Step, rows: readonly ActorRow[]): ActorMap {
  const { actors: said, kind, breakable } = wording.report;
  const draw = ({ part, sizes }: (typeof TRIES)[number]) =>
    drawActorMap(rows, {
      width: PAGE.width,
      height: PAGE.height * part,
      sizes,
      us: said.us,
      kind,
      breakable
    });
  for (const one of TRIES) {
    const map = draw(one);
    if (map.rest === 0) return map;
  }
  return draw(TRIES.at(-1)!);
}

function matrix(step: Step): Block[] {
  const rows = rowsOf(step);
  const { actors: said } = step.wording.report;
  const shared = new Map(ACTOR_COLUMNS.map((column) => [column, sharedIn(rows, column)]));
  const gaps = rows.flatMap(({ cells }) =>
    ACTOR_COLUMNS.filter((column) => cells[column].length === 0)
  ).length;
  const strong = [...shared.values()].some(({ size }) => size > 0);
  return [
    {
      kind: 'table',
      head: [said.actor, ...ACTOR_COLUMNS.map((column) => said.columns[column])].map((text) => cell(text)),
      rows: rows.map((row) => [
        nameCell(step, row),
        ...ACTOR_COLUMNS.map((column) => answers(step, row, column, shared.get(column)!))
      ]),
      origin: origin(step)
    },
    ...paragraphs(
      [strong ? said.shared : '', gaps > 0 ? said.gaps(gaps) : ''].filter(Boolean).join(' '),
      'quiet'
    )
  ];
}

/** With what kind it is, how many told of it, and how else it was written. */
function nameCell(step: Step, { name, kind, notes, spellings }: ActorRow): Cell {
  const { actors: said, oneOfKind } = step.wording.report;
  const more = [
    [oneOfKind(kind), notes.length > 1 ? said.said(notes.length) : ''].filter(Boolean).join(', '),
    spellings.length > 0 ? said.spellings(spellings.join(', ')) : ''
  ].filter(Boolean);
  return cell([run(name, { bold: true, origin: origin(step, notes) }), run(`\n${more.join('\n')}`)], {
    head: true
  });
}

function answers(step: Step, { cells }: ActorRow, column: ActorColumn, shared: ReadonlySet<string>): Cell {
  const { actors: said } = step.wording.report;
  if (cells[column].length === 0) return cell([run(said.gap, { italic: true })]);
  return cell(
    cells[column].flatMap((text, at): Run[] => [
      run(`${at > 0 ? '\n' : ''}${text}`, shared.has(foldKey(text)) ? { bold: true } : {})
    ])
  );
}
