/**
 * One tab stop for a whole board: arrow keys go through its columns, down and up within one, left and right to the
 * nearest in the next. What can be stopped at carries `data-stop` and tabindex -1; columns carry `data-column`.
 */
export function arrows(root: HTMLElement): () => void {
  const stops = () => [...root.querySelectorAll<HTMLElement>('[data-stop]')];

  /** The board can always be reached, also when what had the tab stop has gone. */
  function keepOne() {
    if (!root.querySelector('[data-stop][tabindex="0"]')) stops()[0]?.setAttribute('tabindex', '0');
  }

  function take({ target }: FocusEvent) {
    if (!(target instanceof HTMLElement) || !target.matches('[data-stop]')) return;
    for (const other of root.querySelectorAll('[data-stop][tabindex="0"]'))
      other.setAttribute('tabindex', '-1');
    target.setAttribute('tabindex', '0');
  }

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = event.target;
    if (!(at instanceof HTMLElement) || !at.matches('[data-stop]')) return;
    const next = neighbour(root, at, event.key);
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  const watch = new MutationObserver(keepOne);
  watch.observe(root, { childList: true, subtree: true });
  root.addEventListener('focusin', take);
  root.addEventListener('keydown', press);
  keepOne();
  return () => {
    watch.disconnect();
    root.removeEventListener('focusin', take);
    root.removeEventListener('keydown', press);
  };
}

function neighbour(root: HTMLElement, at: HTMLElement, key: string): HTMLElement | undefined {
  const column = at.closest<HTMLElement>('[data-column]') ?? root;
  const inColumn = [...column.querySelectorAll<HTMLElement>('[data-stop]')];
  const index = inColumn.indexOf(at);
  switch (key) {
    case 'ArrowDown':
      return inColumn[index + 1];
    case 'ArrowUp':
      return inColumn[index - 1];
    case 'Home':
      return inColumn[0];
    case 'End':
      return inColumn.at(-1);
    case 'ArrowLeft':
      return beside(root, column, at, -1);
    case 'ArrowRight':
      return beside(root, column, at, 1);
    default:
      return undefined;
  }
}

function beside(
  root: HTMLElement,
  column: HTMLElement,
  at: HTMLElement,
  step: number
): HTMLElement | undefined {
  const columns = [...root.querySelectorAll<HTMLElement>('[data-column]')];
  const next = columns[columns.indexOf(column) + step];
  if (!next) return undefined;
  const top = at.getBoundingClientRect().top;
  const away = (stop: HTMLElement) => Math.abs(stop.getBoundingClientRect().top - top);
  return [...next.querySelectorAll<HTMLElement>('[data-stop]')].reduce<HTMLElement | undefined>(
    (nearest, stop) => (!nearest || away(stop) < away(nearest) ? stop : nearest),
    undefined
  );
}
