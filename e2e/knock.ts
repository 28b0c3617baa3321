import { randomUUID } from 'node:crypto';
import { addressOf } from '@gongzhi/local/demo/api';
import { isCommand, type Input, type Route } from '@gongzhi/shared/kernel/contract';

/** What came back, whatever it was. */
export interface Heard {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}
export interface Knocking {
  token?: string | undefined;
  /** The Idempotency-Key; a fresh one when left out. */
  key?: string;
}

const parse = (text: string): Record<string, unknown> =>
  text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);

/** One request as it is. @throws when no whole answer comes */
export const request = async (url: string, init: RequestInit = {}): Promise<Heard> => {
  const response = await fetch(url, init);
  return { status: response.status, headers: response.headers, body: parse(await response.text()) };
};

/** Asks a route for anything, right or wrong, and tells what was answered. */
export const knock = (
  url: string,
  route: Route,
  fields: object,
  { token, key = randomUUID() }: Knocking = {},
): Promise<Heard> => {
  const { path, rest } = addressOf(route, fields as Record<string, unknown>);
  const headers = {
    ...(token && { authorization: `Bearer ${token}` }),
    'content-type': 'application/json',
    'idempotency-key': key,
  };
  if (isCommand(route)) return request(`${url}${path}`, { method: route.method, headers, body: JSON.stringify(rest) });
  return request(`${url}${path}?${new URLSearchParams(rest as Record<string, string>).toString()}`, { headers });
};

/** The same with an input of the contract. */
export const ask = <R extends Route>(url: string, route: R, input: Input<R>, knocking?: Knocking): Promise<Heard> =>
  knock(url, route, input, knocking);

/** `409 INVITE_USED`, or the status alone. */
export const saysOf = ({ status, body }: Heard): string => [status, body['refused']].filter(Boolean).join(' ');
