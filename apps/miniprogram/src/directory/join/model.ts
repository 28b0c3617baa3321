import type { JoinRequest } from '@gongzhi/shared/directory/model';

/** The three ways into a household, and the one for owners, who may live elsewhere. */
export const WAYS = [
  { value: 'phone', label: '用手机号核对', note: '手机号登记在住户名册里' },
  { value: 'invite', label: '用邀请码', note: '社区发的纸条上有' },
  { value: 'ask', label: '请社区确认', note: '前两种都没有时' },
  { value: 'owner', label: '我是业主', note: '不住在这里也可以' },
] as const;
export type Way = (typeof WAYS)[number]['value'];
/** The way to begin with: the one asked for, or the one an invite means. */
export const wayFrom = (asked: string | undefined, code: string): Way =>
  WAYS.find(({ value }) => value === asked)?.value ?? (code ? 'invite' : 'phone');

type Asked = Pick<JoinRequest, 'as' | 'household' | 'state' | 'reason'>;
/** How a request stands, as its asker reads it. */
export const askedWords = ({ as, household: { building, unit, room }, state, reason }: Asked): string => {
  const what = as === 'owner' ? `确认为${building}${unit}${room}的业主` : `加入${building}${unit}${room}`;
  return state === 'waiting'
    ? `您申请${what}，社区工作者正在核对。结果会出现在这里。`
    : `理由：${reason ?? '未写明'}。可以核对后再申请，或到社区服务站办理。`;
};

/** The community a scanned invite belongs to, when the code came as a link. */
export const communityOf = (scanned: string): string | undefined => /[?&]communityId=(\d{12})/.exec(scanned)?.[1];
