import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { isDisjointWith, JS, NFA } from 'refa';
import { analyse } from 'scslre';

export interface Literal {
  readonly source: string;
  readonly flags: string;
}

/**
 * Why matching a regular expression may take more than linear time; null where no reason is found. The answer depends on
 * the expression alone and not on a clock.
 *
 * Two things are asked. scslre tells where one sign, written many times, can be shared out between two repeats or begun
 * at each place anew. What it does not see is a repeated group whose text may be read as one turn of it or as two, as in
 * `(?:<!--.*?-->)*`: then each further turn doubles the time.
 */
export function whySlow({ source, flags }: Literal): string | null {
  const twice = repeatReadTwoWays({ source, flags });
  if (twice) return `"${twice}" can be read as one turn or as several, which doubles the time with each`;
  const [report] = analyse({ source, flags }).reports.toSorted((a, b) => Number(b.exponential) - Number(a.exponential));
  if (!report) return null;
  const sign = JSON.stringify(report.character.pick);
  return report.exponential
    ? `each further ${sign} doubles the time`
    : `many ${sign} take the square of their number, or more`;
}

/** The first repeat of which one turn may be what two or more turns are; null where there is none. */
function repeatReadTwoWays({ source, flags }: Literal): string | null {
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  let found: string | null = null;
  visitRegExpAST(pattern, {
    onQuantifierEnter(quantifier) {
      if (quantifier.max === Number.POSITIVE_INFINITY && hasEndlessRepeat(quantifier.element))
        found ??= isReadTwoWays(quantifier, { source, flags }) ? quantifier.raw : null;
    },
  });
  return found;
}

function hasEndlessRepeat(element: AST.QuantifiableElement): boolean {
  let found = false;
  visitRegExpAST(element, {
    onQuantifierEnter({ max }) {
      found ||= max === Number.POSITIVE_INFINITY;
    },
  });
  return found;
}

/** What looks around only narrows what is read, so that to leave it out errs on the safe side. */
function isReadTwoWays({ element }: AST.Quantifier, literal: Literal): boolean {
  const { expression, maxCharacter } = JS.Parser.fromLiteral(literal).parseElement(element, {
    backreferences: 'disable',
  });
  const oneTurn = () => {
    const turn = NFA.fromRegex(expression, { maxCharacter }, { assertions: 'ignore' });
    turn.withoutEmptyWord();
    return turn;
  };
  const several = oneTurn();
  const others = oneTurn();
  others.quantify(1, Number.POSITIVE_INFINITY);
  several.append(others);
  return !isDisjointWith(oneTurn(), several);
}
