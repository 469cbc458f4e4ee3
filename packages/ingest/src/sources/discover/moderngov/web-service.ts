import type { FetchPage } from '../discovered.ts';
import { pageText } from '../page-text.ts';
import { childText, elementsNamed, parseXml } from '../xml.ts';
import { type Meeting, type MeetingDocument, meetingDate } from './meeting.ts';

/** Meetings are asked for a year at a time, for long ranges time out; Commissioners' panels first met in 2012. */
const FIRST_YEAR = 2012;

/**
 * The meetings of a committee by the site's web service; null where it does not answer as one.
 *
 * @param today ISO date
 */
export async function serviceMeetings(
  base: URL,
  committee: string,
  today: string,
  fetchPage: FetchPage,
): Promise<Meeting[] | null> {
  const meetings: Meeting[] = [];
  for (let year = FIRST_YEAR; year <= Number(today.slice(0, 4)) + 1; year += 1) {
    const dates = `sFromDate=01/01/${year}&sToDate=31/12/${year}`;
    const xml = await ask(base, `GetMeetings?lCommitteeId=${committee}&${dates}`, fetchPage);
    if (!xml) return null;
    const body = elementsNamed(xml, 'committeetitle')[0]?.textContent?.trim() || null;
    for (const element of elementsNamed(xml, 'meeting')) {
      const id = childText(element, 'meetingid');
      const date = meetingDate(childText(element, 'meetingdate') ?? '');
      if (id && /^\d+$/.test(id)) meetings.push({ id, date, body: childText(element, 'committeetitle') ?? body });
    }
  }
  return meetings;
}

/** The documents of a meeting; null where the web service does not answer. Restricted ones are left out. */
export async function serviceDocuments(
  base: URL,
  meeting: string,
  fetchPage: FetchPage,
): Promise<MeetingDocument[] | null> {
  const xml = await ask(base, `GetMeeting?lMeetingId=${meeting}`, fetchPage);
  if (!xml) return null;
  return elementsNamed(xml, 'url').flatMap((element) => {
    const document = element.parentNode as typeof element;
    const url = URL.parse(element.textContent?.trim() ?? '', base.href);
    const restricted = /^(?:true|1|yes)$/i.test(childText(document, 'isrestricted') ?? '');
    return url && !restricted ? [{ url, title: childText(document, 'title') }] : [];
  });
}

async function ask(base: URL, method: string, fetchPage: FetchPage) {
  const page = await pageText(new URL(`mgWebService.asmx/${method}`, base).href, fetchPage);
  return page.text === null || /^\s*<(?:!doctype html|html)/i.test(page.text) ? null : parseXml(page.text);
}
