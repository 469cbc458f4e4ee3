import { findAreas } from '../registry/areas.ts';
import { DIRECTION_WORD } from '../registry/directions.ts';
import { isWord } from '../text/lexicon.ts';

const EMPTY =
  /^(?:\d.*|own|total|totals|whole|overall|average|averages|mean|group|county|force|district|area|borough|country|figure|figures|number|numbers|level|rate|result|results|percentage|proportion|share|last|latest|first|second|previous|current|year|years|month|months|quarter|period|time|said|say|show|shows|set|also|just|only|now|well|still|even|alone|over|half|third|them|they|those|these|it|its|we|our|us|he|she|who|which|what|there|here|highest|lowest|safest|busiest|best|worst|largest|smallest|biggest|typical|aged)$/i;
/** A noun that only says that something was counted. */
const COUNTED_ALONE = /^(?:offences?|incidents?|occurrences?|instances?)$/i;
const DIRECTION = new RegExp(`^${DIRECTION_WORD}$`, 'i');

/** Whether a phrase is made of words that could stand beside any figure: "the county's total", "own", "or 144 crimes". */
export function namesNothing(phrase: string): boolean {
  if (COUNTED_ALONE.test(phrase)) return true;
  const areas = findAreas(phrase);
  const words = [...phrase.matchAll(/[\w'\u2019-]+/g)].filter(
    ({ index }) => !areas.some(({ start, end }) => index >= start && index < end),
  );
  const rest = words.map(([word]) => word.replace(/['\u2019]s?$/, ''));
  const counts = /^(?:or|and|set|by)?\s*[\d,.]+\s+\w+$/i.test(phrase);
  return (
    counts ||
    rest.every(
      (word) =>
        EMPTY.test(word) ||
        DIRECTION.test(word) ||
        isWord(word, 'determiners', 'prepositions', 'conjunctions', 'auxiliaries'),
    )
  );
}
