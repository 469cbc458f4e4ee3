/** A meeting of a committee. */
export interface Meeting {
  readonly id: string;
  /** ISO date; null where it could not be read. */
  readonly date: string | null;
  readonly body: string | null;
}

/** A document of a meeting. */
export interface MeetingDocument {
  readonly url: URL;
  readonly title: string | null;
}

const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The ISO date in "05/03/2019" or "Tuesday, 5th March, 2019 10.00 am"; null where there is none. */
export function meetingDate(text: string): string | null {
  const [, day, month, year] =
    /\b(\d{1,2})\/(\d{1,2})\/(\d{4})\b/.exec(text) ??
    /\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+),?\s+(\d{4})\b/.exec(text) ??
    [];
  if (!day || !month || !year) return null;
  const number = /^\d/.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase()) + 1;
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${date}T00:00:00Z`);
  return number > 0 && !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : null;
}

/** Oldest first, so that new meetings come after those that a checkpoint has passed. */
export function inOrder(meetings: readonly Meeting[]): Meeting[] {
  const each = new Map(meetings.map((meeting) => [meeting.id, meeting]));
  const key = ({ date, id }: Meeting) => `${date ?? ''} ${id.padStart(12, '0')}`;
  return [...each.values()].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
