import { isRefusal, says, type Facts, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import type { Answered } from './platform/port';

/** What is wrong with one field: where it is in the input and what to tell the person. */
export interface Issue {
  path: readonly (string | number)[];
  message: string;
}

/**
 * Why a call did not succeed. `says` is the sentence to show, whichever it is.
 * `refused`: a rule said no. `invalid`: fields to correct. `broken`: nobody's choice; what was typed stays and a retry is offered.
 * `offline`: no answer came back, so the same call may be sent again with the same key.
 */
export type Failure =
  | { ok: false; says: string; refused: RefusalCode; facts?: Facts; invalid?: undefined; broken?: undefined }
  | { ok: false; says: string; invalid: readonly Issue[]; refused?: undefined; broken?: undefined }
  | {
      ok: false;
      says: string;
      broken: true;
      offline?: true;
      requestId?: string;
      refused?: undefined;
      invalid?: undefined;
    };
export type Outcome<T> = { ok: true; value: T } | Failure;

export const refusal = (refused: RefusalCode, facts?: Facts): Failure => ({
  ok: false,
  refused,
  says: says(facts ? { refused, facts } : { refused }),
  ...(facts ? { facts } : {}),
});

export const invalid = (issues: readonly Issue[]): Failure => ({
  ok: false,
  invalid: issues,
  says: issues[0]?.message ?? '有一项填写不正确，请检查。',
});

export const offline = (): Failure => ({
  ok: false,
  broken: true,
  offline: true,
  says: '网络连接不上。您填写的内容还在，请检查网络后再试。',
});

const broken = (requestId: string | undefined): Failure => ({
  ok: false,
  broken: true,
  says: '系统出了点问题。您填写的内容还在，请稍后再试。',
  ...(requestId ? { requestId } : {}),
});

type Body = { issues?: unknown; requestId?: unknown } | null | undefined;

/** What an answer of the API means to the page. */
export const answerOf = <T>({ status, body, header }: Answered): Outcome<T> => {
  if (status >= 200 && status < 300) return { ok: true, value: body as T };
  if (isRefusal(body)) return refusal(body.refused, body.facts);
  const { issues, requestId } = (body ?? {}) as NonNullable<Body>;
  if (Array.isArray(issues)) return invalid(issues as Issue[]);
  return broken(typeof requestId === 'string' ? requestId : header('x-request-id'));
};
