/**
 * Strips of a report put onto pages, one below the other. What holds together (a heading and what follows, the first two lines of a
 * paragraph and its last two) comes onto one page as long as it fits onto any.
 */
import { linesOf } from './lines.ts';
import { artifact, drawFragment } from './marks.ts';
import type { Doc } from './marks.ts';
import { EDGE, GAP, SHEET, STYLES, WIDE } from './styles.ts';
import type { Typefaces } from './typefaces.ts';

/** What is never broken: a line of text, a picture. */
export interface Strip {
  height: number;
  /** The room above it, where it does not begin a page. */
  above?: number;
  /** Stands on the page of what follows it. */
  holds?: boolean;
  /** Reaches into the margin, so that nothing may hang there. */
  wide?: boolean;
  /** Stands beside it in the margin, and further down. */
  hangs?: { height: number; draw(top: number): void };
  draw(top: number): void;
}

/** What is repeated on each new page while a table lasts. */
export interface Head {
  height: number;
  draw(top: number): void;
}

export class Pages {
  readonly #doc: Doc;
  readonly #faces: Typefaces;
  /** In the foot of each page but the first. */
  readonly #title: string;
  readonly #cover: boolean;
  /** What waits for what it holds to. */
  #waiting: Strip[] = [];
  /** Pages of their own that come after this one. */
  #spreads: (() => void)[] = [];
  #y: number = EDGE.top;
  #hangsTo = 0;
  #head: Head | undefined;
  #number = 0;
  #fresh = true;
  #lying = false;
  /** Nothing more comes onto this page. */
  #full = false;

  /** `cover`: the first page has no foot. */
  constructor(doc: Doc, faces: Typefaces, title: string, { cover = false } = {}) {
    this.#doc = doc;
    this.#faces = faces;
    this.#cover = cover;
    const [first, more] = linesOf([{ text: title, style: STYLES.foot }], WIDE.width - 4 * GAP, faces);
    this.#title = (first?.fragments[0]?.text ?? '') + (more ? ' …' : '');
    this.#add();
  }

  put(strip: Strip): void {
    this.#waiting.push(strip);
    if (!strip.holds) this.flush();
  }

  /** Places what waits; on the next page, where so much does not fit below it. */
  flush(below = 0): void {
    const strips = this.#waiting.splice(0);
    if (strips.length === 0) return;
    const whole = heightOf(strips) + below;
    const over = this.#topOf(strips[0]!) + whole > this.#bottom;
    if (this.#full || (!this.#fresh && over && whole <= this.#longest())) this.next();
    for (const strip of strips) this.#place(strip);
  }

  /** Of the page that is being filled, as it stands in its foot. */
  get number(): number {
    return this.#number;
  }

  /** Nothing more comes onto this page, whatever stands on it. */
  close(): void {
    this.settle();
    this.#fresh = false;
    this.#full = true;
  }

  /** From here down to the foot. */
  get room(): number {
    return this.#full ? 0 : this.#bottom - this.#y;
  }

  get y(): number {
    return this.#y;
  }

  /** Nothing stands on this page yet. */
  get fresh(): boolean {
    return this.#fresh;
  }

  /** Down over what somebody else has drawn. */
  advance(height: number): void {
    this.#y += height;
    if (height > 0) this.#fresh = false;
  }

  /** Down to where something that reaches into the margin may begin. */
  clear(above: number): void {
    if (!this.#fresh) this.#y = Math.max(this.#y, this.#hangsTo) + above;
  }

  /** On each new page, until another head is named or none. */
  repeat(head: Head | undefined): void {
    this.#head = head;
  }

  /** What follows begins a new page. */
  break(): void {
    this.settle();
    if (!this.#fresh) this.next();
  }

  /** What stands on a lying page of its own: with the heading that waits, else behind the page that is being filled. */
  spread(draw: (top: number, room: number) => void): void {
    const strips = this.#waiting.splice(0);
    const put = () => {
      this.#add(true);
      for (const strip of strips) this.#place(strip);
      this.clear(GAP);
      draw(this.#y, this.room);
      this.#fresh = false;
      this.#full = true;
    };
    if (strips.length > 0 || this.#fresh) put();
    else this.#spreads.push(put);
  }

  /** Nothing waits any longer: what comes now is about something else. */
  settle(): void {
    this.flush();
    for (const put of this.#spreads.splice(0)) put();
  }

  next(): void {
    const head = this.#head;
    for (const put of this.#spreads.splice(0)) put();
    this.#add();
    if (!head) return;
    artifact(this.#doc, () => head.draw(this.#y), 'Pagination');
    this.#y += head.height;
  }

  get #bottom(): number {
    return (this.#lying ? SHEET.width : SHEET.height) - EDGE.bottom;
  }

  #longest(): number {
    return SHEET.height - EDGE.top - EDGE.bottom - (this.#head?.height ?? 0);
  }

  #topOf({ above = 0, wide, hangs }: Strip): number {
    if (this.#fresh) return this.#y;
    return wide || hangs ? Math.max(this.#y, this.#hangsTo) + above : this.#y + above;
  }

  #place(strip: Strip): void {
    if (!this.#fresh && this.#topOf(strip) + strip.height > this.#bottom) this.next();
    const top = this.#topOf(strip);
    strip.draw(top);
    strip.hangs?.draw(top);
    if (strip.hangs) this.#hangsTo = top + strip.hangs.height;
    this.#y = top + strip.height;
    this.#fresh = false;
  }

  #add(lying = false): void {
    this.#doc.addPage({ size: 'A4', layout: lying ? 'landscape' : 'portrait', margin: 0 });
    this.#lying = lying;
    this.#y = EDGE.top;
    this.#hangsTo = 0;
    this.#fresh = true;
    this.#full = false;
    this.#number++;
    if (!this.#cover || this.#number > 1) this.#foot();
  }

  #foot(): void {
    const style = STYLES.foot;
    const { width, height } = this.#doc.page;
    const baseline = height - 34;
    artifact(
      this.#doc,
      () => {
        const number = String(this.#number);
        const put = (text: string, x: number) =>
          drawFragment(this.#doc, this.#faces, { text, style, x, width: 0 }, { x: 0, baseline });
        if (this.#number > 1) put(this.#title, EDGE.left);
        put(number, width - EDGE.right - this.#faces.width(number, style));
      },
      'Pagination'
    );
  }
}

/** Of strips one below the other, without the room above the first. */
export function heightOf(strips: readonly Strip[]): number {
  return strips.reduce((sum, { height, above = 0 }, at) => sum + height + (at > 0 ? above : 0), 0);
}
