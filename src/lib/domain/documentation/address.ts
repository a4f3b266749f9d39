/** Addresses that a link of the documentation may lead to. */

const SAFE = /^(https?:\/\/[^\s/]|mailto:[^\s@]+@[^\s@])/i;

/** An address as somebody types it, in full; undefined where it is none that may be followed. */
export function addressOf(typed: string): string | undefined {
  const text = typed.trim();
  if (SAFE.test(text)) return text;
  // Anything else with a scheme is refused, "javascript:" among them.
  if (/\s/.test(text) || /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(text)) return undefined;
  if (/^[^@/]+@[^@/]+\.[^@/]+$/.test(text)) return `mailto:${text}`;
  return /^[^/:?#]+\.[^/:?#.]{2,}(:\d+)?([/?#]|$)/.test(text) ? `https://${text}` : undefined;
}

/** May what is stored be followed? */
export function isAddress(text: unknown): text is string {
  return typeof text === 'string' && SAFE.test(text) && !/\s/.test(text);
}
