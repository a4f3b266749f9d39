/** The third meeting: what others answered at home, who does what, and cases. */
import { COFFEE, LAST_ROUND, LUNCH, QUESTION } from '../common-steps.ts';
import type { Template, TemplateStep } from '../template.ts';

const example = (sv: string, en: string): TemplateStep => ({
  ...QUESTION,
  kind: 'talk',
  title: { sv, en },
  instruction: { sv: 'Vad vill du låna med dig hem?', en: 'What would you like to borrow and take home?' },
  minutes: 20
});

export const others: Template = {
  id: 'others',
  name: { sv: 'Hur ser andra på oss?', en: 'How do others see us?' },
  about: {
    sv: 'Träff 3. Svaren från hemuppgiften, en karta över vem som gör vad, och tre exempel.',
    en: 'Meeting 3. The answers from the homework, a map of who does what, and three examples.'
  },
  startsAt: '09:30',
  endsAt: '15:00',
  steps: [
    { kind: 'last-time', title: { sv: 'Välkomna tillbaka', en: 'Welcome back' }, minutes: 15 },
    {
      ...QUESTION,
      kind: 'role-card',
      title: { sv: 'Vad kallar andra vår roll?', en: 'What do others call our role?' },
      instruction: {
        sv: 'Du har frågat hemma. En roll på varje kort, med deras ord.',
        en: 'You have asked at home. One role on each card, in their words.'
      },
      minutes: 25,
      hidden: true,
      perPerson: 5,
      suggests: true
    },
    {
      ...QUESTION,
      kind: 'quote',
      title: { sv: 'Vad svarade de?', en: 'What did they answer?' },
      instruction: {
        sv: 'Skriv det ordagrant, och vilken sorts organisation som sa det.',
        en: 'Write it word for word, and which kind of organisation said it.'
      },
      minutes: 30,
      pledge: 'organisation'
    },
    COFFEE,
    {
      ...QUESTION,
      kind: 'sticky-note',
      title: { sv: 'Vem gör vad, och var möts ni?', en: 'Who does what, and where do you meet?' },
      instruction: {
        sv: 'En aktör på varje lapp: vad den gör, vad den ansvarar för, var den möter er.',
        en: 'One actor on each note: what it does, what it answers for, where it meets you.'
      },
      minutes: 50,
      perGroup: true
    },
    {
      kind: 'ranking',
      title: { sv: 'Var behöver vi mötas mer?', en: 'Where do we need to meet more?' },
      instruction: { sv: 'Det viktigaste överst.', en: 'The most important on top.' },
      minutes: 10,
      hidden: true,
      vote: { about: { step: 4, of: 'clusters' } }
    },
    LUNCH,
    example('Så gör vi: första exemplet', 'How we do it: the first example'),
    example('Så gör vi: andra exemplet', 'How we do it: the second example'),
    example('Så gör vi: tredje exemplet', 'How we do it: the third example'),
    { ...COFFEE, minutes: 15 },
    {
      ...QUESTION,
      kind: 'sticky-note',
      title: { sv: 'Vad går att göra också hos er?', en: 'What could be done where you work, too?' },
      instruction: { sv: 'En sak på varje lapp.', en: 'One thing on each note.' },
      minutes: 25
    },
    { ...LAST_ROUND, minutes: 20 }
  ]
};
