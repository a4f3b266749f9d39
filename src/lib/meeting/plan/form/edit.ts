import type { CommandData } from '$lib/domain/meeting/commands';
import type { PromptView } from '$lib/domain/meeting/view';

export type Change = Omit<CommandData<'EditPrompt'>, 'prompt'>;

/**
 * Changes the chosen step; false where that was refused, of which the form tells why. A function is asked once all earlier
 * changes are stored: what is sent whole must hold them.
 */
export type Edit = (change: Change | ((now: PromptView) => Change)) => Promise<boolean>;
