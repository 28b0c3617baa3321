import type { Draft } from '@gongzhi/shared/announcements/model';
import type { Role } from '@gongzhi/shared/kernel/contract';

export type Action = 'approve' | 'send-back' | 'take-back' | 'preview' | 'correct' | 'withdraw' | 'calls' | 'progress';
export interface Offered {
  action: Action;
  label: string;
  danger?: true;
}
const APPROVE: readonly Offered[] = [
  { action: 'approve', label: '同意发布' },
  { action: 'send-back', label: '退回修改' },
];
const TAKE_BACK: Offered = { action: 'take-back', label: '拿回来改' };
const PROGRESS: Offered = { action: 'progress', label: '看发到了多少人' };
const OUT: readonly Offered[] = [
  { action: 'calls', label: '还要联系的住户' },
  { action: 'correct', label: '更正' },
  { action: 'withdraw', label: '撤回', danger: true },
];

const whileOut = ({ proposed }: Draft, writes: boolean): Offered[] => [
  ...(proposed && !proposed.mine
    ? APPROVE.map((one) => (one.action === 'approve' ? { ...one, label: '同意更正' } : one))
    : []),
  PROGRESS,
  ...(writes ? OUT : []),
];
const whileWaiting = ({ mine }: Draft, writes: boolean): Offered[] => [
  ...(mine ? [] : APPROVE),
  ...(writes ? [TAKE_BACK] : []),
];

/** What may be done with it now, the first the one action of the page. */
export const actionsOf = (draft: Draft, roles: readonly Role[]): Offered[] => {
  const writes = roles.includes('worker');
  if (draft.state === 'published') return whileOut(draft, writes);
  if (draft.state === 'waiting') return whileWaiting(draft, writes);
  if (draft.state === 'scheduled') return writes ? [TAKE_BACK] : [];
  return draft.state !== 'withdrawn' && draft.mine ? [{ action: 'preview', label: '看效果，再发布' }] : [];
};
