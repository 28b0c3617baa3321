import { dateInWords } from '@gongzhi/shared/kernel/time';
import { THINGS, type Need, type NeedKind, type ResourceKind } from '@gongzhi/shared/projects/model';
import type { NominationState, Post } from '@gongzhi/shared/projects/post';
import type { Project } from '@gongzhi/shared/projects/project';

export type Tone = 'plain' | 'active' | 'waiting' | 'danger';
type Tagged = readonly [string, Tone];

export const NEED_STATES: Readonly<Record<Need['state'], Tagged>> = {
  waiting: ['等社区看过', 'waiting'],
  open: ['等认领', 'waiting'],
  taken: ['已立项', 'active'],
  done: ['已解决', 'plain'],
  closed: ['已收回', 'plain'],
  declined: ['没有公布', 'plain'],
};
export const PROJECT_STATES: Readonly<Record<Project['state'], Tagged>> = {
  gathering: ['招募中', 'waiting'],
  underway: ['进行中', 'active'],
  done: ['已完成', 'plain'],
  cancelled: ['已取消', 'plain'],
};
export const NOMINATIONS: Readonly<Record<NominationState, Tagged>> = {
  asked: ['等确认', 'waiting'],
  held: ['我在岗', 'active'],
  declined: ['没有确认', 'plain'],
  given: ['已退出', 'plain'],
};

/** `场地 · 1 间 · 居民提出 · 11月27日（周五）` */
export const needWords = ({ kind, amount, by, at }: Pick<Need, 'kind' | 'amount' | 'by' | 'at'>): string =>
  [THINGS[kind], amount, by === 'community' ? '社区提出' : '居民提出', dateInWords(at)].filter(Boolean).join(' · ');

/** `治安巡逻 · 2 人的岗位，还差 1 人` */
export const postWords = ({
  className,
  slots,
  taken,
  state,
}: Pick<Post, 'className' | 'slots' | 'taken' | 'state'>) => {
  const left = Math.max(0, slots - taken);
  const room = state === 'closed' ? '不再认领' : left === 0 ? '已经满了' : `还差 ${left} 人`;
  return `${className} · ${slots} 人的岗位，${room}`;
};

/** Holders who are not named, as a number. */
export const othersWords = (taken: number, named: number): string | undefined =>
  taken > named ? `另有 ${taken - named} 位党员没有选择公开姓名。` : undefined;

const optionsOf = <K extends NeedKind | ResourceKind>(kinds: readonly K[]) =>
  kinds.map((value) => ({ value, label: THINGS[value] }));
export const NEED_OPTIONS = optionsOf(['place', 'goods', 'skills', 'people'] as const);
export const RESOURCE_OPTIONS = optionsOf(['place', 'goods', 'skills'] as const);
