/** Whose cards are counted: everybody's, those of one kind of organisation, or of one organisation. In the address as `of`. */
import { isOrganisationKind } from '$lib/domain/organisation-kinds';
import type { OrganisationKind } from '$lib/domain/organisation-kinds';

export type Filter =
  { by: 'all' } | { by: 'kind'; kind: OrganisationKind } | { by: 'organisation'; id: string; name: string };

/** What is unknown is everybody. */
export function readFilter(
  params: URLSearchParams,
  organisations: readonly { id: string; name: string }[]
): Filter {
  const of = params.get('of') ?? '';
  if (isOrganisationKind(of)) return { by: 'kind', kind: of };
  const one = organisations.find(({ id }) => id === of);
  return one ? { by: 'organisation', id: one.id, name: one.name } : { by: 'all' };
}
