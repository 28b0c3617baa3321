/** A number people go by: ours unless `source` names a rule, and then with whether it was verified in its text. */
interface Sourced<T> {
  value: T;
  source: string;
  sourceDate: string;
  verified: boolean;
}
const ours = <T>(value: T): Sourced<T> => ({
  ...{ value, source: '社区共建办法（可由系统管理单位修改）' },
  ...{ sourceDate: '2026-11-27', verified: true },
});

export const PROJECTS = {
  /** Resources of units a project is made of, at most. */
  mostResources: ours(3),
  /** Neighbours who join a project, at most. */
  mostMembers: ours(200),
  /** Places of a post, at most. */
  mostSlots: ours(20),
  /** Needs on the printed 需求表, the newest first. */
  mostPrinted: ours(100),
} as const;

/**
 * The classes of posts a community begins with. That there are eight, and posts are set by need, self-nominated, confirmed
 * by the community and made public, is reported of 双报到 practice (一单一表一卡); the names of the eight are ours and were
 * not verified in any text. The community changes them (`setPostClasses`).
 */
export const POST_CLASSES: Sourced<readonly string[]> = {
  value: ['政策宣传', '民情收集', '矛盾调解', '治安巡逻', '环境保护', '扶弱帮困', '文体活动', '应急支援'],
  source: '“双报到”工作常见的八类岗位（各地名称不同，社区可以修改）',
  sourceDate: '2026-11-27',
  verified: false,
};
export const MOST_CLASSES = 12;
