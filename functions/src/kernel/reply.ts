import { REFUSALS, refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { Busy, KeyReused } from './commit';
import { BadCursor } from './cursor';
import { Unreadable } from './request';

export interface Reply {
  statusCode: number;
  headers: Record<string, string>;
  body: string;
}

export const json = (statusCode: number, body: unknown): Reply => ({
  statusCode,
  headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' },
  body: JSON.stringify(body),
});

/** The first answer of an act that is asked for again. */
export const replayed = (answer: unknown): Reply => {
  const reply = json(200, answer);
  return { ...reply, headers: { ...reply.headers, 'idempotent-replayed': 'true' } };
};

export const refused = (refusal: Refusal): Reply => json(REFUSALS[refusal.refused][0], refusal);

interface Issue {
  code?: string | undefined;
  path: PropertyKey[];
  message: string;
}
/** Of another kind than what was asked for: how long it is says nothing more (a text has a length where a list was wanted). */
const isKnown = (issue: Issue, i: number, all: readonly Issue[]) =>
  all.slice(0, i).some(({ code, path }) => code === 'invalid_type' && path.join('.') === issue.path.join('.'));

/** What was asked for does not read: what is wrong of each field, and of the wrong kind of thing that alone. */
export const invalid = (issues: readonly Issue[]): Reply =>
  json(400, {
    issues: issues.filter((...of) => !isKnown(...of)).map(({ path, message }) => ({ path, message })),
  });

/** The table refused for now, after every attempt of the SDK. */
const THROTTLED = new Set([
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'TransactionConflictException',
]);
const isBusy = (error: unknown) => error instanceof Busy || (error instanceof Error && THROTTLED.has(error.name));

/** What a thrown error becomes: the few that mean something to the caller, and a bare 500 for all others. */
export const broken = (error: unknown, requestId: string): Reply => {
  if (error instanceof Unreadable) return json(error.status, { issues: error.issues });
  if (error instanceof BadCursor) return refused(refuse('BAD_CURSOR'));
  if (error instanceof KeyReused) return refused(refuse('KEY_REUSED'));
  if (isBusy(error)) return refused(refuse('BUSY'));
  return json(500, { requestId });
};
