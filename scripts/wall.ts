/**
 * `npm run --silent wall -- --format svg [FILE]`: words in, `word<TAB>count[<TAB>group]` a line; the wall out, laid out and drawn by
 * the same code as the server's.
 */
import { writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { outlineOf } from '../server/exports/outlines.ts';
import { pdfOf } from '../server/exports/wall-pdf.ts';
import { pngOf } from '../server/exports/wall-png.ts';
import { cleanLine } from '../src/lib/domain/text.ts';
import { layoutWall } from '../src/lib/domain/wall/layout/layout-wall.ts';
import { FACES } from '../src/lib/domain/wall/layout/lettering.ts';
import { reportOf } from '../src/lib/domain/wall/layout/report.ts';
import { sceneOf } from '../src/lib/domain/wall/drawing/scene.ts';
import { svgOf } from '../src/lib/domain/wall/drawing/svg.ts';
import type { WallLayout, WallWord } from '../src/lib/domain/wall/layout/wall-layout.ts';
import { UnreadableCards } from './cluster/read-cards.ts';
import { WrongUse, command, readArguments } from './command-line.ts';
import { linksOf } from './wall/links.ts';
import { readWords } from './wall/read-words.ts';

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const FORMATS = ['json', 'svg', 'png', 'pdf'] as const;
/** Px of each side. */
const SIDE = { least: 100, most: 8_000 } as const;
const LONGEST_CENTRE = 300;
const HELP = `npm run --silent wall -- --format json|svg|png|pdf [options] [FILE]

Reads words, "word<TAB>count[<TAB>group]" a line, from FILE or standard input, and lays them
out as a wall. A line without a count is one card. Nothing leaves this machine.

  --format FORMAT    json (the layout with its report), svg, png or pdf; else by the ending of --out (json)
  --centre TEXT      the question in the middle
  --size WxH         px (1920x1080)
  --face FACE        caveat-brush or patrick-hand (caveat-brush)
  --dark             the wall for a dark room
  --lang sv|en       the language of the words (sv)
  --no-links         do not look for words that have to do with each other
  --out FILE         write there instead of to standard output
`;

await command(async () => {
  const options = readOptions();
  if (options.help) process.stdout.write(HELP);
  else await run(options);
});

function readOptions() {
  const { values, file } = readArguments(
    {
      help: { type: 'boolean', short: 'h', default: false },
      format: { type: 'string' },
      centre: { type: 'string', default: '' },
      size: { type: 'string', default: '1920x1080' },
      face: { type: 'string', default: 'caveat-brush' },
      dark: { type: 'boolean', default: false },
      lang: { type: 'string', default: 'sv' },
      'no-links': { type: 'boolean', default: false },
      out: { type: 'string' }
    },
    { name: 'wall', what: 'words' }
  );
  const centre = cleanLine(values.centre);
  if (centre.length > LONGEST_CENTRE)
    throw new WrongUse(`--centre has ${centre.length} characters; ${LONGEST_CENTRE} are the most.`);
  const format = values.format ?? formatOf(values.out) ?? 'json';
  const options = {
    help: values.help,
    format: oneOf('--format', format, FORMATS),
    centre,
    area: areaOf(values.size),
    face: oneOf('--face', values.face, FACES),
    room: values.dark ? ('dark' as const) : ('light' as const),
    language: oneOf('--lang', values.lang, ['sv', 'en'] as const),
    links: !values['no-links'],
    out: values.out,
    file
  };
  if (!options.help && options.format !== 'json' && options.out === undefined && process.stdout.isTTY)
    throw new WrongUse(`A terminal shows no ${options.format}: say where to write it with --out FILE.`);
  return options;
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new WrongUse(`${option} ${value}: it is one of ${allowed.join(', ')}.`);
  return found;
}

function formatOf(out: string | undefined): string | undefined {
  return FORMATS.find((format) => out !== undefined && extname(out).toLowerCase() === `.${format}`);
}

function areaOf(size: string): { width: number; height: number } {
  const [, width, height] = (/^(\d{1,5})x(\d{1,5})$/i.exec(size) ?? []).map(Number);
  const fits = (side: number | undefined): side is number =>
    side !== undefined && side >= SIDE.least && side <= SIDE.most;
  if (!fits(width) || !fits(height)) {
    throw new WrongUse(
      `--size ${size}: give width and height in px, ${SIDE.least} to ${SIDE.most} each, as 1920x1080.`
    );
  }
  return { width, height };
}

async function run(options: ReturnType<typeof readOptions>): Promise<void> {
  const { file, face, area, centre, language } = options;
  const { words, remarks } = readWords(file);
  for (const remark of remarks) process.stderr.write(`${remark}\n`);
  const links = options.links
    ? linksOf(words, { folder: join(ROOT, 'words'), language, question: centre })
    : [];
  const layout = layoutWall({ words, links, face, area, centre, mode: 'fresh' });
  const output = await drawn(layout, words, options);
  if (options.out === undefined) process.stdout.write(output);
  else write(options.out, output);
}

async function drawn(
  layout: WallLayout,
  words: readonly WallWord[],
  { format, face, room, language }: ReturnType<typeof readOptions>
): Promise<string | Uint8Array> {
  if (format === 'json') return json(layout, words);
  const scene = sceneOf(layout, words, { face, room });
  const wording = { language, untitled: language === 'sv' ? 'Ordvägg' : 'Word wall' };
  if (format === 'pdf') return pdfOf(scene, wording, new Date());
  const svg = svgOf(scene, outlineOf, wording);
  return format === 'png' ? pngOf(svg) : svg;
}

function json(layout: WallLayout, words: readonly WallWord[]): string {
  const given = new Map(words.map((word) => [word.id, word]));
  // What a word counts stays a number, and where that is drawn has a name of its own.
  const told = layout.words.map(({ count: countAt, ...word }) => ({
    ...given.get(word.id)!,
    ...word,
    ...(countAt && { countAt })
  }));
  return `${JSON.stringify({ ...layout, words: told, report: reportOf(layout, words) }, null, 1)}\n`;
}

function write(file: string, output: string | Uint8Array): void {
  try {
    writeFileSync(file, output);
  } catch (error) {
    const reason = {
      ENOENT: 'there is no such folder',
      EISDIR: 'it is a folder',
      EACCES: 'it may not be written',
      ENOSPC: 'the disk is full'
    }[(error as { code?: string }).code ?? ''];
    throw new UnreadableCards(`--out ${file}: ${reason ?? 'it cannot be written'}.`);
  }
}
