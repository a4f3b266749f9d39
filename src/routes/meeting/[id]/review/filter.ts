/** The report's filter in its address: ?organisation=...&kind=...&group=... Whoever passes the address on passes on what is shown. */
import { isFiltering } from '$lib/domain/outputs/filtered';
import type { Filter } from '$lib/domain/outputs/filtered';
import { kindName } from '$lib/i18n/organisation-kinds';
import { getLocale } from '$lib/paraglide/runtime';

const PARTS = ['organisation', 'kind', 'group'] as const;

export function readFilter({ searchParams }: URL): Filter {
  const read = (name: string) => searchParams.get(name) || undefined;
  return { organisation: read('organisation'), kind: read('kind'), group: read('group') };
}

/** "?organisation=...", to be put behind an address; '' where nothing is filtered. */
export function filterQuery(filter: Filter, more: Readonly<Record<string, string>> = {}): string {
  const set = PARTS.flatMap((part) => (filter[part] === undefined ? [] : [[part, filter[part]]]));
  const query = new URLSearchParams([...set, ...Object.entries(more)] as [string, string][]).toString();
  return query && `?${query}`;
}

/** More than one thing is asked of an answer: there may be none for which all of it holds. */
export function asksMuch(filter: Filter): boolean {
  return PARTS.filter((part) => filter[part] !== undefined).length > 1;
}

/** "Region Älvmark och Norrbordet"; '' where nothing is filtered. */
export function filterName(filter: Filter): string {
  if (!isFiltering(filter)) return '';
  const names = [filter.organisation, filter.kind && kindName(filter.kind), filter.group];
  return new Intl.ListFormat(getLocale(), { type: 'conjunction' }).format(
    names.filter((one) => one) as string[]
  );
}
