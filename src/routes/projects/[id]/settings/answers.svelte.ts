/**
 * What the server has said to each form of the page. With script a form is sent without leaving the page: nothing that is typed in
 * another one changes, and the answer stands beside the button that was pressed.
 */
import { applyAction } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import { tick } from 'svelte';
import type { SubmitFunction } from '@sveltejs/kit';
import { m } from '$lib/paraglide/messages';
import type { PageProps } from './$types';

type Answer = NonNullable<PageProps['form']>;

export class Answers {
  #given: Readonly<Record<string, Answer>> = $state.raw({});
  /** A link that was made here is shown until one leaves the page, or takes it back. */
  invited: Extract<Answer, { invited: unknown }>['invited'] | undefined = $state.raw();
  readonly #sending = new Set<HTMLFormElement>();

  /** `first` came with the page itself: without script, it is all there is. */
  constructor(first: PageProps['form']) {
    if (first) this.#take(first);
  }

  isSaved(part: string): boolean {
    return this.#given[part]?.saved ?? false;
  }

  fault(part: string, field: string): string | undefined {
    const answer = this.#given[part];
    return answer?.field === field ? answer.sentence || undefined : undefined;
  }

  /** The form as it was sent, where it could not be kept. */
  typed(part: string): Record<string, string> | undefined {
    const answer = this.#given[part];
    return answer && !answer.saved ? answer.typed : undefined;
  }

  /** For `use:enhance`. */
  readonly send: SubmitFunction = ({ formElement: form, formData, submitter, cancel }) => {
    if (this.#sending.has(form)) return cancel();
    this.#sending.add(form);
    const part = String(formData.get('part') ?? '');
    // Said anew, it is heard anew.
    this.#given = Object.fromEntries(Object.entries(this.#given).filter(([, { saved }]) => !saved));
    const section = form.closest('section');
    return async ({ result }) => {
      this.#sending.delete(form);
      if (result.type === 'redirect' || (result.type === 'error' && result.status))
        return applyAction(result);
      if (result.type === 'error') {
        const typed = Object.fromEntries([...formData].map(([name, value]) => [name, String(value)]));
        this.#take({ part, saved: false, field: '', sentence: m.plan_no_net(), typed });
        return;
      }
      if (result.type === 'success') {
        await invalidateAll();
        if ('adds' in form.dataset) form.reset();
      }
      this.#take(result.data as Answer);
      await tick();
      focusAfter(form, submitter, section);
    };
  };

  #take(answer: Answer) {
    this.#given = { ...this.#given, [answer.part]: answer };
    if ('invited' in answer) this.invited = answer.invited;
  }
}

/** To what is wrong; else where one was, or near it where that has gone. */
function focusAfter(form: HTMLFormElement, pressed: HTMLElement | null, section: HTMLElement | null) {
  const wrong = form.querySelector<HTMLElement>('[aria-invalid]');
  if (wrong) return wrong.focus();
  if (document.activeElement && document.activeElement !== document.body) return;
  const near = [pressed, ...form.querySelectorAll('button')].find(
    (one) => one instanceof HTMLButtonElement && one.isConnected && !one.disabled
  );
  (near ?? section?.querySelector('h2'))?.focus();
}
