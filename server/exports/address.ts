/** An address as files write it, in ASCII; undefined for what is none, or leads where no report may. */
export function addressOf(link: string): string | undefined {
  const url = URL.canParse(link) ? new URL(link) : undefined;
  return url && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : undefined;
}
