/** Where a link of ours may lead on: a path of this server, never "//elsewhere", which a browser takes for another host. */
export function ownPath(wish: string | null | undefined, url: URL, otherwise: string): string {
  if (!wish || !URL.canParse(wish, url.href)) return otherwise;
  const { origin, pathname, search } = new URL(wish, url);
  return origin === url.origin ? `${pathname.replace(/^\/{2,}/, '/')}${search}` : otherwise;
}
