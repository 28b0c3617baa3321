import type { Consent, Purpose } from '@gongzhi/shared/identity/contract';
import { timeInWords } from '@gongzhi/shared/kernel/time';

export const PURPOSE_WORDS = {
  privacy: '隐私说明',
  phone: '用手机号核对住户',
  party: '党员到社区报到',
} as const satisfies Record<Purpose, string>;
export const WITHDRAW_WORDS = {
  privacy: '撤回后，附议、发言、表决等需要登录的功能都不能用，直到您再次同意。已公开的内容会保留。',
  phone: '撤回后不再用手机号核对住户。已经加入的住户不受影响。',
  party:
    '撤回后，报到立刻结束，支部、单位和社区马上看不到您的报到。已经完成的服务时长仍然保留。以后再同意，算一次新的报到。',
} as const satisfies Record<Purpose, string>;

/** The latest record of each purpose, standing ones first. */
export const latest = (consents: readonly Consent[]): Consent[] => {
  const newest = new Map<Purpose, Consent>();
  for (const one of [...consents].sort((a, b) => (a.grantedAt < b.grantedAt ? -1 : 1))) newest.set(one.purpose, one);
  return [...newest.values()].sort((a, b) => Number(Boolean(a.withdrawnAt)) - Number(Boolean(b.withdrawnAt)));
};

export const standsWords = ({ grantedAt, withdrawnAt, version }: Consent): string =>
  withdrawnAt ? `已于${timeInWords(withdrawnAt)}撤回` : `${timeInWords(grantedAt)}同意（版本 ${version}）`;
