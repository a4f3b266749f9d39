/** Who stands under a quote: what its author chose, as far as the audience may know it. */
import type { By } from '../meeting/view.ts';
import type { Fields } from './kind.ts';

export interface Speaker {
  name?: string;
  title?: string;
  organisation?: string;
}

export function speakerOf({ fields, by }: { fields: Fields; by?: By }): Speaker {
  if (fields.speaker === 'other') return { name: fields.speakerName, title: fields.speakerTitle };
  return { name: by?.name, organisation: by?.organisation };
}

/** "Gun, näringslivsstrateg", "Region Älvmark", or `nobody` where nothing may stand. */
export function speakerLine({ name, title, organisation }: Speaker, nobody: string): string {
  return [name, title, organisation].filter(Boolean).join(', ') || nobody;
}
