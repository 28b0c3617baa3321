import type { Role } from '@gongzhi/shared/kernel/contract';
import { CALLERS } from '@gongzhi/shared/meetings/contract-calling';
import { usePresence } from '../kernel/standing';

/** What the reader may be in this community; empty for a visitor. */
export const useRoles = (communityId: string): readonly Role[] =>
  usePresence().belongings.value?.find(({ scope }) => scope === communityId)?.roles ?? [];

/** Whether somebody may call and lead meetings. */
export const leads = (roles: readonly Role[]): boolean => CALLERS.some((role) => roles.includes(role));
