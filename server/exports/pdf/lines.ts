/** Texts broken into lines: at spaces, at the joints of long compounds, and within a word only where it is longer than the line. */
import { breakable } from '../../../src/lib/ui/compound.ts';
import type { Style } from './styles.ts';
import type { Typefaces } from './typefaces.ts';

/** A text in one style; '\n' is a line break. */
export interface StyledRun {
  text: string;
  style: Style;
  link?: string;
}

/** What stands in one line in one style. */
export interface Fragment extends StyledRun {
  /** From the line's left end, points. */
  x: number;
  width: number;
}

export interface Line {
  fragments: readonly Fragment[];
  width: number;
  /** A compound goes on in the next line. */
  hyphen?: boolean;
}

/** What is never broken, and what it comes after. */
interface Chunk {
  after: 'nothing' | 'space' | 'joint' | 'break';
  parts: { run: StyledRun; text: string; width: number }[];
  width: number;
}

/** A space, a joint of a compound, a line break, or the end of a piece that ends with a sign. */
const OPPORTUNITY = /(\n|\u00ad|[^\S\n\u00a0\u202f]+)|(?<=\p{L}[-/–—…]+)(?=\p{L})/u;

export function linesOf(runs: readonly StyledRun[], width: number, faces: Typefaces): Line[] {
  const lines: Line[] = [];
  let line: Chunk[] = [];
  let length = 0;
  const chunks = chunksOf(runs, faces);
  const end = (next?: Chunk['after']) => {
    lines.push(lineOf(line, next, faces));
    line = [];
    length = 0;
  };
  for (let at = 0; at < chunks.length; at++) {
    const chunk = chunks[at]!;
    if (chunk.after === 'break') end('break');
    const style = chunk.parts[0]?.run.style;
    const space = chunk.after === 'space' && style && line.length > 0 ? faces.width(' ', style) : 0;
    const hyphen = style && chunks[at + 1]?.after === 'joint' ? faces.width('-', style) : 0;
    if (line.length > 0 && length + space + chunk.width + hyphen > width) {
      end(chunk.after);
      // The rest is measured as what begins a line.
      chunks[at--] = { ...chunk, after: 'nothing' };
    } else if (line.length === 0 && chunk.width > width) {
      const [fitting, rest] = cut(chunk, width, faces);
      line.push(fitting);
      end();
      chunks[at--] = rest;
    } else {
      line.push(chunk);
      length += space + chunk.width;
    }
  }
  if (line.length > 0) end();
  return lines;
}

/** How wide what is never broken is at most: what a column must hold. */
export function longestPiece(runs: readonly StyledRun[], faces: Typefaces): number {
  const chunks = chunksOf(runs, faces);
  return chunks.reduce((longest, { width, parts }, at) => {
    const style = chunks[at + 1]?.after === 'joint' ? parts[0]?.run.style : undefined;
    return Math.max(longest, width + (style ? faces.width('-', style) : 0));
  }, 0);
}

function chunksOf(runs: readonly StyledRun[], faces: Typefaces): Chunk[] {
  const chunks: Chunk[] = [{ after: 'nothing', parts: [], width: 0 }];
  for (const run of runs) {
    breakable(run.text)
      .split(OPPORTUNITY)
      .forEach((text, at) => {
        // Between two pieces stands what was between them, or nothing.
        if (at % 2 === 1) {
          const after = text === '\n' ? 'break' : text === '\u00ad' ? 'joint' : text ? 'space' : 'nothing';
          chunks.push({ after, parts: [], width: 0 });
        } else if (text) {
          const width = faces.width(text, run.style);
          const last = chunks.at(-1)!;
          last.parts.push({ run, text, width });
          last.width += width;
        }
      });
  }
  return chunks.filter(({ parts, after }) => parts.length > 0 || after === 'break');
}

/** As much of a chunk as fits, at least a letter, and the rest of it. */
function cut({ parts, after }: Chunk, width: number, faces: Typefaces): [Chunk, Chunk] {
  const fitting: Chunk = { after, parts: [], width: 0 };
  const rest: Chunk = { after: 'nothing', parts: [], width: 0 };
  const put = (chunk: Chunk, { run }: Chunk['parts'][number], text: string) => {
    const part = { run, text, width: faces.width(text, run.style) };
    chunk.parts.push(part);
    chunk.width += part.width;
  };
  for (const part of parts) {
    if (rest.parts.length > 0) {
      put(rest, part, part.text);
      continue;
    }
    const letters = [...part.text];
    let count = 0;
    let taken = fitting.width;
    while (count < letters.length) {
      taken += faces.width(letters[count]!, part.run.style);
      if (taken > width && fitting.parts.length + count > 0) break;
      count++;
    }
    if (count > 0) put(fitting, part, letters.slice(0, count).join(''));
    if (count < letters.length) put(rest, part, letters.slice(count).join(''));
  }
  return [fitting, rest];
}

/** `next`: what comes between this line and the next one. */
function lineOf(chunks: readonly Chunk[], next: Chunk['after'] | undefined, faces: Typefaces): Line {
  const fragments: Fragment[] = [];
  let x = 0;
  chunks.forEach(({ after, parts }, at) =>
    parts.forEach(({ run, text, width }, part) => {
      const spaced = at > 0 && part === 0 && after === 'space';
      const space = spaced ? faces.width(' ', run.style) : 0;
      const last = fragments.at(-1);
      if (last && last.style === run.style && last.link === run.link) {
        last.text += (spaced ? ' ' : '') + text;
        last.width += space + width;
      } else {
        // A space at the end of what was before, so that no link begins with one.
        if (last && spaced) last.text += ' ';
        fragments.push({
          text,
          style: run.style,
          x: x + space,
          width,
          ...(run.link ? { link: run.link } : {})
        });
      }
      x += space + width;
    })
  );
  // Else the last word and the next one would be one to whoever copies them.
  const last = fragments.at(-1);
  if (last && (next === 'space' || next === 'break')) last.text += ' ';
  return { fragments, width: x, ...(next === 'joint' ? { hyphen: true } : {}) };
}
