/** Who talks is who said it, unless one says otherwise. */
import type { Fields } from '$lib/domain/kinds/kind';
import { quote } from '$lib/domain/kinds/quote';
import type { PromptView } from '$lib/domain/meeting/view';
import { cleanLine } from '$lib/domain/text';

/** What stands in the form before anybody has written. */
export function talkersWords({ kind, speaker }: Pick<PromptView, 'kind' | 'speaker'>): Fields {
  const line = cleanLine(speaker);
  if (kind !== 'talk' || !line) return {};
  const comma = line.indexOf(',');
  const [name, title] = comma < 0 ? [line, ''] : [line.slice(0, comma).trim(), line.slice(comma + 1).trim()];
  return {
    speaker: 'other',
    speakerName: short(name, 'speakerName'),
    ...(title ? { speakerTitle: short(title, 'speakerTitle') } : {})
  };
}

function short(text: string, field: string): string {
  const limits = quote.fields[field];
  return limits && 'max' in limits ? [...text].slice(0, limits.max).join('').trim() : text;
}
