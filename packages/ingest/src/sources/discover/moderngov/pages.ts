import type { FetchPage } from '../discovered.ts';
import { htmlLinks } from '../html-links.ts';
import { type PageText, pageText } from '../page-text.ts';
import { parseModernGov } from './addresses.ts';
import { type Meeting, type MeetingDocument, meetingDate } from './meeting.ts';

type Failed = Extract<PageText, { text: null }>;

/** The meetings of a committee as its page lists them, all years; or why the page could not be had. */
export async function listedMeetings(base: URL, committee: string, fetchPage: FetchPage): Promise<Meeting[] | Failed> {
  const page = await pageText(new URL(`ieListMeetings.aspx?CId=${committee}&Year=0`, base).href, fetchPage);
  if (page.text === null) return page;
  const { title, links } = htmlLinks(page.text, page.url);
  return links.flatMap(({ url, text }) => {
    const { meeting } = parseModernGov(url.href);
    if (!meeting || !/ielistdocuments\.aspx/i.test(url.pathname)) return [];
    return [
      { id: meeting, date: meetingDate(text ?? ''), body: title?.replace(/^Browse meetings\s*-\s*/i, '') ?? null },
    ];
  });
}

/** The documents that a meeting's page links to, and what it is called; or why the page could not be had. */
export async function listedDocuments(
  base: URL,
  { committee, meeting }: { readonly committee: string | null; readonly meeting: string },
  fetchPage: FetchPage,
): Promise<{ readonly title: string | null; readonly documents: MeetingDocument[] } | Failed> {
  const page = await pageText(meetingPage(base, committee, meeting), fetchPage);
  if (page.text === null) return page;
  const { title, links } = htmlLinks(page.text, page.url);
  const documents = links
    .filter(({ url }) => /\/documents\//i.test(url.pathname))
    .map(({ url, text }) => ({ url, title: text }));
  return { title, documents };
}

/** The page of a meeting, for people. */
export function meetingPage(base: URL, committee: string | null, meeting: string): string {
  const parameters = committee ? `CId=${committee}&MId=${meeting}` : `MId=${meeting}`;
  return new URL(`ieListDocuments.aspx?${parameters}`, base).href;
}
