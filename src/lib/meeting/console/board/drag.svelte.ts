/**
 * Dragging a slip or a card, by mouse at once and by finger after it has rested. Over a slip it is laid there; over
 * empty board it becomes a word of its own; anywhere else, or with Escape, nothing happens. One set of listeners for all.
 */
import type { NoteId } from '$lib/domain/meeting/ids';
import type { Board } from './board.svelte';
import type { Slip } from './slips';

export interface Carried {
  notes: readonly NoteId[];
  text: string;
  slip: Slip | undefined;
  whole: boolean;
}

/** A mouse that moves so far drags; a finger that does scrolls. */
const SLACK = 6;
const REST_MS = 300;
/** So near the edge the page scrolls along. */
const EDGE = 56;

export class Drag {
  carried = $state.raw<Carried | undefined>();
  /** The slip it is held over. */
  over = $state<string | undefined>();
  x = $state(0);
  y = $state(0);
  readonly #board: Board;
  #root: HTMLElement | undefined;
  #grabbed: { what: Carried; x: number; y: number; pointer: number } | undefined;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;

  constructor(board: Board) {
    this.#board = board;
  }

  readonly attach = (root: HTMLElement): (() => void) => {
    this.#root = root;
    const swallow = (event: Event) => this.carried && event.preventDefault();
    root.addEventListener('pointerdown', this.#grab);
    // Only a listener that is not passive can keep the page from scrolling under the finger.
    root.addEventListener('touchmove', swallow, { passive: false });
    root.addEventListener('contextmenu', swallow);
    return () => {
      this.#end();
      root.removeEventListener('pointerdown', this.#grab);
      root.removeEventListener('touchmove', swallow);
      root.removeEventListener('contextmenu', swallow);
    };
  };

  readonly #grab = (event: PointerEvent): void => {
    const at = event.target instanceof Element && event.target.closest<HTMLElement>('[data-drag]');
    const what = at && this.#what(at);
    if (!what || !event.isPrimary || event.button !== 0) return;
    const { clientX: x, clientY: y, pointerId: pointer } = event;
    this.#grabbed = { what, x, y, pointer };
    if (event.pointerType !== 'mouse') this.#rest = setTimeout(() => this.#lift(x, y), REST_MS);
    addEventListener('pointermove', this.#move);
    addEventListener('pointerup', this.#drop);
    addEventListener('pointercancel', this.#end);
    addEventListener('keydown', this.#escape, true);
  };

  readonly #move = (event: PointerEvent): void => {
    const grabbed = this.#grabbed;
    if (!grabbed || event.pointerId !== grabbed.pointer) return;
    if (!this.carried) {
      if (Math.hypot(event.clientX - grabbed.x, event.clientY - grabbed.y) < SLACK) return;
      if (event.pointerType !== 'mouse') return this.#end();
      this.#lift(event.clientX, event.clientY);
    }
    this.x = event.clientX;
    this.y = event.clientY;
    this.#look();
  };

  readonly #drop = (event: PointerEvent): void => {
    const { carried } = this;
    if (carried && event.pointerId === this.#grabbed?.pointer) {
      // The click that follows would open the menu.
      addEventListener('click', stop, { capture: true, once: true });
      setTimeout(() => removeEventListener('click', stop, { capture: true }));
      const target = this.#board.slip(this.over);
      if (target) void this.#board.moveTo(carried, target);
      // A whole word that is laid on empty board stays the word it was.
      else if (!carried.whole && this.#onBoard()) void this.#board.moveOut(carried);
    }
    this.#end();
    if (carried && !this.#root?.matches(':hover')) this.#board.letGo();
  };

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#end();
  };

  readonly #end = (): void => {
    clearTimeout(this.#rest);
    cancelAnimationFrame(this.#frame);
    this.#grabbed = undefined;
    this.carried = undefined;
    this.over = undefined;
    removeEventListener('pointermove', this.#move);
    removeEventListener('pointerup', this.#drop);
    removeEventListener('pointercancel', this.#end);
    removeEventListener('keydown', this.#escape, true);
  };

  #what({ dataset: { drag, card } }: HTMLElement): Carried | undefined {
    const slip = this.#board.slip(drag);
    if (!card) return slip && { notes: slip.notes, text: slip.label, slip, whole: true };
    const notes = slip ? this.#board.withChosen(slip, card) : [card];
    return { notes, text: this.#board.named(notes), slip, whole: false };
  }

  #lift(x: number, y: number): void {
    if (!this.#grabbed) return;
    this.carried = this.#grabbed.what;
    this.x = x;
    this.y = y;
    this.#look();
    this.#frame = requestAnimationFrame(this.#scroll);
  }

  #look(): void {
    const at = document.elementFromPoint(this.x, this.y);
    const key = at?.closest<HTMLElement>('[data-drop]')?.dataset.drop;
    this.over = key === this.carried?.slip?.key ? undefined : key;
  }

  /** On the board, and not on the slip that it came from. */
  #onBoard(): boolean {
    const at = document.elementFromPoint(this.x, this.y);
    return Boolean(at && this.#root?.contains(at) && !at.closest('[data-drop]'));
  }

  readonly #scroll = (): void => {
    if (!this.carried) return;
    const box = scroller(this.#root);
    const { top, bottom } =
      box === document.scrollingElement ? { top: 0, bottom: innerHeight } : box.getBoundingClientRect();
    if (this.y < top + EDGE) box.scrollTop -= 8;
    if (this.y > bottom - EDGE) box.scrollTop += 8;
    this.#frame = requestAnimationFrame(this.#scroll);
  };
}

function stop(event: Event): void {
  event.stopPropagation();
  event.preventDefault();
}

function scroller(from: HTMLElement | undefined): Element {
  for (let at = from?.parentElement; at; at = at.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(at).overflowY) && at.scrollHeight > at.clientHeight) return at;
  }
  return document.scrollingElement ?? document.documentElement;
}
