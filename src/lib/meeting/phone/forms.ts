/** What the phone shows for each prompt kind: its form and its words. A kind is asked for its fields, unless it has a form here. */
import type { Component } from 'svelte';
import type { FieldFault, Fields, Kind } from '$lib/domain/kinds/kind';
import { KINDS } from '$lib/domain/kinds/registry';
import type { Pledge } from '$lib/domain/meeting/pledge';
import { m } from '$lib/paraglide/messages';
import { consented, isUnsaid, spelledOut } from './consent';
import type { Me } from './phone-meeting';
import FieldsForm from './FieldsForm.svelte';
import QuoteForm from './QuoteForm.svelte';
import RoleCardForm from './RoleCardForm.svelte';
import StickyNoteForm from './StickyNoteForm.svelte';

export interface KindFormProps {
  /** Unique on the page; the inputs are called `<id>-<field>`. */
  id: string;
  kind: Kind;
  fields: Fields;
  write: (field: string, text: string) => void;
  fault?: { field: string; sentence: string };
  me: Me;
  pledge: Pledge;
  /** It changes what has been sent: the form of a new one stands on the same page. */
  changing?: boolean;
  /** The actor that it is about answers itself. */
  outside?: boolean;
  describedby?: string;
}

export interface KindForm {
  form: Component<KindFormProps>;
  send(): string;
  mine(): string;
  limit(inputs: { limit: number }): string;
  limitOne(): string;
  full(): string;
  pledge: Record<Pledge, () => string>;
  /** Written by hand where it is shown. */
  hand?: true;
  /** The button comes after the last question: it does not lie over what is to be read first. */
  readThrough?: true;
  /** A stored note as its form takes it up. */
  begin?(fields: Fields, pledge: Pledge): Fields;
  /** What this form asks besides the kind's own rules. */
  missing?(fields: Fields, pledge: Pledge, me: Me): FieldFault | undefined;
  /** As it is sent. */
  finish?(fields: Fields): Fields;
}

const PLEDGE = {
  named: m.phone_pledge_named,
  organisation: m.phone_pledge_organisation,
  anonymous: m.phone_pledge_anonymous
};

const QUOTE: KindForm = {
  form: QuoteForm,
  send: m.phone_quote_send,
  mine: m.phone_quote_mine,
  limit: m.phone_quote_limit,
  limitOne: m.phone_quote_limit_one,
  full: m.phone_quote_full,
  pledge: {
    named: m.phone_pledge_named_quote,
    organisation: m.phone_pledge_organisation_quote,
    anonymous: m.phone_pledge_anonymous_quote
  },
  hand: true,
  readThrough: true,
  begin: spelledOut,
  missing: (fields, pledge, { organisation }) =>
    isUnsaid(fields, pledge, organisation) ? { code: 'choice-unknown', field: 'printed' } : undefined,
  finish: consented
};

/** What asks for its fields and no more. */
const PLAIN: KindForm = {
  form: FieldsForm,
  send: m.kinds_send,
  mine: m.kinds_mine,
  limit: m.kinds_limit,
  limitOne: m.kinds_limit_one,
  full: m.kinds_full,
  pledge: PLEDGE,
  readThrough: true
};

const OWN: Readonly<Record<string, KindForm>> = {
  'role-card': {
    form: RoleCardForm,
    send: m.phone_role_card_send,
    mine: m.phone_role_card_mine,
    limit: m.phone_role_card_limit,
    limitOne: m.phone_role_card_limit_one,
    full: m.phone_role_card_full,
    pledge: PLEDGE
  },
  quote: QUOTE,
  talk: QUOTE,
  'sticky-note': {
    form: StickyNoteForm,
    send: m.phone_sticky_note_send,
    mine: m.phone_sticky_note_mine,
    limit: m.phone_sticky_note_limit,
    limitOne: m.phone_sticky_note_limit_one,
    full: m.phone_sticky_note_full,
    pledge: PLEDGE
  }
};

export const FORMS: Readonly<Record<string, KindForm>> = {
  ...Object.fromEntries(KINDS.flatMap(({ name, takes }) => (takes === 'notes' ? [[name, PLAIN]] : []))),
  ...OWN
};
