/** A text area that holds one line, however long: it grows with what is written, and Enter leads on as from any other field. */

const FIELDS = 'input:not([type="hidden"]), textarea, select, button';

/** For `use:`; the class `grows` gives it its height. */
export function oneLine(field: HTMLTextAreaElement) {
  function press(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    const around = field.form ?? field.closest('section') ?? document.body;
    const fields = [...around.querySelectorAll<HTMLInputElement>(FIELDS)].filter(({ disabled }) => !disabled);
    const next = fields.find((one) => field.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (next) next.focus();
    else field.blur();
  }

  /** Pasted, a line break is a space. */
  function join() {
    if (!/[\r\n]/.test(field.value)) return;
    const at = field.selectionEnd;
    const joined = (text: string) => text.replace(/\s*[\r\n]+\s*/g, ' ');
    const place = joined(field.value.slice(0, at)).length;
    field.value = joined(field.value);
    field.setSelectionRange(place, place);
  }

  field.addEventListener('keydown', press);
  field.addEventListener('input', join);
  return {
    destroy() {
      field.removeEventListener('keydown', press);
      field.removeEventListener('input', join);
    }
  };
}
