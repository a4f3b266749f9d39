/**
 * Arrays as parameters, for `${array(ids)}::text[]`. postgres.js would write them by types that it asks the server for at the
 * start of each connection; a connection that is cut just then rejects where nobody listens, so no client of ours asks
 * (`fetch_types: false`).
 */
export function array(values: readonly (string | number)[]): string {
  return `{${values.map((value) => `"${String(value).replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
}
