import { delimiter, resolve } from 'node:path';
import { OCR, type Ocr, PAGE_TIME } from '@scrutineer/ingest/read-options';
import { z } from 'zod';
import { defaultFolders } from './queue/allowed-folders.ts';

const seconds = (fallback: number, most: number) => z.coerce.number().positive().max(most).default(fallback);
/** Folders are parted as in `PATH`, for a comma may stand in a folder's name. */
const list = (separators: RegExp | string) =>
  z
    .string()
    .default('')
    .transform((text) => text.split(separators).filter(Boolean));
const address = (fallback: string) =>
  z
    .string()
    .regex(/^[^\s:]+:\d{1,5}$/, 'must be host:port, as in 127.0.0.1:9464')
    .default(fallback);

/** What a worker takes from the environment, with its defaults; docs/operations.md explains each. */
const settingsSchema = z.object({
  REDIS_URL: z
    .string()
    .regex(/^rediss?:\/\//, 'must begin with redis:// or rediss://')
    .default('redis://127.0.0.1:6379'),
  SCRUTINEER_QUEUE_PREFIX: z
    .string()
    .regex(/^[A-Za-z0-9_-]+$/, 'must be letters, digits, - and _')
    .default('scrutineer'),
  SCRUTINEER_CONTACT: z.string().min(3).optional(),
  SCRUTINEER_ALLOWED_HOSTS: list(/[\s,]+/),
  SCRUTINEER_PAPER_FOLDERS: list(delimiter),
  SCRUTINEER_HOST_DELAY_SECONDS: seconds(2, 3600),
  SCRUTINEER_ATTEMPTS: z.coerce.number().int().min(1).max(50).default(8),
  SCRUTINEER_LOCK_SECONDS: seconds(30, 600),
  SCRUTINEER_GRACE_SECONDS: seconds(25, 600),
  SCRUTINEER_PAPER_SECONDS: seconds(300, 3600),
  SCRUTINEER_PAGE_SECONDS: seconds(PAGE_TIME / 1000, 3600),
  SCRUTINEER_OCR: z.enum(OCR).default('auto'),
  SCRUTINEER_MONITOR: z.union([z.literal('off'), address('127.0.0.1:9464')]).default('127.0.0.1:9464'),
  SCRUTINEER_DASHBOARD: address('127.0.0.1:3010'),
  SCRUTINEER_SERVER_NAMES: list(/[\s,]+/),
  SCRUTINEER_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error']).default('info'),
  OTEL_EXPORTER_OTLP_ENDPOINT: z.url().optional(),
});

/** How the queue and its workers run. Times are milliseconds. */
export interface Settings {
  readonly redisUrl: string;
  /** All keys in Redis begin with it, so that several archives can share one server. */
  readonly queuePrefix: string;
  /** Address or page of whoever runs this, told to the sites that are asked; null where none was given. */
  readonly contact: string | null;
  /** Hosts that may be asked though their address is private. */
  readonly allowedHosts: readonly string[];
  /** Folders that jobs may name files in. */
  readonly paperFolders: readonly string[];
  /** Between two requests to one host. */
  readonly hostDelay: number;
  /** How often a job is tried before it is given up. */
  readonly attempts: number;
  /** How long a job stays with a worker that gives no sign of life. */
  readonly lockDuration: number;
  /** How long a worker that is told to stop may finish what it has begun. */
  readonly grace: number;
  /** What one paper may take to read. */
  readonly paperTime: number;
  /** What one page of a PDF may take to read. */
  readonly pageTime: number;
  /** Whether text is recognised in pictures of pages. */
  readonly ocr: Ocr;
  /** Where `/health` and `/metrics` answer; null for nowhere. */
  readonly monitor: Address | null;
  readonly dashboard: Address;
  /** Names by which these two are asked for, beside `localhost` and addresses. */
  readonly serverNames: readonly string[];
  readonly logLevel: string;
  /** Where traces go; null for nowhere. */
  readonly tracesTo: string | null;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** A setting is missing or wrong; the message is one sentence for each. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Reads the settings from the environment. Empty variables count as not set.
 *
 * @throws SettingsError that names each variable that is wrong
 */
export function settingsOf(environment: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) throw new SettingsError(parsed.error.issues.map(sentence).join('; '));
  const values = parsed.data;
  return {
    redisUrl: values.REDIS_URL,
    queuePrefix: values.SCRUTINEER_QUEUE_PREFIX,
    contact: values.SCRUTINEER_CONTACT ?? null,
    allowedHosts: values.SCRUTINEER_ALLOWED_HOSTS,
    paperFolders: foldersOf(values.SCRUTINEER_PAPER_FOLDERS),
    hostDelay: values.SCRUTINEER_HOST_DELAY_SECONDS * 1000,
    attempts: values.SCRUTINEER_ATTEMPTS,
    lockDuration: values.SCRUTINEER_LOCK_SECONDS * 1000,
    grace: values.SCRUTINEER_GRACE_SECONDS * 1000,
    paperTime: values.SCRUTINEER_PAPER_SECONDS * 1000,
    pageTime: values.SCRUTINEER_PAGE_SECONDS * 1000,
    ocr: values.SCRUTINEER_OCR,
    monitor: values.SCRUTINEER_MONITOR === 'off' ? null : addressOf(values.SCRUTINEER_MONITOR),
    dashboard: addressOf(values.SCRUTINEER_DASHBOARD),
    serverNames: values.SCRUTINEER_SERVER_NAMES,
    logLevel: values.SCRUTINEER_LOG_LEVEL,
    tracesTo: values.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
  };
}

/** Names of the variables that are read, for the documentation's test. */
export const SETTING_NAMES: readonly string[] = Object.keys(settingsSchema.shape);

function foldersOf(named: readonly string[]): string[] {
  return named.length > 0 ? named.map((folder) => resolve(folder)) : defaultFolders();
}

function addressOf(text: string): Address {
  const [host, port] = text.split(':');
  return { host: host!, port: Number(port) };
}

function sentence({ path, message }: z.core.$ZodIssue): string {
  return `${path.join('.')} ${message.replace(/^Invalid input: /, 'is wrong: ')}`;
}
