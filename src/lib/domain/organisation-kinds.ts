/** Kinds of organisation, in the order in which lists and pictures have them. */
export const ORGANISATION_KINDS = [
  'region',
  'agency',
  'county-board',
  'employment-service',
  'municipality',
  'university',
  'civil-society',
  'other'
] as const;

export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export function isOrganisationKind(kind: string): kind is OrganisationKind {
  return (ORGANISATION_KINDS as readonly string[]).includes(kind);
}
