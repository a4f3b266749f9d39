/** Sentences for what is wrong with an account's form, and the field that each belongs to. */
import { m } from '$lib/paraglide/messages';

const FAULTS = {
  'link-used': { field: '', sentence: m.account_fault_link_used },
  'name-empty': { field: 'name', sentence: m.account_fault_name_empty },
  'name-too-long': { field: 'name', sentence: m.account_fault_name_too_long },
  'email-wrong': { field: 'email', sentence: m.account_fault_email_wrong },
  'email-taken': { field: 'email', sentence: m.account_fault_email_taken },
  'password-short': { field: 'password', sentence: m.account_fault_password_short },
  'password-long': { field: 'password', sentence: m.account_fault_password_long },
  'sign-in-wrong': { field: 'password', sentence: m.account_fault_sign_in_wrong },
  'too-many-tries': { field: 'password', sentence: m.account_fault_too_many_tries },
  'password-wrong': { field: 'current', sentence: m.account_fault_password_wrong }
};

export function faultOf(code: keyof typeof FAULTS): { field: string; sentence: string } {
  const { field, sentence } = FAULTS[code];
  return { field, sentence: sentence() };
}
