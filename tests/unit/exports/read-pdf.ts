/** A PDF as another program reads it: its pages, their words, and what these are said to be. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type ReadPdf = PDFDocumentProxy;
export type ReadPage = Awaited<ReturnType<typeof pages>>[number];

export interface Node {
  role: string;
  alt?: string;
  children?: Node[];
  /** Of what is drawn: a name for it on its page. */
  type?: string;
  id?: string;
}

/** What is drawn of an element on one page. */
export interface Told {
  /** From the outermost element inwards, e.g. "TOC TOCI Reference Link". */
  roles: string;
  text: string;
}

export async function opened(data: Uint8Array): Promise<ReadPdf> {
  return getDocument({ data: new Uint8Array(data), verbosity: 0 }).promise;
}

export function pages(read: ReadPdf) {
  return Promise.all(Array.from({ length: read.numPages }, (_, at) => read.getPage(at + 1)));
}

export async function wordsOn(page: ReadPage): Promise<string> {
  const { items } = await page.getTextContent();
  return squeezed(items.map((item) => ('str' in item ? item.str : '')).join(' '));
}

export async function textOf(read: ReadPdf): Promise<string> {
  return (await Promise.all((await pages(read)).map(wordsOn))).join(' ');
}

/** The elements of a page that hold text, in the order in which they are read out. */
export async function toldOn(page: ReadPage): Promise<Told[]> {
  const texts = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
    if (!('type' in item)) {
      const id = open.at(-1);
      if (id) texts.set(id, (texts.get(id) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id as string | undefined);
  }
  const told: Told[] = [];
  const visit = ({ role, children = [] }: Node, above: readonly string[]) => {
    const roles = role && role !== 'Root' ? [...above, role] : above;
    const own = children.filter(({ type }) => type === 'content').map(({ id }) => texts.get(id!) ?? '');
    if (own.length > 0) told.push({ roles: roles.join(' '), text: squeezed(own.join('')) });
    for (const child of children) if (child.role) visit(child, roles);
  };
  const tree = (await page.getStructTree()) as unknown as Node | null;
  if (tree) visit(tree, []);
  return told;
}

/** The number in the foot; none on a cover. */
export async function footOn(page: ReadPage): Promise<string | undefined> {
  const { items } = await page.getTextContent();
  const low = items.flatMap((item) => ('str' in item && item.transform[5] < 50 ? [item.str.trim()] : []));
  return low.findLast((text) => /^\d+$/.test(text));
}

/** One of a table of contents: what it says, the number beside it, and the page that it leads to. */
export interface Entry {
  text: string;
  number: string;
  leadsTo: number;
}

export async function contentsIn(read: ReadPdf): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const page of await pages(read)) {
    const { items } = await page.getTextContent();
    for (const { dest, rect } of await page.getAnnotations()) {
      if (typeof dest !== 'string') continue;
      const [left, low, right, high] = rect as [number, number, number, number];
      const within = items.flatMap((item) => {
        if (!('str' in item) || !item.str.trim()) return [];
        const [x, y] = [item.transform[4], item.transform[5]];
        return x > left - 1 && x < right && y > low && y < high ? [item.str] : [];
      });
      const target = ((await read.getDestination(dest)) as unknown[])[0];
      entries.push({
        text: squeezed(within.slice(0, -1).join(' ')),
        number: (within.at(-1) ?? '').trim(),
        leadsTo: (await read.getPageIndex(target as Parameters<ReadPdf['getPageIndex']>[0])) + 1
      });
    }
  }
  return entries;
}

export async function headingsOn(page: ReadPage): Promise<string[]> {
  return (await toldOn(page)).filter(({ roles }) => /H\d$/.test(roles)).map(({ text }) => text);
}

/** Entries whose heading does not stand on the page that they lead to, or whose number is not the one in its foot. */
export async function astray(read: ReadPdf, entries: readonly Entry[]): Promise<Entry[]> {
  const plain = (words: string) => words.replace(/[\s-]/g, '');
  const all = await pages(read);
  const told = new Map<number, readonly string[]>();
  const wrong: Entry[] = [];
  for (const entry of entries) {
    const page = all[entry.leadsTo - 1]!;
    const there = told.get(entry.leadsTo) ?? (await headingsOn(page)).map(plain);
    told.set(entry.leadsTo, there);
    if (
      !there.includes(plain(entry.text)) ||
      entry.number !== String(entry.leadsTo) ||
      entry.number !== (await footOn(page))
    )
      wrong.push(entry);
  }
  return wrong;
}

export function squeezed(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
