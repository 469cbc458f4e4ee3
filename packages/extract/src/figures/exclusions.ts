/**
 * Numbers that state no measured or decided quantity. Each rule sees the text around a number: `before` ends where the
 * number begins, `after` begins where it ends (both normalised). One rule, one line; `example` has the number in braces
 * and is what the tests run.
 */
export interface Exclusion {
  readonly reason: string;
  readonly before?: RegExp;
  readonly after?: RegExp;
  /** The number's own text. */
  readonly number?: RegExp;
  readonly example: string;
  /** It holds for percentages and money too. */
  readonly always?: true;
}

const AGE_WORDS = '(?:year[\\s-]?olds?|years?[\\s-]of[\\s-]age|years?[\\s-]old|yrs?[\\s-]old|yos?\\b)';
const CALL_WORDS =
  '(?:calls?|emergency|non-emergency|service|performance|abandon|demand|contact|number|line|answer|response|queue|system|wait|and (?:999|101|111)|or (?:999|101|111)|/)';

export const EXCLUSIONS: readonly Exclusion[] = [
  {
    reason: 'call-line-name',
    number: /^(?:999|101|111|112|105)$/,
    after: new RegExp(`^['\\s-]*${CALL_WORDS}`, 'i'),
    example: 'demand for {999} calls',
  },
  {
    reason: 'call-line-name',
    number: /^(?:999|101|111)$/,
    before:
      /(?:calls?\s+to|(?:999|101|111)\s+(?:and|or)|\bvia|\bcalling|\bdial(?:ling)?|\bthrough|\bon|\bfor|\bring)\s+$/i,
    example: 'members of the public calling {101}',
  },
  {
    reason: 'call-line-name',
    number: /^(?:999|101|111)$/,
    before: /^$/,
    after: /^\s*[-:]/,
    example: '{101} - the number to ring',
  },
  {
    reason: 'section-number',
    before:
      /(?:sections?|paragraphs?|paras?\.?|pages?|p\.|appendix|appendices|annex|items?|agenda item|tables?|figures?|fig\.?|charts?|graphs?|chapters?|parts?|notes?|clause|schedule|version|v\.?|ref(?:erence)?|recommendations?|objectives?|priority|question|action|slide|no\.?|number|#)\s*:?\s*$/i,
    after: /^(?!\s*(?:%|[a-z]{4,}))/,
    example: 'as set out in section {12}.',
  },
  {
    reason: 'section-number',
    before: /(?:section|paragraph|appendix|annex|item|table|figure|version|page|part|chapter)\s+$/i,
    example: 'see Appendix {3} attached',
  },
  {
    reason: 'law-section',
    before: /\b(?:ss?\.?|article|regulation|rule|act) $/i,
    after: /^(?!\s*(?:%|[a-z]{4,}s\b))/,
    example: 'detained under s. {136} of the Act',
  },
  {
    reason: 'grade',
    before:
      /(?:grades?|levels?|bands?|tiers?|categor(?:y|ies)|phases?|stages?|class|type|code|step|zone|strand|pillar|wave|cohort|day|week|outcome|operation|group|schedule|cat|gold|route|junction|unit|form)\s+(?:[A-D1-9]\s*(?:,|and|or|to|-|&|\/)\s*)*$/i,
    after: /^(?!\s*(?:%|,\d))/,
    example: 'a Grade {1} incident',
  },
  {
    reason: 'age-band',
    after: new RegExp(
      `^\\s*(?:\\+|and over|or over|or older|and under)?\\s*(?:-|to|and)?\\s*(?:\\d{1,2})?[\\s-]*${AGE_WORDS}`,
      'i',
    ),
    example: 'young people of {13}-17 year olds',
  },
  {
    reason: 'age-band',
    before: /\d{1,2}\s*(?:-|to|and)\s*$/,
    after: new RegExp(`^[\\s-]*${AGE_WORDS}`, 'i'),
    example: 'aged 13-{17} year olds',
  },
  {
    reason: 'age-band',
    before:
      /\b(?:aged?|ages|ages of|aged between|age of|between the ages of|over the age of|under the age of|people from|people of)\s+(?:under|over|\d{1,2}\s*(?:-|to|and)\s*)?$/i,
    after: /^(?!\s*%)/,
    example: 'casualties aged {70}+',
  },
  {
    reason: 'age-band',
    before: /\bages? (?:of |between )?\d{1,2}\s*(?:-|to|and)\s*$/i,
    example: 'children of ages 5 to {11} years',
  },
  {
    reason: 'age-band',
    before: /people (?:aged )?(?:from )?\d{1,2}\s*(?:-|to)\s*$/i,
    after: /^\s*years/i,
    example: 'young people from 12-{25} years',
  },
  {
    reason: 'age-band',
    number: /^\d{2}$/,
    before: /\b(?:under|over)[\s-]?$/i,
    after: /^'?s\b/,
    example: 'detention of under {18}s',
  },
  { reason: 'age-band', number: /^\d{2}$/, after: /^\s?\+\s+[a-z]/i, example: 'shown to {16}+ students' },
  {
    reason: 'time-of-day',
    after: /^(?:[:.]\d{2})?\s?(?:am|pm|noon|midnight|hrs?\b\s*(?:on|daily))\b/i,
    example: 'starts at {3}pm',
  },
  { reason: 'time-of-day', before: /\d[:]$/, example: 'at 14:{30}' },
  { reason: 'time-of-day', number: /^\d{1,2}$/, after: /^:\d{2}/, example: 'at {14}:30' },
  { reason: 'time-of-day', number: /^\d{1,2}$/, after: /^\s+\d{1,2}\s?(?:am|pm)\b/i, example: 'at {10} 3pm' },
  {
    reason: 'year',
    number: /^1[0-9]{3}$/,
    before: /\b(?:since|in|of|by|until|from|year|during|and|before|after)\s+$/i,
    after: /^(?!\s+[a-z]+s\b)/i,
    example: 'the sharpest decline since {1709}), before',
  },
  {
    reason: 'legend',
    after: /^\s*(?:=|being|is)\s*(?:the\s+)?(?:best|worst|highest|lowest|most|least|high|low|strongly|very)\b/i,
    example: 'Rank ({1} = best)',
  },
  {
    reason: 'margin',
    before:
      /[±]\s*$|\bmargin of error of\s+$|\bplus or minus\s+$|\bconfidence intervals?\s+(?:of|is|was|are|were|at)\s+(?:\+\/-\s*)?$/i,
    example: 'is 68% ± {2.1}%',
    always: true,
  },
  {
    reason: 'age-band',
    number: /^\d{1,2}$/,
    before:
      /\b(?:victims?|people|persons?|men|women|boys|girls|children|those|drivers?|offenders?|suspects?|residents|was|were|anyone|adults?)\s+(?:aged\s+)?(?:under|over|below)\s+$/i,
    after: /^(?!\s*(?:%|(?!(?:is|was|has)\b)[a-z]+s\b|years?\b))/i,
    example: 'men under {25}.',
  },
  {
    reason: 'period-frame',
    number: /^(?:\d{1,2}|[a-z-]+)$/i,
    before: /\b(?:over|in|after|within|any|every|each|across|throughout)\s+$/i,
    after:
      /^[\s-]*(?:calendar\s+)?(?:months?|years?|weeks?|quarters?)\b(?!\s+(?:programme|partnership|project|contract|course|campaign|scheme|pilot|deal|placement|on\b))/i,
    example: 'after {nine} months',
  },
  { reason: 'rate-base', before: /\bper\s+(?:every\s+)?$/i, example: 'homicides per {1m} population' },
  {
    reason: 'around-the-clock',
    number: /^24$/,
    after: /^(?:\/7|\s?x\s?7|[\s-]?hours? a day|[\s-]hour\b)/i,
    example: 'a {24}/7 service',
  },
  { reason: 'around-the-clock', number: /^7$/, before: /24\s?[/x]\s?$/i, example: 'a 24/{7} service' },
  {
    reason: 'period-frame',
    number: /^(?:\d{1,2}|[a-z-]+)$/i,
    before:
      /\b(?:last|past|previous|next|coming|following|first|preceding|prior|rolling|recent|final|over the|each|every|same|within the next|within the last|period of|ahead of)\s+(?:\w+\s+)?(?:\d{1,2}\s*(?:-|to|or)\s*)?$/i,
    after:
      /^[\s-]*(?:to\s+\d+\s+|-\s*\d+\s+)?(?:calendar\s+|financial\s+|full\s+)?(?:months?|years?|quarters?|weeks?|days?|hours?)\b/i,
    example: 'over the last {18} months',
  },
  {
    reason: 'period-frame',
    number: /^(?:\d{1,2}|[a-z-]+)$/i,
    after:
      /^[\s-]*(?:months?|years?|quarters?|weeks?|days?)(?:'s?)?[\s-]+(?:periods?|rolling|ago|later|earlier|behind|averages?|to date|totals?|trend|comparison|plan|strategy|timescale|average)\b/i,
    example: 'compared with the {12} month period',
  },
  {
    reason: 'period-frame',
    number: /^(?:\d{1,2}|[a-z-]+)$/i,
    before: /\b(?:approximately|about|around|some|nearly|almost)\s+$/i,
    after: /^[\s-]*(?:months?|years?|weeks?)\s+(?:behind|ago|earlier|later|in arrears)/i,
    example: 'runs approximately {three} months behind',
  },
  {
    reason: 'period-frame',
    number: /^(?:\d{1,2}|[a-z]+)$/i,
    before: /\b(?:in|for|over|during|to) the $/i,
    after:
      /^[\s-]*(?:months?|years?|weeks?|quarters?)\b(?!\s+(?:programme|partnership|project|contract|course|campaign|scheme|pilot|deal|placement))/i,
    example: 'in the {12} months to date',
  },
  {
    reason: 'period-frame',
    number: /^\d{1,2}$/,
    before: /\brolling\s+$/i,
    after: /^[\s-]?(?:m|months?)\b/i,
    example: 'on a rolling {12} month basis',
  },
  {
    reason: 'name',
    before:
      /\b(?:COVID|Covid|Windows|Office|Room|room|Floor|floor|Channel|Radio|BBC|Route|Suite|Building|Junction|iOS)[\s-]$/,
    number: /^\d{1,2}$/,
    after: /^(?!\s*(?:%|,\d|[a-z]{3,}))/i,
    example: 'the COVID {19}.',
  },
  {
    reason: 'name',
    before: /\b(?:[Oo]peration|[Pp]roject|Op)\s+[A-Z]\w+\s+$/,
    number: /^\d{1,2}$/,
    example: 'Operation Sentinel {2} began',
  },
  {
    reason: 'document-part',
    number: /^(?:[a-z]+|\d)$/i,
    after:
      /^\s+(?:\w+\s+)?(?:sections|parts|chapters|appendices|headings|paragraphs|bullet points|documents attached|reasons|ways|types|options|things|times|elements|aspects|aims|questions|sides|halves|steps)\b/i,
    example: 'presented in {three} sections',
  },
  {
    reason: 'ranking-size',
    number: /^(?:\d{1,2}|[a-z]+)$/i,
    before: /\b(?:the|top|bottom|these|those|our|all|other)\s+(?:top\s+|main\s+)?$/i,
    after: /^\s+(?:highest|lowest|most|least|largest|biggest|main|key|worst|best)\b/i,
    example: 'remain the {2} highest reported types',
  },
  {
    reason: 'record',
    before:
      /\b(?:highest|lowest|best|worst|largest|smallest|first|biggest)\b[^.;,:]{0,40}\b(?:for|in|over)\s+(?:the\s+(?:last|past)\s+)?(?:over\s+|more than\s+|nearly\s+|almost\s+)?$/i,
    after: /^\s+(?:years?|months?|quarters?|decades?)\b/i,
    example: 'at its lowest level for {five} years',
    always: true,
  },
  {
    reason: 'name',
    number: /^(?:one|two|three|four|five|[1-5])$/i,
    before: /\b(?:year|phase|wave|stage|tranche|tier)\s+$/i,
    example: 'against a year {two} target of 958',
  },
  {
    reason: 'pronoun',
    number: /^(?:one|two|three|both)$/i,
    before:
      /\b(?:the|these|those|any|no|every|each|this|that|only|another|other|between the|some|day|at|for|is|was)\s+$/i,
    after: /^(?!\s+(?:%|per|percent|hundred|thousand|million|hours?|minutes?|new|additional|further))/i,
    example: 'intrinsic links between the {two}',
  },
  {
    reason: 'pronoun',
    number: /^one$/i,
    after:
      /^(?!\s+(?:hours?|minutes?|seconds?|days?|percent|per|hundred|thousand|million|extra|less|fewer|more|additional|in\s+(?:\w+)\b))/i,
    example: 'belonging to a {one} stop shop',
  },
  {
    reason: 'definition',
    before:
      /\b(?:answered|attended|responded to|attending|answering|arriv\w+|calls|dealt with|resolved|incidents|service level|reached)\s+(?:\w+\s+)?(?:within|(?<=answer\w+\s)in|under|in under|in less than|less than|<)\s*$/i,
    after: /^\s*(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|working days|days)\b/i,
    example: 'calls answered within {10} seconds improved',
  },
  {
    reason: 'definition',
    before: /\d%\s+(?:of\s+\w+\s+)?(?:were\s+)?within\s+$/i,
    after: /^\s*(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|working days|days)\b/i,
    example: 'and 71.2% within {20} minutes in rural areas',
  },
  { reason: 'phone', number: /^0\d{2,4}$/, after: /^[\s-]?\d{3}/, example: 'ring {01234} 567890' },
  {
    reason: 'phone',
    before: /(?:^|[\s(])(?:\+?44\s?\(?0?\)?|0)\d{2,5}\)?[\s-]?(?:\d{3}[\s-]?)?$/,
    example: 'ring 01234 {567890}',
  },
  { reason: 'phone', number: /^0\d{4,}$/, example: 'ring {01234567890}' },
  { reason: 'document-reference', number: /^0\d+$/, example: 'case {0042}' },
  {
    reason: 'list-number',
    before: /^\s*\(?$/,
    number: /^\d{1,2}$/,
    after: /^(?:\.|\))\s+[A-Z]/,
    example: '{3}. The Panel is asked',
  },
];

/**
 * The reason why the number at `[start, end)` of a normalised text is no figure; null where it may be one.
 *
 * @param certain a currency, percent sign or sign speaks for a figure
 */
export function exclusionReason(text: string, start: number, end: number, certain: boolean): string | null {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = text.slice(end, end + 60);
  const number = text.slice(start, end);
  const rule = EXCLUSIONS.find(
    (exclusion) =>
      (!certain || exclusion.always === true) &&
      (exclusion.number?.test(number) ?? true) &&
      (exclusion.before?.test(before) ?? true) &&
      (exclusion.after?.test(after) ?? true),
  );
  return rule?.reason ?? null;
}
