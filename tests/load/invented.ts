/** Role cards in any number, none twice but by chance: a verb and what it is done to, in the forms in which people write. */
import { chanceOf } from '../fixtures/random.ts';

const OBJECTS =
  'kunskap projekt process nätverk klimat energi vatten skog mat hälsa kultur idrott skola vuxen språk data teknik digital affär bransch företag jobb arbete praktik utbildning forskning demokrati ungdom äldre barn familj hus mark park väg trafik tåg buss cykel hamn gruva turism besök evenemang mässa text bild film musik teater bok lag regel avtal budget plan strategi mål risk kris miljö natur luft avfall material textil möbel verktyg maskin robot sensor karta nätet mobil'.split(
    ' '
  );
/** Stems of verbs that take -ar, -are and -ning, so that every form is a word. */
const VERBS =
  'samordn utveckl bevak gransk plan styrk test märk förmedl lagr tvätt städ vakt öppn odl märk sort skiss rit mål form pack lad last spar fisk plog borr svets limm tank tolk vård mät leverer hanter organiser install kontroller reparer finansier analys prioriter informer inspirer dokumenter renover isoler'.split(
    ' '
  );
const SHAPES = [
  (verb: string, object: string) => `${object}${verb}are`,
  (verb: string, object: string) => `${verb}a ${object}`,
  (verb: string, object: string) => `${verb}ar ${object} för andra`,
  (verb: string, object: string) => `${object}s${verb}ning`,
  (verb: string, object: string) => `den som ${verb}ar ${object} i länet`
];

export function inventedCards(count: number, seed = 7): string[] {
  const chance = chanceOf(seed);
  return Array.from({ length: count }, () => {
    const text = chance.pick(SHAPES)(chance.pick(VERBS), chance.pick(OBJECTS));
    if (!chance.percent(5)) return text;
    const at = 1 + chance.int(text.length - 2);
    return text.slice(0, at) + text.slice(at + 1);
  });
}
