/** Cases on a screen: a column each, a long one two or three; where they have no room beside each other they are pages that turn. */
import { linesIn, linesOf } from './paragraph.ts';

export interface CaseText {
  id: string;
  title: string;
  /** Where it comes from; may be empty. */
  from: string;
  body: string;
}

export interface CaseOnPage {
  id: string;
  title: string;
  from: string;
  /** It began on the page before. */
  goesOn: boolean;
  /** Of the body, a list of lines for each column that it takes. */
  columns: readonly (readonly string[])[];
}

export interface CasePages {
  size: number;
  across: number;
  pages: readonly (readonly CaseOnPage[])[];
}

export interface CaseRoom {
  width: number;
  height: number;
}

/** Of lines, in font sizes; between columns and under a title, in units of the stage. */
export const CASE = { leading: 1.25, title: 1.3, from: 28, between: 56, below: 20, rule: 12 } as const;
/** The largest first: all on one page. */
const SETTINGS = [
  { size: 56, across: 1 },
  { size: 48, across: 2 },
  { size: 42, across: 2 },
  { size: 40, across: 3 },
  { size: 36, across: 3 },
  { size: 32, across: 3 },
  { size: 32, across: 4 }
] as const;
/** What turns: as large as no case has to go on overleaf. */
const TURNING = [
  { size: 40, across: 3 },
  { size: 36, across: 3 },
  { size: 32, across: 3 },
  { size: 30, across: 3 }
] as const;

export function casePages(cases: readonly CaseText[], room: CaseRoom): CasePages {
  for (const setting of SETTINGS) {
    if (setting.across > Math.max(2, cases.length)) continue;
    const pages = pagesAt(cases, setting, room);
    if (pages.length <= 1) return { ...setting, pages };
  }
  const turning = TURNING.map((setting) => ({ ...setting, pages: pagesAt(cases, setting, room) }));
  return turning.find(({ pages }) => !pages.flat().some(({ goesOn }) => goesOn)) ?? turning.at(-1)!;
}

export function caseColumn(across: number, { width }: CaseRoom): number {
  return (width - (across - 1) * CASE.between) / across;
}

function pagesAt(
  cases: readonly CaseText[],
  { size, across }: { size: number; across: number },
  room: CaseRoom
): CaseOnPage[][] {
  const column = caseColumn(across, room);
  const pages: CaseOnPage[][] = [];
  let page: CaseOnPage[] = [];
  let left = across;
  const turn = () => {
    if (page.length > 0) pages.push(page);
    [page, left] = [[], across];
  };
  for (const { id, title, from, body } of cases) {
    let lines = linesIn(body, 'reading', column / size);
    const spans = Array.from({ length: across }, (_, at) => at + 1);
    const span = spans.find((wide) => wide * linesUnder(title, from, wide) >= lines.length);
    if (left < (span ?? across)) turn();
    for (let goesOn = false; lines.length > 0 || !goesOn; goesOn = true) {
      const wide = Math.min(
        spans.find((one) => one * linesUnder(title, from, one) >= lines.length) ?? across,
        left
      );
      const most = linesUnder(title, from, wide);
      const taken = lines.slice(0, wide * most);
      // Evenly, so that they end at about the same height.
      const each = Math.max(1, Math.ceil(taken.length / wide));
      const columns = Array.from({ length: wide }, (_, at) => bare(taken.slice(at * each, (at + 1) * each)));
      page.push({ id, title, from, goesOn, columns });
      lines = lines.slice(wide * most);
      left -= wide;
      if (lines.length > 0 || left === 0) turn();
    }
  }
  turn();
  return pages;

  /** How many lines of the body have room in each of so many columns. */
  function linesUnder(title: string, from: string, wide: number): number {
    const width = wide * column + (wide - 1) * CASE.between;
    const head = size * CASE.title;
    const above =
      linesOf(title, 'reading', (width / head) * 0.94) * head * 1.15 +
      (from ? linesOf(from, 'reading', width / CASE.from) * CASE.from * CASE.leading : 0) +
      CASE.below +
      CASE.rule;
    return Math.max(1, Math.floor((room.height - above) / (size * CASE.leading)));
  }
}

/** No column begins with the empty line between two paragraphs. */
function bare(lines: readonly string[]): readonly string[] {
  return lines[0] === '' ? lines.slice(1) : lines;
}
