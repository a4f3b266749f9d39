/** The blocks of a report as strips, each under its element of the structure. */
import type {
  Block,
  Columns,
  Heading,
  List,
  Paragraph,
  Quote
} from '../../../src/lib/domain/document/document.ts';
import { leadsUp } from '../lead-up.ts';
import { figureStrips } from './figure.ts';
import { artifact, drawFragment, drawLine, rule, within } from './marks.ts';
import { heightOf } from './pages.ts';
import type { Strip } from './pages.ts';
import { baselineIn, hanging, styled, textStrips } from './press.ts';
import type { Place } from './press.ts';
import { GAP, HAIRLINE, INK, QUIET_INK, STYLES, TEXT, WIDE } from './styles.ts';
import type { Frame, Style } from './styles.ts';
import { setTable } from './table.ts';

const ABOVE = {
  1: 30,
  2: 20,
  3: 13,
  paragraph: 7,
  lead: 12,
  item: 3.5,
  quote: 12,
  table: 12,
  figure: 14,
  columns: 10
} as const;
const INDENT = 16;

/** `beside`: what stands in the margin beside a heading. */
export function* setBlock(block: Block, place: Place, beside: readonly Paragraph[] = []): Generator<Strip> {
  switch (block.kind) {
    case 'heading':
      return yield* setHeading(block, place, beside);
    case 'paragraph':
      return yield* setParagraph(block, place);
    case 'list':
      return yield* setList(block, place);
    case 'quote':
      return yield* setQuote(block, place);
    case 'cited':
      return yield* setCited(block.blocks, place);
    case 'table':
      return yield* setTable(block, place, ABOVE.table);
    case 'figure':
      return yield* figureStrips(block, place, ABOVE.figure);
    case 'columns':
      return yield* setColumns(block, place);
    case 'break':
      if (place.open) place.press.pages.break();
  }
}

function* setHeading(
  heading: Heading,
  { press, parent, frame, open }: Place,
  beside: readonly Paragraph[]
): Generator<Strip> {
  const { level, text } = heading;
  if (open && level === 1) press.pages.settle();
  const type = `H${level}`;
  const element = within(press.doc, parent, type);
  const strips = textStrips({ press, frame }, styled(text, STYLES[`heading${level}`]), element, type, {
    above: ABOVE[level],
    holds: true
  });
  const [first] = strips;
  if (!first) return;
  const ruled = open && level === 1;
  const rest = ruled ? 14 : 0;
  const hangs = beside.length > 0 ? hanging(beside, { press, parent }, rest + 4) : undefined;
  strips[0] = {
    ...first,
    height: first.height + rest,
    wide: ruled,
    ...(hangs ? { hangs } : {}),
    draw(top) {
      if (ruled) rule(press.doc, WIDE.x, top, press.doc.page.width - 2 * WIDE.x, INK, 0.75);
      press.heading(heading, top);
      first.draw(top + rest);
    }
  };
  press.count();
  yield* strips;
}

function* setParagraph({ runs, tone }: Paragraph, { press, parent, frame }: Place): Generator<Strip> {
  if (!runs.some(({ text }) => text.trim())) return;
  const element = within(press.doc, parent, 'P');
  press.count();
  yield* textStrips({ press, frame }, styled(runs, STYLES[tone ?? 'body']), element, 'P', {
    above: ABOVE[tone === 'lead' ? 'lead' : 'paragraph']
  });
}

function* setList({ ordered, items }: List, place: Place): Generator<Strip> {
  const { press, parent, frame } = place;
  const list = within(press.doc, parent, 'L');
  const label = STYLES.body;
  const indent = ordered ? press.faces.width(`${items.length}. `, label) + 4 : INDENT;
  for (const [at, blocks] of items.entries()) {
    const item = within(press.doc, list, 'LI');
    const mark = within(press.doc, item, 'Lbl');
    const body = within(press.doc, item, 'LBody');
    const inner = { ...place, parent: body, open: false, frame: inset(frame, indent) };
    let first = true;
    for (const block of blocks) {
      for (const strip of setBlock(block, inner)) {
        if (!first) {
          yield strip;
          continue;
        }
        first = false;
        const text = ordered ? `${at + 1}.` : '•';
        const width = press.faces.width(text, label);
        yield {
          ...strip,
          above: at === 0 ? ABOVE.paragraph : ABOVE.item,
          draw(top) {
            const line = { fragments: [{ text, style: label, x: 0, width }], width };
            const baseline = baselineIn(label, top);
            drawLine(press.doc, press.faces, mark, 'Lbl', line, { x: frame.x, baseline });
            strip.draw(top);
          }
        };
      }
    }
  }
}

