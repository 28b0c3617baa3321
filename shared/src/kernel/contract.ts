import './zod';
import type * as z from 'zod/mini';
import type { Refusal, RefusalCode } from './refusals';

/**
 * What a person may be in a community (or, for a supervisor, over every community of a street).
 * A household's adult is a `resident`; an `owner` owns a door by the owners' register and may live elsewhere; a
 * `unitContact` speaks for a unit (驻区单位), by an invite that names it; the others are granted and revoked, each with an event.
 */
export const ROLES = [
  'resident',
  'owner',
  'councilMember',
  'chair',
  'buildingHead',
  'worker',
  'branchSecretary',
  'unitContact',
  'supervisor',
] as const;
export type Role = (typeof ROLES)[number];

/**
 * Who may call a route. `public`: anyone, no token. `person`: anyone signed in. A list of roles: whoever holds one of
 * them in the community named in the path (`{communityId}`), or over the street (`{streetId}`, or the community's street
 * for `supervisor`). Read afresh on each request, so a change holds at once.
 */
export type Access = 'public' | 'person' | readonly Role[];

type Shape = z.core.$ZodLooseShape;
export interface Route {
  /** One line for OpenAPI. */
  summary: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** First segment = the slice's name. `{communityId}` or `{streetId}` says which scope the caller's roles are read for. */
  path: `/${string}`;
  access: Access;
  /** The handler lets only the subject's owner through and refuses others with NOT_YOURS. */
  owner?: true;
  /** The caller must have a current consent to the privacy notice (CONSENT_NEEDED otherwise). Default: every route that is not public. */
  consent?: false;
  /** Strict object of path, query and body fields together; unknown fields are refused. */
  input: z.ZodMiniObject<Shape>;
  /** A command's output is a receipt: ids, states, instants and numbers, never names or free text, for it is kept with the event to answer a repeat. */
  output: z.ZodMiniType;
  refusals: readonly RefusalCode[];
  /** Most write units one call may consume (default 8 for commands, 0 for GET). Bulk routes give their own and why in the summary. */
  units?: number;
  /** The write is its own record and answers a repeat by itself (a ballot, a session): no earlier answer is looked for and no event is put. */
  ownRecord?: true;
  /** Largest body in bytes (default 65,536). */
  bodyLimit?: number;
}
export type Contract = Readonly<Record<string, Route>>;

/** Keeps each route's literal types; checks the whole at the definition. */
export const defineContract = <const C extends Contract>(contract: C): C => contract;

/** Refusals any route may answer with besides its own: they come from `serve`, not from handlers. */
export const SERVE_REFUSALS = [
  'NOT_SIGNED_IN',
  'NOT_ELIGIBLE',
  'CONSENT_NEEDED',
  'KEY_REUSED',
  'BAD_CURSOR',
  'BUSY',
  'NOT_FOUND',
] as const satisfies readonly RefusalCode[];

export type Input<R extends Route> = z.output<R['input']>;
export type Output<R extends Route> = z.output<R['output']>;
export type Answer<R extends Route> = z.input<R['output']> | Refusal<R['refusals'][number]>;

/** A command changes something and carries an Idempotency-Key; a GET never does. */
export const isCommand = (route: Route): boolean => route.method !== 'GET';
/** `GET /councils/{communityId}/proposals`, the route key of API Gateway and the key of every table of routes. */
export const routeKey = (route: Route): string => `${route.method} ${route.path}`;
