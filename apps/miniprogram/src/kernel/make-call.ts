import { isCommand, routeKey, type Input, type Output, type Route } from '@gongzhi/shared/kernel/contract';
import { answerOf, invalid, offline, refusal, type Issue, type Outcome } from './answer-of';
import type { Answered, Request } from './platform/port';
import { requestOf } from './request-of';
import { isFresh, type Session, type Sessions } from './session';

/** How to get new tokens: the tokens, `ended` when the session is over, `unreachable` when nobody answered. */
export type Renew = (refreshToken: string) => Promise<Omit<Session, 'obtainedAt'> | 'ended' | 'unreachable'>;
export interface CallParts {
  origin: string;
  request: Request;
  sessions: Sessions;
  renew: Renew;
  newKey: () => string;
  now: () => number;
}
/** `key`: the intent's Idempotency-Key, when the caller keeps it itself. `anonymous`: send no token and renew none. */
export interface CallOptions {
  key?: string;
  anonymous?: boolean;
}
export type Call = <R extends Route>(route: R, input: Input<R>, options?: CallOptions) => Promise<Outcome<Output<R>>>;

const ATTEMPTS = 2;
const issueOf = ({ path, message }: { path: readonly PropertyKey[]; message: string }): Issue => ({
  path: path.map((step) => (typeof step === 'number' ? step : String(step))),
  message,
});
const signedOut = (outcome: Outcome<unknown>): boolean =>
  !outcome.ok && (outcome.refused === 'NOT_SIGNED_IN' || outcome.refused === 'SESSION_ENDED');

/** A refresh token works once, so callers that find their token old share one renewal. */
const makeRenewal = ({ sessions, renew, now }: CallParts) => {
  let running: Promise<'renewed' | 'ended' | 'unreachable'> | undefined;
  const run = async (session: Session) => {
    const got = await renew(session.refreshToken);
    if (got === 'unreachable') return got;
    if (sessions.get() !== session) return 'ended';
    if (got === 'ended') sessions.end();
    else sessions.keep(got, now());
    return got === 'ended' ? got : ('renewed' as const);
  };
  return (session: Session) =>
    (running ??= run(session).finally(() => {
      running = undefined;
    }));
};

/**
 * The only transport. Checks the input by the route's own schema, builds the request from the route, signs it, renews the
 * token once, and keeps one Idempotency-Key for an intent (same route, same input) until an answer settles it.
 */
export const makeCall = (parts: CallParts): Call => {
  const { origin, request, sessions, now, newKey } = parts;
  const renewal = makeRenewal(parts);
  const unsettled = new Map<string, string>();

  const attempt = async (route: Route, input: Record<string, unknown>, headers: Record<string, string>) => {
    const { url, method, body } = requestOf(route, input);
    const sent = { url: origin + url, method, headers, ...(body === undefined ? {} : { body }) };
    let answered: Answered | undefined;
    for (let i = 0; i < ATTEMPTS && !answered; i += 1) answered = await request(sent).catch(() => undefined);
    return answered ? answerOf<unknown>(answered) : offline();
  };

  const signed = async (
    route: Route,
    input: Record<string, unknown>,
    headers: Record<string, string>,
  ): Promise<Outcome<unknown>> => {
    let session = sessions.get();
    const send = () =>
      attempt(route, input, session ? { ...headers, authorization: `Bearer ${session.accessToken}` } : headers);
    const renewed = async (): Promise<Outcome<unknown> | undefined> => {
      const got = session && (await renewal(session));
      session = sessions.get();
      return got === 'unreachable'
        ? offline()
        : got === 'ended' && route.access !== 'public'
          ? refusal('SESSION_ENDED')
          : undefined;
    };
    if (session && !isFresh(session, now())) return (await renewed()) ?? send();
    const outcome = await send();
    if (!session || !signedOut(outcome)) return outcome;
    if (sessions.get() === session) return (await renewed()) ?? send();
    session = sessions.get();
    return send();
  };

  const headersOf = (route: Route, intent: string, key: string | undefined): Record<string, string> => {
    if (!isCommand(route)) return {};
    const kept = key ?? unsettled.get(intent) ?? newKey();
    unsettled.set(intent, kept);
    return { 'content-type': 'application/json', 'idempotency-key': kept };
  };

  return async (route, input, options = {}) => {
    const checked = route.input.safeParse(input, { jitless: true });
    if (!checked.success) return invalid(checked.error.issues.map(issueOf));
    const fields = checked.data as Record<string, unknown>;
    const intent = `${routeKey(route)} ${JSON.stringify(fields)}`;
    const headers = headersOf(route, intent, options.key);
    const outcome = await (options.anonymous ? attempt : signed)(route, fields, headers);
    if (outcome.ok || !outcome.broken) unsettled.delete(intent);
    return outcome as Outcome<never>;
  };
};
