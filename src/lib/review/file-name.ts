/** The name of a file that somebody takes home. */

const LONGEST = 80;
/** Signs that some file system refuses, and all that cannot be seen. */
const REFUSED = /[\\/:*?"<>|\p{C}\p{Zl}\p{Zp}]+/gu;

/** A title as a file name, without the ending: letters stay as they are. */
export function fileName(title: string): string {
  const name = title
    .replace(REFUSED, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '');
  return (
    [...name]
      .slice(0, LONGEST)
      .join('')
      .replace(/[. ]+$/, '') || 'Ordvagg'
  );
}

/** The header that names a download: in full, and in ASCII for whatever does not read that. */
export function attachment(name: string): string {
  const ascii = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '-');
  const full = encodeURIComponent(name).replace(
    /['()*!]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  );
  return `attachment; filename="${ascii}"; filename*=UTF-8''${full}`;
}
