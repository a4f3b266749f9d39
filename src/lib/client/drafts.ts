/** What somebody has begun to write, kept over reloads: per meeting and prompt, in this browser only. */

const memory = new Map<string, string>();

/** The draft of a prompt, or undefined. Broken or foreign content counts as none. */
export function readDraft(meeting: string, prompt: string): Record<string, string> | undefined {
  const text = read(keyOf(meeting, prompt));
  if (!text) return undefined;
  try {
    const draft: unknown = JSON.parse(text);
    return isFields(draft) ? draft : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the draft; an empty one is forgotten. */
export function keepDraft(meeting: string, prompt: string, fields: Record<string, string>): void {
  const isEmpty = Object.values(fields).every((text) => !text.trim());
  write(keyOf(meeting, prompt), isEmpty ? undefined : JSON.stringify(fields));
}

export function forgetDraft(meeting: string, prompt: string): void {
  write(keyOf(meeting, prompt), undefined);
}

function keyOf(meeting: string, prompt: string): string {
  return `ordvagg draft ${meeting} ${prompt}`;
}

function isFields(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((one) => typeof one === 'string')
  );
}

/** Private windows may close the storage: then this tab's memory must do. */
function read(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined;
  } catch {
    return memory.get(key);
  }
}

function write(key: string, text: string | undefined): void {
  try {
    if (text === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    if (text === undefined) memory.delete(key);
    else memory.set(key, text);
  }
}
