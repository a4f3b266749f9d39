/**
 * Dragging a row by its grip, by mouse or by finger. Where it would go is a line between two rows; far from the list, with
 * Escape, or where the system takes the pointer away, nothing happens.
 */

/** A pointer that moves so far drags. */
const SLACK = 4;
/** So far beside the list it still counts. */
const REACH = 80;
/** So near the edge the page scrolls along. */
const EDGE = 56;

export class Reorder {
  /** The row that is held. */
  carried = $state<string | undefined>();
  /** Before which row it would go, from 0; undefined: nowhere. */
  gap = $state<number | undefined>();
  readonly #move: (id: string, index: number) => void;
  #list: HTMLElement | undefined;
  #held: { id: string; x: number; y: number; pointer: number } | undefined;
  #y = 0;
  #x = 0;
  #frame = 0;

  constructor(move: (id: string, index: number) => void) {
    this.#move = move;
  }

  /** At a press on the grip of that row. */
  grab(event: PointerEvent, id: string): void {
    if (!event.isPrimary || event.button !== 0) return;
    this.#list = (event.currentTarget as HTMLElement).closest('ol') ?? undefined;
    this.#held = { id, x: event.clientX, y: event.clientY, pointer: event.pointerId };
    addEventListener('pointermove', this.#moved);
    addEventListener('pointerup', this.#dropped);
    addEventListener('pointercancel', this.end);
    addEventListener('keydown', this.#pressed, true);
  }

  /** Lets go, and nothing has happened. */
  readonly end = (): void => {
    cancelAnimationFrame(this.#frame);
    this.#held = undefined;
    this.carried = undefined;
    this.gap = undefined;
    removeEventListener('pointermove', this.#moved);
    removeEventListener('pointerup', this.#dropped);
    removeEventListener('pointercancel', this.end);
    removeEventListener('keydown', this.#pressed, true);
  };

  readonly #moved = (event: PointerEvent): void => {
    const held = this.#held;
    if (!held || event.pointerId !== held.pointer) return;
    [this.#x, this.#y] = [event.clientX, event.clientY];
    if (!this.carried) {
      if (Math.hypot(event.clientX - held.x, event.clientY - held.y) < SLACK) return;
      this.carried = held.id;
      this.#frame = requestAnimationFrame(this.#scroll);
    }
    this.#look();
  };

  readonly #dropped = (event: PointerEvent): void => {
    if (event.pointerId !== this.#held?.pointer) return;
    const { carried, gap } = this;
    const from = this.#rows().findIndex((row) => row.dataset.row === carried);
    this.end();
    if (carried === undefined || gap === undefined || from < 0) return;
    const to = gap > from ? gap - 1 : gap;
    if (to !== from) this.#move(carried, to);
  };

  readonly #pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    this.end();
  };

  #rows(): HTMLElement[] {
    return [...(this.#list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])];
  }

  #look(): void {
    const box = this.#list?.getBoundingClientRect();
    const near =
      box &&
      this.#x > box.left - REACH &&
      this.#x < box.right + REACH &&
      this.#y > box.top - REACH &&
      this.#y < box.bottom + REACH;
    this.gap = near
      ? this.#rows().filter((row) => {
          const { top, height } = row.getBoundingClientRect();
          return top + height / 2 < this.#y;
        }).length
      : undefined;
  }

  readonly #scroll = (): void => {
    if (!this.carried) return;
    if (this.#y < EDGE) scrollBy(0, -8);
    if (this.#y > innerHeight - EDGE) scrollBy(0, 8);
    this.#look();
    this.#frame = requestAnimationFrame(this.#scroll);
  };
}
