/** A report as HTML: one file that needs nothing else, or its body alone for a page of ours. */
import type { OutlineOf } from '../wall/drawing/letters.ts';
import type { Block, Cell, List, Origin, Report, Run, Table } from './document.ts';
import { escaped, originAttributes, safeLink } from './escape.ts';
import { STYLE } from './html-style.ts';
import { originKey } from './references.ts';
import type { References } from './references.ts';
import { figureSvg, glyphsSvg } from './svg-of.ts';
import type { SvgOptions } from './svg-of.ts';

/** Of a list of words: so many letters each at most, and so many of them. */
const SHORT = 60;
const MANY = 10;

export interface HtmlOptions {
  /** Draws handwriting as outlines; absent: as text, in whatever hand the reader's machine has. */
  outlineOf?: OutlineOf;
}

/** One file: styles and pictures within it. */
export function htmlOf(
  { title, subtitle, language, at, blocks }: Report,
  { outlineOf }: HtmlOptions = {}
): string {
  const glyphs = new Map<string, string>();
  const body = written(blocks, { ...(outlineOf ? { outlineOf } : {}), glyphs });
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta name="dcterms.created" content="${new Date(at).toISOString()}">`,
    `<title>${escaped(title)}</title>`,
    `<style>\n${STYLE}</style>`,
    '</head>',
    '<body>',
    glyphsSvg(glyphs),
    '<main class="report">',
    '<header>',
    `<h1>${lines(title)}</h1>`,
    subtitle ? `<p class="subtitle">${lines(subtitle)}</p>` : '',
    '</header>',
    body,
    '</main>',
    '</body>',
    '</html>',
    ''
  ]
    .filter((line, index, all) => line || index === all.length - 1)
    .join('\n');
}

/**
 * The body alone: no styles, its headings from h2 on. What stands on cards names them in `data-meeting`, `data-prompt` and
 * `data-notes` (ids, comma between; empty: all of the step), so that the page can show them.
 */
export function blocksHtml(blocks: readonly Block[]): string {
  return written(blocks, { traced: true });
}

/** The same for a page that tells by numbers what sentences stand on: each leads to `#cards-` and its number. */
export function referringHtml(blocks: readonly Block[], refer: References['refer']): string {
  return written(blocks, { refer });
}

interface How extends SvgOptions {
  refer?: References['refer'];
}

function written(blocks: readonly Block[], how: How): string {
  return blocks.map((block) => blockHtml(block, how)).join('\n');
}

function blockHtml(block: Block, how: How): string {
  const origin = how.traced && block.kind !== 'break' && block.origin ? originAttributes(block.origin) : '';
  switch (block.kind) {
    case 'heading': {
      // The report's title is the first.
      const tag = `h${block.level + 1}`;
      const id = block.id ? ` id="${escaped(block.id)}"` : '';
      return `<${tag}${id}${origin}>${runsHtml(block.text, how)}</${tag}>`;
    }
    case 'paragraph':
      return `<p${block.tone ? ` class="${block.tone}"` : ''}${origin}>${runsHtml(block.runs, how)}</p>`;
    case 'list':
      return listHtml(block, origin, how);
    case 'quote': {
      const speaker = block.speaker ? `\n<figcaption>${lines(block.speaker)}</figcaption>` : '';
      return `<figure class="quote"${origin}>\n<blockquote><p>${lines(block.text)}</p></blockquote>${speaker}\n</figure>`;
    }
    case 'cited':
      return `<blockquote class="cited"${origin}>\n${written(block.blocks, how)}\n</blockquote>`;
    case 'table':
      return tableHtml(block, origin, how);
    case 'figure': {
      const caption = block.caption ? `\n<figcaption>${lines(block.caption)}</figcaption>` : '';
      return `<figure class="picture${block.spread ? ' spread' : ''}"${origin}>\n${figureSvg(block, how)}${caption}\n</figure>`;
    }
    case 'columns': {
      const columns = block.columns.map((column) => `<div>\n${written(column, how)}\n</div>`);
      return `<div class="columns"${origin}>\n${columns.join('\n')}\n</div>`;
    }
    case 'break':
      return '<div class="break"></div>';
  }
}

function listHtml({ ordered, items }: List, origin: string, how: How): string {
  const tag = ordered ? 'ol' : 'ul';
  const all = items.map((item) => {
    const [first, ...rest] = item;
    // A list of single lines is no list of paragraphs.
    if (first?.kind !== 'paragraph' || first.tone) return `<li>${written(item, how)}</li>`;
    const own = how.traced && first.origin ? originAttributes(first.origin) : '';
    const more = rest.length > 0 ? `\n${written(rest, how)}\n` : '';
    return `<li${own}>${runsHtml(first.runs, how)}${more}</li>`;
  });
  const many = isManyWords(items) ? ' class="many"' : '';
  return `<${tag}${many}${origin}>\n${all.join('\n')}\n</${tag}>`;
}

/** Words, as of a wall: they stand in columns, where there is room. */
function isManyWords(items: List['items']): boolean {
  const isShort = ([first]: readonly Block[]) =>
    first?.kind === 'paragraph' && first.runs.reduce((sum, { text }) => sum + text.length, 0) <= SHORT;
  return items.length >= MANY && items.every(isShort);
}

function tableHtml({ caption, head, rows }: Table, origin: string, how: How): string {
  const cells = (all: readonly Cell[], heads: boolean) =>
    all
      .map(({ runs, align, head: isHead }) => {
        const side = align ? ` class="${align}"` : '';
        const text = runsHtml(runs, how);
        if (heads) return `<th scope="col"${side}>${text}</th>`;
        return isHead ? `<th scope="row"${side}>${text}</th>` : `<td${side}>${text}</td>`;
      })
      .join('');
  return [
    '<div class="table">',
    `<table${origin}>`,
    caption ? `<caption>${lines(caption)}</caption>` : '',
    `<thead><tr>${cells(head, true)}</tr></thead>`,
    '<tbody>',
    ...rows.map((row) => `<tr>${cells(row, false)}</tr>`),
    '</tbody>',
    '</table>',
    '</div>'
  ]
    .filter(Boolean)
    .join('\n');
}

function runsHtml(runs: readonly Run[], { traced, refer }: How): string {
  return runs
    .map(({ text, bold, italic, link, origin }, at) => {
      let html = lines(text);
      if (italic) html = `<em>${html}</em>`;
      if (bold) html = `<strong>${html}</strong>`;
      const address = safeLink(link);
      if (address) html = `<a href="${escaped(address)}" rel="noreferrer">${html}</a>`;
      const number =
        refer && origin && !isSame(origin, runs[at + 1]?.origin) && refer(said(runs, at), origin);
      if (number)
        html += `<sup class="reference"><a href="#cards-${number}" role="doc-noteref">${number}</a></sup>`;
      return traced && origin ? `<span${originAttributes(origin)}>${html}</span>` : html;
    })
    .join('');
}

/** What runs up to that one say that stand on the same. */
function said(runs: readonly Run[], at: number): string {
  let from = at;
  while (from > 0 && isSame(runs[at]!.origin, runs[from - 1]!.origin)) from--;
  return runs
    .slice(from, at + 1)
    .map(({ text }) => text)
    .join('');
}

function isSame(one: Origin | undefined, other: Origin | undefined): boolean {
  return originKey(one) === originKey(other);
}

function lines(text: string): string {
  return escaped(text).replaceAll('\n', '<br>');
}
