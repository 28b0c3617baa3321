import type { InviteCode } from '@gongzhi/shared/directory/model';
import type * as z from 'zod/mini';

/** The three ways into a household. */
export const WAYS = [
  { value: 'phone', label: '用手机号核对', note: '手机号登记在住户名册里' },
  { value: 'invite', label: '用邀请码', note: '社区发的纸条上有' },
  { value: 'ask', label: '请社区确认', note: '前两种都没有时' },
] as const;
export type Way = (typeof WAYS)[number]['value'];

/** A code as the paper shows it, in two groups of five; lower case, spaces and a pasted link are forgiven. */
export const codeOf = (typed: string): z.infer<typeof InviteCode> => {
  const fromLink = /[?&]code=([^&#]+)/.exec(typed)?.[1] ?? typed;
  const plain = fromLink
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .slice(0, 10);
  return plain.length > 5 ? `${plain.slice(0, 5)}-${plain.slice(5)}` : plain;
};

/** The community a scanned invite belongs to, when the code came as a link. */
export const communityOf = (scanned: string): string | undefined => /[?&]communityId=(\d{12})/.exec(scanned)?.[1];
