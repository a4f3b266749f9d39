/** A word of the board as a role definition: which step it comes into, and what is known of it already. */
import { newId } from '$lib/client/ids';
import { newStep } from '$lib/domain/agenda/step';
import { kindOf } from '$lib/domain/kinds/registry';
import type { Fields, TextField } from '$lib/domain/kinds/kind';
import type { Request } from '$lib/domain/meeting/commands';
import type { MeetingView, PromptView } from '$lib/domain/meeting/view';
import { foldKey, lengthOf, shortened } from '$lib/domain/text';
import type { Slip } from './slips';

export const DEFINITION = 'role-definition';
/** What stands for a sentence that nobody has written yet. */
const OPEN = '…';

const { text: name, meaning, examples } = kindOf(DEFINITION)!.fields as Record<string, TextField>;

/** The step that role definitions come into: the next after that one, else any before it. */
export function definitionStep({ agenda, prompts }: MeetingView, after: string): PromptView | undefined {
  const at = agenda.indexOf(after);
  const steps = [...agenda.slice(at + 1), ...agenda.slice(0, at)].flatMap((id) => prompts[id] ?? []);
  return steps.find(({ kind }) => kind === DEFINITION);
}

/** Right after that step, where there is none yet. */
export function addDefinitions({ agenda }: MeetingView, after: string, title: string) {
  const prompt = newId();
  const request: Request = {
    name: 'AddPrompt',
    data: {
      ...newStep(DEFINITION, title),
      prompt,
      vote: undefined,
      homework: undefined,
      index: agenda.indexOf(after) + 1
    }
  };
  return { prompt, request };
}

/** Has that step a definition of this role? */
export function isDefined({ notes }: MeetingView, step: string, { label }: Pick<Slip, 'label'>): boolean {
  const key = foldKey(shortened(label, name!.max));
  return Object.values(notes).some(
    ({ prompt, fields }) => prompt === step && foldKey(fields.text ?? '') === key
  );
}

/** Its name, the sentence, and the ways in which it was written as examples, as many as have room. */
export function definitionOf({ label, forms }: Pick<Slip, 'label' | 'forms'>, sentence: string): Fields {
  let shown = '';
  for (const form of forms) {
    const more = shown ? `${shown}\n${form}` : form;
    if (lengthOf(more) <= examples!.max) shown = more;
  }
  return {
    text: shortened(label, name!.max),
    meaning: shortened(sentence, meaning!.max) || OPEN,
    ...(shown ? { examples: shown } : {})
  };
}
