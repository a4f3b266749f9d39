import { fold } from '../letters.ts';
import { derivations, forms, list } from './language.ts';
import type { Language } from './language.ts';

/** Verbs whose dictionary entry shows no flag of one. */
const IRREGULAR = forms(`
  vara: är var varit vore varande; bli: blir blev blivit bliva; ha: har hade haft hava;
  göra: gör gjorde gjort görande gjord; säga: säger sa sade sagt sägare; ge: ger gav gett givit giva giver givande givare;
  ta: tar tog tagit taga tagande tagare; gå: går gick gått gående; stå: står stod stått stående; få: får fick fått;
  se: ser såg sett seende; le: ler log; veta: vet visste vetat; vilja: vill ville velat; kunna: kan kunde kunnat;
  lägga: lägger lade lagt; sätta: sätter satte satt; bygga: bygger byggde byggt;
  stödja: stödjer stödde stött stöder stödjande stöda stödare; stötta: stöttar stöttade stöttat; följa: följer följde följt;
  hålla: håller höll hållit; driva: driver drev drivit; bära: bär bar burit; binda: binder band bundit;
  bryta: bryter bröt brutit; skriva: skriver skrev skrivit; bjuda: bjuder bjöd bjudit; dra: drar drog dragit draga;
  föra: för förde fört; leda: leder ledde lett; äga: äger ägde ägt ägare ägaren ägande ägarskap; lära: lär lärde lärt; möta: möter mötte mött;
  hitta: hittar hittade; söka: söker sökte sökt; tänka: tänker tänkte tänkt; våga: vågar vågade; sprida: sprider spred spridit;
  finna: finner fann funnit; vinna: vinner vann vunnit; knyta: knyter knöt knutit; hjälpa: hjälper hjälpte hjälpt;
  värd: värdar värdskap värdskapet; plan: planer planen;
  lyfta: lyfter lyfte lyft; lösa: löser löste löst; peka: pekar pekade; öppna: öppnar öppnade
`);

/** Particles by what they are at the front of a word: "hålla ihop" stands beside sammanhållning. */
const PARTICLES = new Map(
  'på upp ut in fram om av ner ned över samman igenom bort genom vidare åter efter emot mot igång kring runt ihop'
    .split(' ')
    .flatMap((word) => {
      const front = { ner: 'ned', ihop: 'samman', igenom: 'genom', emot: 'mot' }[word] ?? word;
      return [word, fold(word)].map((spelt) => [spelt, front] as const);
    })
);

export const swedish: Language = {
  code: 'sv',
  stop: list(`
    och att en ett den det de dem dom som så eller men samt jag du vi ni han hon man oss er dig mig sig min din sin mitt ditt sitt vår vårt våra
    deras dess denna detta dessa där här när då hur vad vem vilka vilken vilket ska skall skulle kan kunna vill vilja bör måste får få
    är var vara varit blir bli har ha hade än även också bara mer mest mycket många lite mindre några någon något andra annan annat
    all alla allt allting hela varje varandra själv själva sådan sådana nya ny nytt bra god gott bättre bäst stor stort stora
    ju nog väl typ osv etc mm ex gärna alltid ofta ibland genast nu idag igen vidare framåt uppåt neråt nedåt bakåt vidare hela tillsammans ihop ständigt både lika olika
  `),
  negations: list('inte icke ej aldrig ingen inget inga utan sluta slippa motverka'),
  negating: ['icke', 'miss', 'o'],
  prepositions: list(
    'för i till mot mellan med åt av inom från hos kring runt om på under över bland vid utifrån genom per via gentemot bortom utanför'
  ),
  relatives: list('som vilken vilket vilka där'),
  particles: PARTICLES,
  light: list(`
    vara bli ha göra ge ta få kunna vilja gå komma se finnas stå ligga sätta lägga hålla bidra jobba arbeta verka fungera agera
    skapa möjlig använda försöka börja hjälpa fortsätta behöva bedriva utföra genomföra ordna fixa delta vilja våga låta anordna utöva
  `),
  generic: list(`
    roll funktion aktör part person människa folk individ kraft arbete arbetet jobb uppgift uppdrag insats åtgärd sak verksamhet område
    fråga frågor del bit sätt form typ nivå plats sammanhang perspektiv
    region regional kommun kommunal län stat statlig myndighet organisation offentlig samhälle sverige nationell lokal invånare medborgare
    intresse behov andra intern extern gemensam aktiv viktig tydlig positiv bred
    egen ständig kontinuerlig generell allmän övergripande deltagare expert partner gestalt
  `),
  irregular: IRREGULAR,
  derivations: [
    ...derivations('- > era', 5, true),
    ...derivations(
      `
      are ning ing an ande ende else nad ad > a
      erska ster > a
      jare > ja a
      - > ja a
      e > a
      y ying > a
      `,
      4,
      true
    ),
    ...derivations('are ning an ande ende ing > a', 3, true),
    ...derivations(
      `
      ation ator atör ör tör tor ion ition ering erare ant ent ans ens ativ iv ist ism är iär or ur tur ance ar atorisk > era iera
      `,
      4,
      true
    ),
    ...derivations(
      `
      het lighet > - lig
      skap > - e
      ist ism är ör > -
      isk > i - ik
      iker > ik isk i
      ytiker ytisk > ys
      stisk > st
      i > -
      lig > - a e
      ande ende ning > are
      mässig vis > - s
      `,
      4
    )
  ],
  endings: [
    ...['aren', 'arens', 'arna', 'arnas', 'ares'].map((ending) => [ending, 'are'] as const),
    ...['ningen', 'ningar', 'ningarna', 'nings', 'ningens'].map((ending) => [ending, 'ning'] as const),
    ...['törer', 'tören', 'törerna'].map((ending) => [ending, 'tör'] as const),
    ...['torer', 'torn', 'torerna'].map((ending) => [ending, 'tor'] as const)
  ],
  spellings: [],
  weakPrefixes: ['med', 'del'],
  prefixes: list(`
    sam för be an av ut in upp på till om med mot fram efter bi miss åter kring genom vid ned ner bort gen er und över under före
    hop hän sön ihop igen runt ned ute inne all fort o a re de ko kon pro pre sub inter multi anti vis var lik
  `),
  compounds: true,
  agent: /(?:are|aren|arna|arens|ares|arnas|ning|ningen|ande|ende)$/,
  plainNoun: /(?:are|ör|tor|ist|iker|ant|log|när|iär)$/,
  isVerb: (lemma, flags) => (/[PmKLjMR]/.test(flags) && lemma.endsWith('a')) || IRREGULAR_LEMMAS.has(lemma)
};

const IRREGULAR_LEMMAS = new Set(IRREGULAR.values());
