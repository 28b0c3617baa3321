import type { Role } from '@gongzhi/shared/kernel/contract';
import { usePresence } from './standing';

/** What the reader may be in this community; empty for a visitor. */
export const useRolesIn = (communityId: string): readonly Role[] =>
  usePresence().belongings.value?.find(({ scope }) => scope === communityId)?.roles ?? [];

export const isStaff = (roles: readonly Role[]): boolean => roles.includes('worker') || roles.includes('chair');
