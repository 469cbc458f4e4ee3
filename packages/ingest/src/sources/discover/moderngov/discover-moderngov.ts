import { announced, eachOnce } from '../announced.ts';
import { cleanLinkText } from '../clean-link-text.ts';
import {
  type DiscoveredSource,
  type DiscoverOptions,
  type Discovery,
  type FetchPage,
  notSearched,
} from '../discovered.ts';
import { attachmentOf, isPack, parseModernGov } from './addresses.ts';
import { inOrder, type Meeting, type MeetingDocument, meetingDate } from './meeting.ts';
import { listedDocuments, listedMeetings, meetingPage } from './pages.ts';
import { serviceDocuments, serviceMeetings } from './web-service.ts';

/**
 * The papers of a committee's meetings, or of one meeting, on a ModernGov site: by its web service where it answers,
 * else by its pages. A meeting's pack is taken only where the meeting has no single reports, which it would repeat.
 * One page a meeting, oldest first; the checkpoint is the meeting's id.
 */
export async function* discoverModernGov(address: string, fetchPage: FetchPage, options: DiscoverOptions): Discovery {
  const { base, committee, meeting } = parseModernGov(address);
  const { today = new Date().toISOString().slice(0, 10), checkpoint } = options;
  if (meeting) return yield await papersOfMeeting({ id: meeting, date: null, body: null }, false);
  if (!committee) return yield notSearched(`${address} names neither a committee (CId=) nor a meeting (MId=)`);
  const served = await serviceMeetings(base, committee, today, fetchPage);
  const listed = served ?? (await listedMeetings(base, committee, fetchPage));
  if (!Array.isArray(listed)) return yield notSearched(listed.reason, listed.passing);
  const meetings = inOrder(listed);
  const goOn = meetings.findIndex(({ id }) => id === checkpoint) + 1;
  for (const each of meetings.slice(goOn))
    yield { ...(await papersOfMeeting(each, served !== null)), checkpoint: each.id };

  async function papersOfMeeting(of: Meeting, byService: boolean) {
    const page = meetingPage(base, committee, of.id);
    const told = byService ? await serviceDocuments(base, of.id, fetchPage) : null;
    if (told) return { sources: papersAmong(told, page, of, of.body), checkpoint: null, problems: [] };
    const found = await listedDocuments(base, { committee, meeting: of.id }, fetchPage);
    if (!('documents' in found)) return notSearched(found.reason, found.passing);
    const date = of.date ?? meetingDate(found.title ?? '');
    return {
      sources: papersAmong(found.documents, page, { ...of, date }, found.title),
      checkpoint: null,
      problems: [],
    };
  }
}

function papersAmong(
  documents: readonly MeetingDocument[],
  page: string,
  { date, body }: Meeting,
  meeting: string | null,
): DiscoveredSource[] {
  const packs = documents.filter(({ url }) => isPack(url));
  const reports = documents.filter(({ url }) => !isPack(url));
  const sources = (reports.length > 0 ? reports : packs).map(({ url, title }) =>
    announced(url, page, {
      linkText: cleanLinkText(title ?? ''),
      meeting,
      meetingDate: date,
      body,
      attachment: attachmentOf(url),
    }),
  );
  return onceAnAttachment(eachOnce(sources));
}

/** One attachment is one report, though its name may differ from link to link. */
function onceAnAttachment(sources: readonly DiscoveredSource[]): DiscoveredSource[] {
  const seen = new Set<string>();
  return sources.filter(({ origin, publication }) => {
    const key = publication?.attachment ?? origin;
    return !seen.has(key) && seen.add(key);
  });
}
