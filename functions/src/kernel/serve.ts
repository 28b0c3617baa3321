import { randomBytes } from 'node:crypto';
import middy from '@middy/core';
import httpSecurityHeaders from '@middy/http-security-headers';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import {
  isCommand,
  routeKey,
  type Answer,
  type Contract,
  type Input,
  type Route,
} from '@gongzhi/shared/kernel/contract';
import { newId } from '@gongzhi/shared/kernel/ids';
import { createMatcher } from '@gongzhi/shared/kernel/match-route';
import { isRefusal, refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { admit } from './access';
import type { Caller, Callers, Ctx } from './caller';
import { answerOf } from './commit';
import { eventKey, type Ledger } from './ledger';
import { metered } from './meter';
import { observe, type Observe } from './observe';
import { broken, invalid, json, refused, replayed, type Reply } from './reply';
import { bearerOf, fieldsOf, idempotencyKeyOf, requestHash, requestIdOf, scopeOf } from './request';
import type { VerifyToken } from './tokens';

/** What every slice's handler needs besides its own dependencies. */
export interface Base {
  callers: Callers;
  ledger: Ledger;
  verify: VerifyToken;
  clock?: () => Date;
  observe?: Observe;
}
type CallerOn<R extends Route> = R['access'] extends 'public' ? { caller: Caller | undefined } : { caller: Caller };
export type Handler<R extends Route, D> = (
  input: Input<R>,
  ctx: Omit<Ctx, 'caller'> & CallerOn<R> & D,
) => Promise<Answer<R>>;
/** One handler a route: a missing one, or an answer the contract does not declare, does not compile. */
export type Handlers<C extends Contract, D> = { readonly [K in keyof C]: Handler<C[K], D> };

type AnyHandler = (input: unknown, ctx: unknown) => Promise<unknown>;
interface Hit {
  name: string;
  route: Route;
  handle: AnyHandler;
}

const contextOf = (
  hit: Hit,
  event: APIGatewayProxyEventV2,
  base: Base,
): Omit<Ctx, 'caller'> & { caller: Caller | undefined } => {
  const now = base.clock?.() ?? new Date();
  return {
    caller: undefined,
    now,
    requestId: requestIdOf(event),
    intent: { scope: scopeOf(event) ?? '', actor: '', key: idempotencyKeyOf(event, hit.route), hash: '' },
    ledger: base.ledger,
    id: () => newId(now, randomBytes(16)),
  };
};

/** The answer of an earlier, identical request, or undefined when this is the first. */
const earlier = async (hit: Hit, ctx: Ctx): Promise<{ answer: unknown } | undefined> => {
  if (!isCommand(hit.route) || hit.route.ownRecord || !ctx.caller) return undefined;
  const first = await ctx.ledger.find(eventKey(ctx.intent.scope, ctx.intent.actor, ctx.intent.key));
  return first && { answer: answerOf(first, ctx.intent.hash) };
};

/** A kept answer in the order it was first given (a table keeps no order); as it is when the contract has changed since. */
const asFirst = (route: Route, answer: unknown): unknown => {
  const parsed = route.output.safeParse(answer, { jitless: true });
  return parsed.success ? parsed.data : answer;
};

const handle = async (hit: Hit, event: APIGatewayProxyEventV2, base: Base & object): Promise<Reply> => {
  const ctx = contextOf(hit, event, base);
  const fields = fieldsOf(event, hit.route);
  const caller = await admit(hit.route, { token: bearerOf(event), scope: scopeOf(event), now: ctx.now }, base);
  if (isRefusal(caller)) return refused(caller);
  const parsed = hit.route.input.safeParse(fields, { jitless: true });
  if (!parsed.success) return invalid(parsed.error.issues);
  const actor = caller?.personId ?? '';
  const intent = {
    ...ctx.intent,
    scope: ctx.intent.scope || actor,
    actor,
    hash: requestHash(hit.name, parsed.data as Record<string, unknown>),
  };
  const whole = { ...base, ...ctx, caller, intent };
  const before = await earlier(hit, whole as Ctx);
  if (before) return replayed(asFirst(hit.route, before.answer));
  const answer = await hit.handle(parsed.data, whole);
  return isRefusal(answer) ? refused(answer as Refusal) : json(200, hit.route.output.parse(answer, { jitless: true }));
};

/** Finds the route of an event and its parameters; the routes of the contract are the router. */
const router = <C extends Contract, D>(contract: C, handlers: Handlers<C, D>) => {
  const match = createMatcher(
    Object.entries(contract).map(([name, route]) => ({ routeKey: routeKey(route), name, route })),
    ({ name, route }): Hit => ({ name, route, handle: handlers[name as keyof C] as unknown as AnyHandler }),
  );
  return ({ pathParameters: _greedy, ...event }: APIGatewayProxyEventV2) => {
    const found = match(event.requestContext.http.method, event.rawPath);
    const { target: hit, parameters } = found ?? {};
    return { hit, event: parameters ? { ...event, pathParameters: parameters } : event };
  };
};

/**
 * One Lambda a slice: parse, caller, access, handler, and every failure on its path. Invalid input is 400 with issues,
 * a rule's refusal its own status, anything thrown a bare 500 with the request id.
 */
export const serve = <C extends Contract, D extends object>(
  contract: C,
  deps: Base & D,
  handlers: Handlers<C, D & Base>,
) => {
  const route = router(contract, handlers);
  const see = deps.observe ?? observe;
  const answer = async (asked: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const started = performance.now();
    const requestId = requestIdOf(asked);
    const { hit, event } = route(asked);
    const { value, units } = await metered(async () => {
      if (!hit) return { reply: refused(refuse('NOT_FOUND')), error: undefined };
      return handle(hit, event, deps).then(
        (reply) => ({ reply, error: undefined }),
        (error: unknown) => ({ reply: broken(error, requestId), error }),
      );
    });
    see({
      route: hit?.name ?? 'unknown',
      status: value.reply.statusCode,
      ms: performance.now() - started,
      units,
      requestId,
      error: value.error,
    });
    return { ...value.reply, headers: { ...value.reply.headers, 'x-request-id': requestId } };
  };
  return middy(answer).use(httpSecurityHeaders());
};
