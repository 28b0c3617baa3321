import type { Case } from '@gongzhi/shared/hours/case-model';

/** What the two answers to a case are called, and what each does. */
export const ANSWERS = {
  question: [
    { verdict: 'accept', label: '保留这段时长', done: '已保留。' },
    { verdict: 'decline', label: '撤回这段时长', done: '已撤回，几秒后更新。' },
  ],
  correction: [
    { verdict: 'accept', label: '同意更正', done: '已同意，几秒后更新。' },
    { verdict: 'decline', label: '不同意', done: '已答复。' },
  ],
  honorary: [
    { verdict: 'accept', label: '批准补记', done: '已批准，几秒后更新。' },
    { verdict: 'decline', label: '不批准', done: '已答复。' },
  ],
} as const satisfies Record<Case['kind'], readonly { verdict: 'accept' | 'decline'; label: string; done: string }[]>;
export type Answer = (typeof ANSWERS)[Case['kind']][number];

/** Why the reader cannot answer; nothing when the answers are shown. Whether somebody organises is for the handler to say. */
export const hinderedBy = (
  one: Pick<Case, 'state' | 'volunteerId' | 'raisedById'>,
  personId: string | undefined,
): string | undefined => {
  if (one.state !== 'open') return '已经答复，不能再改。';
  if (one.volunteerId === personId) return '这是您自己的时长，请等组织者或社区答复。';
  return one.raisedById === personId ? '这是您提出的，要由另一个人来批准。' : undefined;
};
