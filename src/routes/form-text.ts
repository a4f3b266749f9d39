/** A text field of a form, cut where nobody writes so much; the finer limits are told with a sentence. */
export function textOf(form: FormData, field: string): string {
  return String(form.get(field) ?? '').slice(0, 20_000);
}
