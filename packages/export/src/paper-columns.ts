import { type Column, column, PERIOD_PATTERN, TERMS } from './column.ts';
import type { ExportedPaper } from './row.ts';

/** A paper as a flat record. */
export const PAPER_COLUMNS: readonly Column<ExportedPaper>[] = [
  column('id', 'Id', ({ id }) => id, {
    type: 'text',
    required: true,
    description: 'The sha256 of its bytes',
    term: `${TERMS.dublinCore}/identifier`,
  }),
  column('file', 'File', ({ file }) => file, { type: 'text', required: true, description: 'The name of its file' }),
  column('origin', 'Origin', ({ origin }) => origin, {
    type: 'text',
    required: true,
    description: 'The path or address it was taken from',
    term: `${TERMS.dublinCore}/source`,
  }),
  column('media_type', 'Media type', ({ mediaType }) => mediaType, {
    type: 'text',
    description: 'As registered with IANA',
    term: `${TERMS.dublinCore}/format`,
  }),
  column('byte_length', 'Bytes', ({ byteLength }) => byteLength, {
    type: 'integer',
    required: true,
    minimum: 0,
    description: 'The size of its file',
    term: `${TERMS.dublinCore}/extent`,
  }),
  column('pages', 'Pages', ({ pages }) => pages, { type: 'integer', minimum: 0, description: 'Of PDF files' }),
  column('title', 'Title', ({ facts }) => facts.title?.value ?? null, {
    type: 'text',
    description: 'What it calls itself',
    term: `${TERMS.dublinCore}/title`,
  }),
  column('body', 'Body', ({ facts }) => facts.body?.value ?? null, {
    type: 'text',
    description: 'The meeting or body it goes to',
    term: `${TERMS.dublinCore}/audience`,
  }),
  column('area_id', 'Area code', ({ facts }) => facts.area?.value.id ?? null, {
    type: 'text',
    description: 'The code of the area it reports on',
  }),
  column('area', 'Area', ({ facts }) => facts.area?.value.label ?? null, {
    type: 'text',
    description: 'The area it reports on, in words',
    term: `${TERMS.dublinCore}/spatial`,
  }),
  column('date', 'Date', ({ date }) => date, {
    type: 'date',
    description: 'Of the meeting, or of publication where no meeting is named',
    term: `${TERMS.dublinCore}/date`,
  }),
  column('reporting_period', 'Reporting period', ({ facts }) => facts.reportingPeriod?.value ?? null, {
    type: 'text',
    pattern: PERIOD_PATTERN,
    description: 'ISO 8601: first and last day with a slash between them',
    term: `${TERMS.dublinCore}/temporal`,
  }),
  column('item', 'Item', ({ facts }) => facts.itemNumber?.value ?? null, {
    type: 'text',
    description: 'Its number on the agenda',
  }),
  column('version', 'Version', ({ version }) => version, {
    type: 'integer',
    required: true,
    minimum: 0,
    description: 'Its number in the history of its origin, from 1',
  }),
  column('extractor_version', 'Extractor version', ({ extractorVersion }) => extractorVersion, {
    type: 'text',
    required: true,
    description: 'The version of Scrutineer’s rules that read it',
  }),
  column('status', 'Status', ({ status }) => status, {
    type: 'text',
    required: true,
    values: ['complete', 'partial'],
    description: 'Whether all of it could be read',
  }),
];
