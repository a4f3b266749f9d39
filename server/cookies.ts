/** The cookies that know a person again. One per project: the same phone may take part in several. */

const YEAR = 365 * 86_400;

export function participantCookie(projectId: string): string {
  return `ordvagg_${projectId.slice(0, 12)}`;
}

/** Options of that cookie; `secure` by hand, since Kit would set it also on plain http in the LAN. */
export function participantCookieOptions(url: URL) {
  const secure = url.protocol === 'https:';
  return { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: YEAR } as const;
}

/** The cookies of a request that did not come through Kit, i.e. of a socket's handshake. */
export function readCookies(header: string | undefined): (name: string) => string | undefined {
  const all = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0) all.set(pair.slice(0, at).trim(), decode(pair.slice(at + 1).trim()));
  }
  return (name) => all.get(name);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
