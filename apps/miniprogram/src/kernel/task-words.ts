import type { Owner } from '@gongzhi/shared/kernel/task';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { ROLE_WORDS } from './standing-core';

/** How far a task is, in words, and how its tag looks. */
export const TASK_STATES = {
  notStarted: ['未开始', 'plain'],
  doing: ['进行中', 'active'],
  blocked: ['遇到困难', 'waiting'],
  done: ['已完成，待验收', 'waiting'],
  sentBack: ['退回重办', 'danger'],
  accepted: ['已验收', 'active'],
} as const;

/** Who does it, with the office they do it in or where it was handed in. */
export const ownerWords = ({ kind, name, role, reference }: Owner): string =>
  kind === 'member'
    ? `${name}${role ? `（${ROLE_WORDS[role]}）` : ''}`
    : `${name}${reference ? `（交办编号 ${reference}）` : ''}`;

/** A last day in words: the instant at which it ends is the midnight after it. */
export const dayWords = (dueAt: string): string => {
  const last = new Date(Date.parse(dueAt) - 1);
  const words = timeInWords(last);
  return words.slice(0, words.indexOf('）') + 1);
};