function* setQuote({ text, speaker }: Quote, { press, parent, frame }: Place): Generator<Strip> {
  const { doc, faces } = press;
  const element = within(doc, parent, 'BlockQuote');
  const inner = inset(frame, INDENT + 4);
  const said = textStrips(
    { press, frame: inner },
    [{ text, style: STYLES.quote }],
    within(doc, element, 'P'),
    'P',
    { above: ABOVE.quote, short: 8 }
  );
  const [first] = said;
  if (!first) return;
  const mark: Style = { ...STYLES.quote, size: 26, ink: QUIET_INK };
  press.count();
  yield {
    ...first,
    holds: !!first.holds || (said.length === 1 && !!speaker),
    draw(top) {
      artifact(doc, () => {
        const fragment = { text: '”', style: mark, x: 0, width: 0 };
        drawFragment(doc, faces, fragment, { x: frame.x, baseline: top + 23 });
      });
      first.draw(top);
    }
  };
  const who = speaker
    ? textStrips(
        { press, frame: inner },
        [{ text: speaker, style: STYLES.speaker }],
        within(doc, element, 'P'),
        'P',
        { above: 2 }
      )
    : [];
  for (const strip of said.slice(1, -1)) yield strip;
  const last = said.length > 1 ? said.at(-1) : undefined;
  if (last) yield { ...last, holds: who.length > 0 };
  yield* who;
}

/** What an editor set apart: a thin rule runs beside it. */
function* setCited(blocks: readonly Block[], place: Place): Generator<Strip> {
  const { press, parent, frame } = place;
  const element = within(press.doc, parent, 'BlockQuote');
  const inner = { ...place, parent: element, open: false, frame: inset(frame, INDENT) };
  for (const block of blocks) {
    for (const strip of setBlock(block, inner)) {
      yield {
        ...strip,
        draw(top) {
          artifact(press.doc, () =>
            press.doc.rect(frame.x + 2, top - 1, 1.5, strip.height + 2).fill(HAIRLINE)
          );
          strip.draw(top);
        }
      };
    }
  }
}

/**
 * Side by side, up to three, each as far down as there is room and on from there on the next page. Strips cannot say that, so what
 * comes here is drawn at once.
 */
function* setColumns({ columns }: Columns, place: Place): Generator<Strip> {
  if (!place.open) {
    for (const blocks of columns) for (const block of blocks) yield* setBlock(block, place);
    return;
  }
  const { press, parent } = place;
  const { pages } = press;
  const across = columns.length === 4 ? 2 : Math.min(3, columns.length);
  const whole = across > 2 ? WIDE : TEXT;
  const width = (whole.width - GAP * (across - 1)) / across;
  for (let from = 0; from < columns.length; from += across) {
    const running = columns.slice(from, from + across).map((blocks, at) => {
      const frame = { x: whole.x + at * (width + GAP), width };
      const inner = { press, parent: within(press.doc, parent, 'Div'), frame, open: false };
      return chainsOf(blocks, inner);
    });
    const heads = running.map((chains) => chains.next().value);
    pages.flush(ABOVE.columns + Math.max(0, ...heads.map((chain) => heightOf(chain ?? []))));
    pages.clear(ABOVE.columns);
    while (heads.some(Boolean)) {
      let used = 0;
      for (const [at, chains] of running.entries()) {
        let y = 0;
        for (let chain = heads[at]; chain; chain = heads[at] = chains.next().value) {
          const above = y > 0 ? (chain[0]!.above ?? 0) : 0;
          const fits = y + above + heightOf(chain) <= pages.room;
          // What is longer than a page runs over its foot rather than for ever.
          if (!fits && !(pages.fresh && y === 0)) break;
          y += above;
          for (const [index, strip] of chain.entries()) {
            if (index > 0) y += strip.above ?? 0;
            strip.draw(pages.y + y);
            y += strip.height;
          }
        }
        used = Math.max(used, y);
      }
      pages.advance(used);
      if (heads.some(Boolean)) pages.next();
    }
  }
}

/** Strips that hold together. */
function* chainsOf(blocks: readonly Block[], place: Place): Generator<Strip[], undefined> {
  let chain: Strip[] = [];
  for (const [at, block] of blocks.entries()) {
    const holds = leadsUp(blocks, at);
    for (const strip of setBlock(block, place)) {
      chain.push(strip);
      if (strip.holds || holds) continue;
      yield chain;
      chain = [];
    }
  }
  if (chain.length > 0) yield chain;
  return undefined;
}

function inset({ x, width }: Frame, by: number): Frame {
  return { x: x + by, width: width - by };
}
