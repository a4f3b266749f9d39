/** What the demo's halfway project leaves as files, opened by another program and looked at as it prints them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../server/app.ts';
import type { App } from '../../server/app.ts';
import { parseConfig } from '../../server/config.ts';
import type { Review } from '../../server/reviews.ts';
import type { Block, Report } from '../../src/lib/domain/document/document.ts';
import { meetingReport } from '../../src/lib/domain/document/of-meeting.ts';
import { partsOf } from '../../src/lib/domain/document/of-step.ts';
import { CHAPTERS } from '../../src/lib/domain/documentation/first-content.ts';
import type { Sheet } from '../../src/lib/domain/outputs/sheets/sheet.ts';
import { meetingWorkbook, projectWorkbook } from '../../src/lib/domain/outputs/sheets/workbook.ts';
import { sheetWordingFor } from '../../src/lib/review/sheet-wording.ts';
import { freshDatabase, ROOT } from '../fixtures/database.ts';
import type { FreshDatabase } from '../fixtures/database.ts';
import { asPdf, installed, printed } from '../fixtures/office.ts';
import type { Printed } from '../fixtures/office.ts';
import { astray, contentsIn, opened } from '../unit/exports/read-pdf.ts';

const PROGRAMS = ['soffice', 'pdftoppm', 'pdftotext'];
/** A page with less above its foot looks empty: a heading alone is a third of it. */
const LEAST_INK = 0.004;

describe.skipIf(!installed(...PROGRAMS))(/* They may be missing where this runs. */ 'LibreOffice', () => {
  let fresh: FreshDatabase;
  let app: App;
  const reports: Record<'meeting' | 'documentation' | 'blocks', Report> = {} as never;
  const books: Record<'meeting' | 'project', Sheet[]> = {} as never;
  const files: Record<string, Printed> = {};
  /** The documentation's PDF as it is made here. */
  let own: Buffer;

  beforeAll(async () => {
    fresh = await freshDatabase();
    app = await createApp(
      parseConfig({ DATABASE_URL: fresh.url, DEMO_KEY: 'nyckel', LOG_LEVEL: 'silent' }, ROOT),
      ROOT
    );
    const view = (await app.projects.read(app.demo!.user, app.demo!.halfway))!;
    const reviews = await app.reviews.ofProject(view);
    const worded = reviews.map((review) => ({ ...review, wording: sheetWordingFor(review.outputs) }));
    const [, second, third] = worded;
    reports.meeting = meetingReport(second!, second!.wording, Date.now());
    reports.documentation = await app.documentation.report(view, sheetWordingFor);
    const content = { type: 'doc', content: reviews.flatMap(everyBlock) };
    reports.blocks = await app.documentation.report(view, sheetWordingFor, { content });
    books.meeting = meetingWorkbook(third!.outputs, third!.wording);
    books.project = projectWorkbook(worded, third!.wording);
    const made: Record<string, Uint8Array> = {};
    for (const [name, report] of Object.entries(reports))
      made[`${name}.docx`] = await app.reportFile('docx', report);
    own = Buffer.from(await app.reportFile('pdf', reports.documentation));
    for (const [name, sheets] of Object.entries(books))
      made[`book-${name}.xlsx`] = await app.workbook(sheets);
    for (const [name, pdf] of Object.entries(asPdf(made))) files[name] = printed(pdf);
  }, 180_000);
  afterAll(async () => {
    await app.close();
    await fresh.drop();
  });

  test.each(['meeting', 'documentation', 'blocks'] as const)(
    'prints the %s: no page is empty, walls lie, nothing is left out and all in its order',
    (name) => {
      const { pages } = files[`${name}.docx`]!;
      const { blocks } = reports[name];
      const walls = blocks.filter((block) => block.kind === 'figure' && block.spread);
      expect(pages.filter(({ lying }) => lying)).toHaveLength(walls.length);
      expect(pages.length).toBeGreaterThan(walls.length + 2);
      for (const [at, { ink }] of pages.entries()) expect(ink, `page ${at + 1}`).toBeGreaterThan(LEAST_INK);
      expect(pages.map(({ foot }) => Number(/\d+$/.exec(foot)?.[0]))).toEqual(pages.map((_, at) => at + 1));
      let rest = textOf(files[`${name}.docx`]!);
      for (const text of [reports[name].title, ...blocks.flatMap(anchorsIn)].map(squeezed)) {
        const at = rest.indexOf(text);
        expect(at, `${text} comes after what stands before it`).toBeGreaterThanOrEqual(0);
        // A text in one column may stand on the line of what stands in the next one.
        rest = rest.slice(at);
      }
    }
  );

  test.each(['meeting', 'documentation', 'blocks'] as const)(
    'leaves no heading of the %s alone at the foot of a page',
    (name) => {
      const { blocks } = reports[name];
      const headings = new Set(blocks.flatMap((block) => (block.kind === 'heading' ? textIn(block) : [])));
      const { pages } = files[`${name}.docx`]!;
      // Nobody has written in the last chapter yet.
      for (const [at, { lines, drawnBelow }] of pages.slice(0, -1).entries())
        if (!drawnBelow) expect(headings, `page ${at + 1}`).not.toContain(lines.at(-1));
    }
  );

  test('a table of contents says on which page each chapter is', () => {
    const { pages } = files['documentation.docx']!;
    const entries = pages
      .flatMap(({ lines }) => lines)
      .flatMap((line) => {
        const [, title, page] = /^(.+?) ?\.{5,} ?(\d*)$/.exec(line) ?? [];
        return title ? { title, page: Number(page) } : [];
      });
    expect(entries.length).toBeGreaterThan(CHAPTERS.length);
    for (const { title, page } of entries) {
      // With other fonts than those it was reckoned with a page may end sooner.
      const around = pages.slice(Math.max(0, page - 2), page + 1).flatMap(({ lines }) => lines);
      expect(around.map(squeezed), `${title}, page ${page}`).toContain(squeezed(title));
    }
  });

  test('pictures are numbered through, and each says what it shows', () => {
    const lines = files['documentation.docx']!.pages.flatMap((page) => page.lines);
    const numbers = lines.flatMap((line) => Number(/^Figur (\d+)\. ./.exec(line)?.[1]) || []);
    const figures = reports.documentation.blocks.filter(({ kind }) => kind === 'figure');
    expect(numbers).toEqual(figures.map((_, at) => at + 1));
    expect(figures.length).toBeGreaterThan(6);
  });

  test('our own PDF of it has a cover, contents that are right, and the numbers of pictures that the DOCX has', async () => {
    const { pages } = printed(own);
    const { title, subtitle, cover } = reports.documentation;
    const face = squeezed([...pages[0]!.lines, pages[0]!.foot].join(''));
    for (const text of [title, subtitle!, cover!.host, cover!.day]) expect(face).toContain(squeezed(text));
    expect(pages.slice(1).map(({ foot }) => Number(/\d+$/.exec(foot)?.[0]))).toEqual(
      pages.slice(1).map((_, at) => at + 2)
    );
    for (const [at, { ink }] of pages.entries()) expect(ink, `page ${at + 1}`).toBeGreaterThan(LEAST_INK);
    const read = await opened(own);
    const entries = await contentsIn(read);
    expect(entries.length).toBeGreaterThan(CHAPTERS.length);
    expect(await astray(read, entries)).toEqual([]);
    const captions = (all: Printed) =>
      all.pages.flatMap(({ lines }) => lines.filter((line) => /^(Figur|Tabell) \d+\. /.test(line)));
    const numbered = (lines: readonly string[]) => lines.map((line) => line.slice(0, 24));
    expect(numbered(captions({ pdf: own, pages }))).toEqual(numbered(captions(files['documentation.docx']!)));
  });

  test.each(['meeting', 'project'] as const)(
    "prints the %s's workbook: every sheet, as wide as the page, with its head on each of its pages",
    (name) => {
      const { pages } = files[`book-${name}.xlsx`]!;
      for (const { name: sheet, head, rows } of books[name]) {
        const own = pages.filter(({ foot }) => foot.startsWith(`${sheet} `));
        expect(own.length, sheet).toBeGreaterThan(0);
        const whole = squeezed(own.flatMap(({ lines }) => lines).join(''));
        for (const cell of rows.flat())
          if (typeof cell === 'string' && !/\s/.test(cell)) expect(whole, sheet).toContain(squeezed(cell));
        if (head > 0)
          for (const page of own)
            for (const title of rows[0]!)
              expect(page.lines.slice(0, 3).join(' ')).toContain(firstWord(title));
      }
      for (const { ink } of pages) expect(ink).toBeGreaterThan(0.001);
      // Sheets whose columns went on beside the page were three or four pages each.
      expect(pages.length).toBeLessThan(books[name].length * 2);
    }
  );
});

