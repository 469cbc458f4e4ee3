/** A paper of July 2019: hate crime 110 and a change of 20 do not make 120. */
const FIRST_QUARTER = `# Performance Monitoring Report

**Lancashire Police and Crime Panel, meeting of 25 July 2019**

| Offence | Apr - Jun 2018 | Apr - Jun 2019 | Change |
| --- | --- | --- | --- |
| Hate crime | 110 | 120 | 20 |
| Robbery | 200 | 210 | 10 |
`;

/** The paper of the quarter after it, which says 126 of hate crime where the first said 120. */
const SECOND_QUARTER = `# Performance Monitoring Report

**Lancashire Police and Crime Panel, meeting of 24 October 2019**

| Offence | Apr - Jun 2019 | Jul - Sep 2019 |
| --- | --- | --- |
| Hate crime | 126 | 131 |
| Burglary | 300 | 310 |
`;

/** One figure that the first quarter prints too, and one that nothing can be held against. */
export const REPEATS = `# Briefing

Lancashire Constabulary recorded 210 robberies between 1 April and 30 June 2019. The force owns 9 horses.
`;

/** A paper that does not tell when it was made, with a figure that nothing can be held against. */
const UNDATED = `# Briefing

The force owns 44 drones.
`;

export const TWO_QUARTERS = { 'q1.md': FIRST_QUARTER, 'q2.md': SECOND_QUARTER, 'undated.md': UNDATED };
