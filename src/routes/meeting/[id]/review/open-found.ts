/**
 * Opens what an address in the report points at where the browser alone would not: the cards of a word, with the one that is meant
 * marked, and a list or table that is closed.
 */
import { noteAnchor } from './anchors';

const MARKED = 'found';

export function openFound(): void {
  const { hash, searchParams } = new URL(location.href);
  const target = document.getElementById(decodeURIComponent(hash.slice(1)));
  if (!target) return;
  for (let at: Element | null = target; at; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true;
  target.scrollIntoView({ block: 'center' });
  const cards = document.getElementById(`${target.id}-cards`);
  if (!cards?.showPopover) return;
  // By its own button, so that they float beside it.
  if (!cards.matches(':popover-open')) target.click();
  const card = cards.querySelector(`[data-note="${CSS.escape(noteAnchor(searchParams.get('note') ?? ''))}"]`);
  card?.classList.add(MARKED);
  card?.scrollIntoView({ block: 'center' });
}
