/** Stands in for the sample papers: sections of prose and small tables, in their manner. */
export function generatedPaper(lines: number): string {
  const text = ['# Police and Crime Panel: performance report', '', '4 July 2019', ''];
  for (let section = 1; text.length < lines; section += 1) text.push(...sectionLines(section));
  return text.slice(0, lines).join('\n');
}

const OFFENCES = ['Burglary', 'Robbery', 'Vehicle crime', 'Criminal damage', 'Shoplifting', 'Public order'];

function sectionLines(section: number): string[] {
  const rows = OFFENCES.map((offence, index) => {
    const [earlier, later] = [1200 + 37 * section + 11 * index, 1150 + 41 * section + 7 * index];
    return `| ${offence} | ${earlier} | ${later} | ${later - earlier} |`;
  });
  return [
    `## ${section}. District ${section}`,
    '',
    `In the 12 months to 30 June 2019 recorded burglary rose by ${section + 2}% (${30 + section}) compared with the`,
    `previous year. Satisfaction was ${70 + (section % 20)}.5% against ${71 + (section % 20)}% a year before.`,
    '',
    '| Offence | Jul 2017 - Jun 2018 | Jul 2018 - Jun 2019 | Change |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ];
}
