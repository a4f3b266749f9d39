/** Kinds of organisation, as the reader's language calls them. */
import { isOrganisationKind } from '../domain/organisation-kinds.js';
import type { OrganisationKind } from '../domain/organisation-kinds.js';
import { m } from '../paraglide/messages.js';
import { getLocale } from '../paraglide/runtime.js';

type Name = (inputs?: object, options?: { locale?: 'sv' | 'en' }) => string;

const NAMES: Record<OrganisationKind, Name> = {
  region: m.project_kind_region,
  agency: m.project_kind_agency,
  'county-board': m.project_kind_county_board,
  'employment-service': m.project_kind_employment_service,
  municipality: m.project_kind_municipality,
  university: m.project_kind_university,
  'civil-society': m.project_kind_civil_society,
  other: m.project_kind_other
};

export function kindName(kind: string): string {
  return NAMES[known(kind)]();
}

/** Within a sentence, where a name keeps its capital and a kind has none. */
export function withinName(kind: string): string {
  const name = kindName(kind);
  const isName = kind === 'employment-service' && getLocale() === 'sv';
  return isName ? name : name.charAt(0).toLocaleLowerCase(getLocale()) + name.slice(1);
}

const ONE: Record<OrganisationKind, Name> = {
  region: m.project_kind_one_region,
  agency: m.project_kind_one_agency,
  'county-board': m.project_kind_one_county_board,
  'employment-service': m.project_kind_one_employment_service,
  municipality: m.project_kind_one_municipality,
  university: m.project_kind_one_university,
  'civil-society': m.project_kind_one_civil_society,
  other: m.project_kind_one_other
};

/** The same in the singular, for one organisation. */
export function kindOne(kind: string): string {
  return ONE[known(kind)]();
}

/** One and several, in both languages: what a file may call it. */
export function kindNames(kind: string): string[] {
  return (['sv', 'en'] as const).flatMap((locale) =>
    [NAMES, ONE].map((names) => names[known(kind)]({}, { locale }))
  );
}

function known(kind: string): OrganisationKind {
  return isOrganisationKind(kind) ? kind : 'other';
}
