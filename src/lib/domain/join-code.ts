/** Join codes: six characters out of thirty that cannot be mistaken for one another, on paper or by ear. */

/** No 0 O 1 I L U. */
export const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 6;

/** What was typed, in any case, with spaces or a hyphen, as it is stored; undefined where it cannot be a code. */
export function readCode(typed: string): string | undefined {
  const code = typed.replace(/[\s\-–.]/g, '').toUpperCase();
  return code.length === CODE_LENGTH && [...code].every((letter) => CODE_LETTERS.includes(letter))
    ? code
    : undefined;
}

/** Two groups of three, as it is shown. */
export function showCode(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`;
}
