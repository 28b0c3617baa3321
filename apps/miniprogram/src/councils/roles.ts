import type { Role } from '@gongzhi/shared/kernel/contract';
import { useDidShow } from '@tarojs/taro';
import { refreshStanding, usePresence } from '../kernel/standing';

/** What the reader may be in this community, asked again whenever the page is shown; empty for a visitor. */
export const useRoles = (communityId: string): readonly Role[] => {
  useDidShow(() => void refreshStanding());
  return usePresence().belongings.value?.find(({ scope }) => scope === communityId)?.roles ?? [];
};
