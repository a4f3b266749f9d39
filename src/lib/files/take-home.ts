/** A file that the server needs a while for: fetched, so that the page knows when it is there, and then saved as any download. */

/** False where it did not come. */
export async function takeHome(address: string, signal?: AbortSignal): Promise<boolean> {
  const answer = await fetch(address, { signal }).catch(() => undefined);
  if (!answer?.ok) return false;
  const disposition = answer.headers.get('content-disposition');
  if (disposition === null) {
    // No file but a page, as where one has been signed out meanwhile: it is gone to, not saved.
    location.assign(address);
    return true;
  }
  const file = await answer.blob().catch(() => undefined);
  if (!file) return false;
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = nameIn(disposition);
  link.click();
  // Not at once: some browsers begin to read it after this.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  return true;
}

/** The name that the server gave it. */
export function nameIn(disposition: string): string {
  const [, name] = /filename\*=UTF-8''([^;]+)/.exec(disposition) ?? [];
  return name ? decodeURIComponent(name) : '';
}
