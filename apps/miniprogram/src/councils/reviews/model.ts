import type { Review } from '@gongzhi/shared/councils/model';

export const KIND_WORDS = { proposal: '提案', point: '意见', reply: '回复' } as const satisfies Record<
  Review['kind'],
  string
>;

/** Reasons a worker picks with one tap; another may be typed. */
export const REASONS = [
  '涉及他人隐私，请去掉姓名、电话或门牌后重新提交',
  '内容与本社区事务无关',
  '含有攻击他人的话，请修改后重新提交',
] as const;
