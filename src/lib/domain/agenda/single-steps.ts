/** Single steps worth having in any meeting. */
import { QUESTION } from './common-steps.ts';
import type { Template, TemplateStep, Words } from './template.ts';

/** A template of one step, under the step's own title where it needs no other name. */
function single(id: string, name: Words, about: Words, step: TemplateStep): Template {
  return { id, name, about, steps: [step] };
}

export const SINGLE_STEPS: readonly Template[] = [
  single(
    'check-in',
    { sv: 'Incheckning', en: 'Check-in' },
    { sv: 'Alla säger något innan arbetet börjar.', en: 'Everybody says something before the work begins.' },
    {
      ...QUESTION,
      kind: 'sticky-note',
      title: { sv: 'Hur är det med dig i dag?', en: 'How are you today?' },
      instruction: { sv: 'Ett par ord räcker.', en: 'A word or two will do.' },
      minutes: 10,
      perPerson: 1
    }
  ),
  single(
    'role-cards',
    { sv: 'Rollkort', en: 'Role cards' },
    { sv: 'Orden är dolda tills alla har skrivit.', en: 'The words are hidden until everybody has written.' },
    {
      ...QUESTION,
      kind: 'role-card',
      title: { sv: 'Vilken roll har du?', en: 'Which role do you have?' },
      instruction: {
        sv: 'Ett eller ett par ord, en roll på varje kort.',
        en: 'A word or two, one role on each card.'
      },
      minutes: 20,
      hidden: true,
      perPerson: 5,
      suggests: true
    }
  ),
  single(
    'talk',
    { sv: 'Citat under föredraget', en: 'Quotes during the talk' },
    { sv: 'Den som lyssnar skriver ned det som fastnar.', en: 'Whoever listens writes down what stays.' },
    {
      ...QUESTION,
      kind: 'talk',
      title: { sv: 'Föredrag', en: 'Talk' },
      instruction: {
        sv: 'Skriv ned det som fastnar, så ordagrant du kan.',
        en: 'Write down what stays with you, as exactly as you can.'
      },
      minutes: 30
    }
  ),
  single(
    'ideas',
    { sv: 'Samla idéer', en: 'Gather ideas' },
    {
      sv: 'Många lappar på kort tid. Stänger av sig själv.',
      en: 'Many notes in a short time. Closes by itself.'
    },
    {
      ...QUESTION,
      kind: 'sticky-note',
      title: { sv: 'Vad kan vi börja med?', en: 'What can we begin with?' },
      instruction: {
        sv: 'En idé på varje lapp. Skriv först, tänk efter sedan.',
        en: 'One idea on each note. Write first, think later.'
      },
      minutes: 10,
      closes: true
    }
  ),
  single(
    'dots',
    { sv: 'Prioritera med prickar', en: 'Prioritise with dots' },
    {
      sv: 'Tre prickar var. Välj sedan vilken fråga röstningen gäller.',
      en: 'Three dots each. Choose afterwards which question it is about.'
    },
    {
      kind: 'dots',
      title: { sv: 'Vad är viktigast?', en: 'What matters most?' },
      instruction: { sv: 'Du har tre prickar.', en: 'You have three dots.' },
      minutes: 5,
      hidden: true,
      vote: { votes: 3 }
    }
  ),
  single(
    'scale',
    { sv: 'Skala 0–10', en: 'Scale 0–10' },
    {
      sv: 'En siffra från var och en, och hur de sprider sig.',
      en: 'A number from everybody, and how they spread.'
    },
    {
      kind: 'scale',
      title: { sv: 'Hur säker är du på det här?', en: 'How sure are you about this?' },
      minutes: 5,
      hidden: true,
      vote: {
        low: { sv: 'Inte alls säker', en: 'Not sure at all' },
        high: { sv: 'Helt säker', en: 'Entirely sure' }
      }
    }
  ),
  single(
    'small-groups',
    { sv: 'Svar från smågrupper', en: 'Answers from small groups' },
    {
      sv: 'En telefon i varje smågrupp skriver för alla.',
      en: 'One phone in each small group writes for all.'
    },
    {
      ...QUESTION,
      kind: 'sticky-note',
      title: { sv: 'Vad är ni överens om?', en: 'What do you agree on?' },
      instruction: { sv: 'Högst tre lappar. Prata först.', en: 'Three notes at most. Talk first.' },
      minutes: 25,
      perPerson: 3,
      perGroup: true
    }
  ),
  single(
    'parking',
    { sv: 'Parkera', en: 'Park it' },
    {
      sv: 'Det som är viktigt men inte hinns med i dag.',
      en: 'What is important but must wait for another day.'
    },
    {
      ...QUESTION,
      kind: 'sticky-note',
      title: { sv: 'Vad hann vi inte med?', en: 'What did we not get to?' },
      instruction: {
        sv: 'Skriv det så att någon annan kan ta upp tråden.',
        en: 'Write it so that somebody else can pick it up.'
      },
      minutes: 10
    }
  ),
  single(
    'next',
    { sv: 'Till nästa träff', en: 'Until the next meeting' },
    { sv: 'Var och en lovar något litet.', en: 'Everybody promises something small.' },
    {
      ...QUESTION,
      kind: 'sticky-note',
      title: { sv: 'Vad gör du till nästa träff?', en: 'What will you do until the next meeting?' },
      instruction: { sv: 'En sak, och till vilken dag.', en: 'One thing, and by which day.' },
      minutes: 15,
      perPerson: 2
    }
  ),
  single(
    'stretch',
    { sv: 'Bensträckare', en: 'Stretch your legs' },
    { sv: 'Tio minuter utan telefoner.', en: 'Ten minutes without phones.' },
    { kind: 'break', title: { sv: 'Bensträckare', en: 'Stretch your legs' }, minutes: 10 }
  )
];
