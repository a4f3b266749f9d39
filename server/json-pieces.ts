/** JSON of something large, written piece by piece. */

/** What `JSON.stringify` says of a plain object whose large parts are records or lists. Yields between their entries. */
export function* jsonInPieces(value: object): Generator<void, string> {
  const pieces: string[] = [];
  for (const [key, part] of Object.entries(value) as [string, unknown][]) {
    if (part === undefined) continue;
    pieces.push(pieces.length === 0 ? '{' : ',', JSON.stringify(key), ':');
    if (typeof part === 'object' && part !== null) yield* entries(part, pieces);
    else pieces.push(JSON.stringify(part));
  }
  return pieces.length === 0 ? '{}' : `${pieces.join('')}}`;
}

function* entries(part: object, pieces: string[]): Generator<void> {
  const list = Array.isArray(part);
  pieces.push(list ? '[' : '{');
  let comma = '';
  for (const [key, one] of Object.entries(part) as [string, unknown][]) {
    const text = JSON.stringify(one) as string | undefined;
    if (text === undefined && !list) continue;
    pieces.push(comma, list ? '' : `${JSON.stringify(key)}:`, text ?? 'null');
    comma = ',';
    yield;
  }
  pieces.push(list ? ']' : '}');
}
