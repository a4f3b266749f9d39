/**
 * Where the focus goes when what it is on goes away: the next of its column, else the one before, else one of its like in
 * another column, else any.
 */
import type { NoteId } from '$lib/domain/meeting/ids';

/** `going`: cards that go away together with it. */
export function nextTo(at: HTMLElement, going: readonly NoteId[]): HTMLElement | undefined {
  const own = at.closest<HTMLElement>('[data-drop]');
  const isCard = 'card' in at.dataset;
  const place = isCard ? own : at.closest('[data-column]');
  const all = [
    ...(place?.querySelectorAll<HTMLElement>(isCard ? '[data-card]' : '[data-drag]:not([data-card])') ?? [])
  ].filter((one) => one === at || !going.includes(one.dataset.card ?? ''));
  const index = all.indexOf(at);
  return (
    all[index + 1] ??
    all[index - 1] ??
    (isCard ? own?.querySelector<HTMLElement>('[data-stop]') : slipsBut(own)[0]) ??
    [...document.querySelectorAll<HTMLElement>('[data-column] [data-stop]')].find(
      (stop) => !own?.contains(stop)
    )
  );
}

function slipsBut(own: HTMLElement | null): HTMLElement[] {
  const all = document.querySelectorAll<HTMLElement>('[data-column] [data-drag]:not([data-card])');
  return [...all].filter((slip) => !own?.contains(slip));
}
