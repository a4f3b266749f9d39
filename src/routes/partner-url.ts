/** The links of partners as the pages of those show them who may take them back. */
import type { RequestEvent } from '@sveltejs/kit';
import type { PassedLink } from '$lib/protocol/homework';

interface Kept {
  id: string;
  token: string;
  organisation: string;
  answers: number;
  revoked: boolean;
}

/** With the address that another machine reaches. */
export function passedLinks(
  { locals, url }: Pick<RequestEvent, 'locals' | 'url'>,
  links: readonly Kept[]
): PassedLink[] {
  const origin = locals.app.joinOrigin(url);
  return links.map(({ token, ...link }) => ({ ...link, url: `${origin}/partner/${token}` }));
}
