import { randomInt, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { calls } from '@gongzhi/shared/calls/contract';
import { councils } from '@gongzhi/shared/councils/contract';
import { directory } from '@gongzhi/shared/directory/contract';
import { exchange } from '@gongzhi/shared/exchange/contract';
import { hours } from '@gongzhi/shared/hours/contract';
import { identity } from '@gongzhi/shared/identity/contract';
import { isCommand, type Input, type Output, type Route } from '@gongzhi/shared/kernel/contract';
import { isRefusal, says } from '@gongzhi/shared/kernel/refusals';
import { ledger } from '@gongzhi/shared/ledger/contract';
import { meetings } from '@gongzhi/shared/meetings/contract';
import { opinions } from '@gongzhi/shared/opinions/contract';
import { notices } from '@gongzhi/shared/notices/contract';
import { party } from '@gongzhi/shared/party/contract';
import { procedures } from '@gongzhi/shared/procedures/contract';
import { projects } from '@gongzhi/shared/projects/contract';
import { reports } from '@gongzhi/shared/reports/contract';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import { scorecards } from '@gongzhi/shared/scorecards/contract';
import { units } from '@gongzhi/shared/units/contract';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { votes } from '@gongzhi/shared/votes/contract';
import { wishes } from '@gongzhi/shared/wishes/contract';

/** An answer other than 200: what was asked, and what came back. */
export class Unwelcome extends Error {
  constructor(
    readonly status: number,
    readonly body: unknown,
    route: Route,
  ) {
    super(
      `${route.method} ${route.path} → ${status} ${isRefusal(body) ? `${body.refused} ${says(body)}` : JSON.stringify(body)}`,
    );
  }
}

/** A route's path with its parameters filled in, and the fields that are left for query or body. */
export const addressOf = (route: Route, fields: Record<string, unknown>) => {
  const rest = { ...fields };
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  return { path, rest };
};

const BUSY = 503;
const ATTEMPTS = 6;
const PAUSE_MS = 100;
/** Does it again, as a phone does, while the answer is that the system is busy. @throws Unwelcome */
const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let n = 1; ; n += 1)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Unwelcome) || error.status !== BUSY || n === ATTEMPTS) throw error;
      await pause(randomInt(PAUSE_MS, PAUSE_MS * 2 ** n));
    }
};

/** `key`: the Idempotency-Key of a command. @throws Unwelcome */
const deliver = async <R extends Route>(
  url: string,
  route: R,
  input: Input<R>,
  { token, key }: { token?: string | undefined; key: string },
): Promise<Output<R>> => {
  const { path, rest } = addressOf(route, input as Record<string, unknown>);
  const query = isCommand(route) ? '' : `?${new URLSearchParams(rest as Record<string, string>).toString()}`;
  const response = await fetch(`${url}${path}${query === '?' ? '' : query}`, {
    method: route.method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(isCommand(route) ? { 'content-type': 'application/json', 'idempotency-key': key } : {}),
    },
    ...(isCommand(route) ? { body: JSON.stringify(rest) } : {}),
  });
  const body: unknown = await response.json();
  if (response.status !== 200) throw new Unwelcome(response.status, body, route);
  return body as Output<R>;
};

/** Sends one request as a phone would; `token` signs it. @throws Unwelcome */
export const send = <R extends Route>(url: string, route: R, input: Input<R>, token?: string): Promise<Output<R>> =>
  deliver(url, route, input, { token, key: randomUUID() });

const codeFor = async (url: string, key: string, kind: 'login-code' | 'phone-code') => {
  const response = await fetch(`${url}/dev/people/${encodeURIComponent(key)}/${kind}`, { method: 'POST' });
  if (!response.ok) throw new Error(`no ${kind} for ${key}: ${response.status}`);
  return ((await response.json()) as { code: string }).code;
};

/** A demo person at the phone: signed in, agreed to the privacy notice, ready to act. */
export interface Actor {
  personId: string;
  token: string;
  act<R extends Route>(route: R, input: Input<R>): Promise<Output<R>>;
  phoneCode(): Promise<string>;
}

const agree = async (url: string, token: string, purpose: 'privacy' | 'phone' | 'party') => {
  const { version, hash } = await send(url, identity.readNotice, { purpose });
  await send(url, identity.giveConsent, { purpose, version, hash }, token);
};

/** A demo person's session, as signing in gives it to a phone. @throws Unwelcome */
export const openSession = (url: string, key: string): Promise<Output<typeof identity.signIn>> =>
  patiently(async () => send(url, identity.signIn, { code: await codeFor(url, key, 'login-code') }));

/** Signs a demo person in and gives the consents asked for. */
export const signIn = async (
  url: string,
  key: string,
  purposes: readonly ('privacy' | 'phone' | 'party')[] = ['privacy'],
): Promise<Actor> => {
  const { accessToken: token, personId } = await openSession(url, key);
  for (const purpose of purposes) await agree(url, token, purpose);
  return {
    personId,
    token,
    act: (route, input) => {
      const key = randomUUID();
      return patiently(() => deliver(url, route, input, { token, key }));
    },
    phoneCode: () => codeFor(url, key, 'phone-code'),
  };
};

/** Every route there is, by slice: what the demo and the bench speak. */
export const api = {
  identity,
  directory,
  councils,
  procedures,
  votes,
  meetings,
  resolutions,
  notices,
  opinions,
  exchange,
  hours,
  ledger,
  volunteering,
  party,
  units,
  projects,
  wishes,
  calls,
  reports,
  satisfaction,
  scorecards,
};