/** Each step under its title: all of it, and each part by itself. */
function everyBlock({ outputs: { meeting, prompts } }: Review) {
  const placed = (prompt: string, part: string) => {
    const [only, caption, hash, notes] = ['', '', '', ''];
    return {
      type: 'output',
      attrs: {
        id: `${meeting.id}${prompt}${part}`,
        meeting: meeting.id,
        prompt,
        part,
        only,
        caption,
        hash,
        notes
      }
    };
  };
  const heading = (level: number, text: string) => ({
    type: 'heading',
    attrs: { level },
    content: [{ type: 'text', text }]
  });
  return [
    heading(1, meeting.title),
    placed('', 'attendance'),
    ...prompts.flatMap((prompt) => [
      heading(2, prompt.title),
      ...partsOf(prompt).map((part) => placed(prompt.id, part))
    ])
  ];
}

/** What must be read in that order: what has a line of its own. */
function anchorsIn(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return [textIn(block)];
    case 'figure':
      return block.caption ? [block.caption] : [];
    case 'quote':
      return [block.text];
    default:
      return [];
  }
}

function textIn(block: Extract<Block, { kind: 'heading' | 'paragraph' }>): string {
  return (block.kind === 'heading' ? block.text : block.runs).map(({ text }) => text).join('');
}

function textOf({ pages }: Printed): string {
  return squeezed(pages.flatMap(({ lines }) => lines).join(''));
}

/** Lines are broken elsewhere, and words at hyphens. */
function squeezed(text: string): string {
  return text.replace(/[\s\u00ad-]+/gu, '');
}

function firstWord(cell: Sheet['rows'][number][number]): string {
  return typeof cell === 'string' ? cell.split(' ')[0]! : '';
}
