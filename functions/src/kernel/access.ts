import type { Route } from '@gongzhi/shared/kernel/contract';
import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import type { Caller, Callers } from './caller';
import type { VerifyToken } from './tokens';

interface Asking {
  token: string | undefined;
  scope: string | undefined;
  now: Date;
}

/** Whether the contract lets this caller in; ownership is the handler's to check. */
export const mayEnter = (route: Route, caller: Caller): Refusal<'CONSENT_NEEDED' | 'NOT_ELIGIBLE'> | undefined => {
  if (route.access === 'public') return undefined;
  if (Array.isArray(route.access) && !route.access.some((role) => caller.roles.includes(role)))
    return refuse('NOT_ELIGIBLE');
  if (route.consent !== false && !caller.consents.includes('privacy')) return refuse('CONSENT_NEEDED');
  return undefined;
};

/** The caller of a route: undefined for nobody on a public one. A token that is wrong in any way is refused even there, so that a client notices and refreshes. */
export const admit = async (
  route: Route,
  asking: Asking,
  { callers, verify }: { callers: Callers; verify: VerifyToken },
): Promise<Caller | undefined | Refusal<'NOT_SIGNED_IN' | 'SESSION_ENDED' | 'CONSENT_NEEDED' | 'NOT_ELIGIBLE'>> => {
  if (!asking.token) return route.access === 'public' ? undefined : refuse('NOT_SIGNED_IN');
  const claims = await verify(asking.token, asking.now);
  if (!claims) return refuse('NOT_SIGNED_IN');
  const caller = await callers.read(claims, asking.scope, route.access);
  return caller === 'ended' ? refuse('SESSION_ENDED') : (mayEnter(route, caller) ?? caller);
};
