/** A report as a text with headings, to be written on in any editor: CommonMark, with the tables that most editors read besides. */
import { NEW_LINES, plain, plainLine, plainLines } from '../outputs/plain.ts';
import type { Block, Cell, List, Report, Run, Table } from './document.ts';
import { safeLink } from './escape.ts';

/** A line break inside a paragraph. Two spaces would do too, but editors take them away. */
const BREAK = '\\\n';

/** Pictures are told by what stands in their place: a file of text has none. */
export function markdownOf({ title, subtitle, blocks }: Report): string {
  const parts = [`# ${plainLine(title)}`, subtitle ? plainLine(subtitle) : '', written(blocks)];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

function written(blocks: readonly Block[]): string {
  return blocks.map(blockText).filter(Boolean).join('\n\n');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${inLine(block.text)}`;
    case 'paragraph':
      return runsText(block.runs);
    case 'list':
      return listText(block);
    case 'quote': {
      const speaker = block.speaker ? ['', `– ${plainLine(block.speaker)}`] : [];
      return cited([...plainLines(block.text).join(BREAK).split('\n'), ...speaker].join('\n'));
    }
    case 'cited':
      return cited(written(block.blocks));
    case 'table':
      return tableText(block);
    case 'figure':
      return [block.alt, block.caption ?? '']
        .filter(Boolean)
        .map((text) => `*${plainLine(text)}*`)
        .join('\n\n');
    case 'columns':
      return block.columns.map(written).filter(Boolean).join('\n\n');
    case 'break':
      return '---';
  }
}

/** The lines after the first stay in the item; a list within one follows at once. */
function listText({ ordered, items }: List): string {
  return items
    .map((item, at) => {
      const mark = ordered ? `${at + 1}. ` : '- ';
      const text = item
        .map((block, index) => (index === 0 ? '' : block.kind === 'list' ? '\n' : '\n\n') + blockText(block))
        .join('');
      return mark + text.replaceAll(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`);
    })
    .join('\n');
}

function tableText({ caption, head, rows }: Table): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const table = [
    row(head.map(cellText)),
    row(head.map(({ align }) => (align ? '--:' : '---'))),
    ...rows.map((cells) => row(cells.map(cellText)))
  ].join('\n');
  return caption ? `${plainLine(caption)}\n\n${table}` : table;
}

function cellText({ runs }: Cell): string {
  return runsText(runs, false).replaceAll(BREAK, '<br>');
}

function cited(text: string): string {
  return text
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n');
}

function inLine(runs: readonly Run[]): string {
  return runsText(runs, false).replaceAll(BREAK, ' ');
}

/** Spaces at the ends of a run stand outside of its marks. Empty lines are left out. `first`: nothing stands before it on its line. */
function runsText(runs: readonly Run[], first = true): string {
  const all = [''];
  for (const { text, bold, italic, link } of runs) {
    text.split(NEW_LINES).forEach((part, at) => {
      if (at > 0) all.push('');
      const line = all.pop()!;
      const [, before = '', bare = '', after = ''] = /^(\s*)(.*?)(\s*)$/su.exec(part)!;
      const written = bare && marked(plain(bare, first && line.trim() === ''), { bold, italic, link });
      all.push(line + (before ? ' ' : '') + written + (written && after ? ' ' : ''));
    });
  }
  return all
    .map((line) => line.trim())
    .filter(Boolean)
    .join(BREAK);
}

function marked(text: string, { bold, italic, link }: Omit<Run, 'text'>): string {
  const strong = `${bold ? '**' : ''}${italic ? '*' : ''}`;
  const address = safeLink(link);
  const whole = strong + text + strong;
  return address ? `[${whole}](<${address.replace(/[<>\\]/g, encodeURIComponent)}>)` : whole;
}
