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

export const refused = (refusal: Refusal): Reply => json(REFUSALS[refusal.refused][0], refusal);

export const invalid = (issues: readonly { path: PropertyKey[]; message: string }[]): Reply =>
  json(400, { issues: issues.map(({ path, message }) => ({ path, message })) });

/** What a thrown error becomes: the few that mean something to the caller, and a bare 500 for all others. */
export const broken = (error: unknown, requestId: string): Reply => {
  if (error instanceof Unreadable) return json(error.status, { issues: error.issues });
  if (error instanceof BadCursor) return refused(refuse('BAD_CURSOR'));
  if (error instanceof KeyReused) return refused(refuse('KEY_REUSED'));
  if (error instanceof Busy) return refused(refuse('BUSY'));
  return json(500, { requestId });
};
