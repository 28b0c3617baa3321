import { COUNCIL } from '@gongzhi/shared/kernel/ways/definitions-council';
import type { AffairKind } from '@gongzhi/shared/kernel/ways/shapes';

export interface Affair {
  name: string;
  /** What belongs to it. */
  says: string;
  examples: string;
  rights: string;
  duties: string;
  decides: string;
  /** Procedures that fit, the usual one first. */
  procedureIds: readonly [string, ...string[]];
}

/** The five kinds of a community's affairs, so that each goes the way that fits it and nobody does what is another's. */
export const AFFAIRS: Readonly<Record<AffairKind, Affair>> = {
  selfGoverned: {
    name: '自治事务',
    says: '居民自己的事，由居民自己商量、自己决定、自己管。',
    examples: '楼道公约、文明养犬约定、公共晾晒、活动室怎么用',
    rights: '提议、讨论、表决、监督。',
    duties: '遵守一起定下的约定。',
    decides: '居民会议、居民代表会议或社区议事会',
    procedureIds: [COUNCIL.procedureId, 'residents-meeting-2026-1', 'delegates-meeting-2026-1'],
  },
  selfHelp: {
    name: '自助事务',
    says: '自家或者一栋楼自己能办的事，社区只帮着牵线。',
    examples: '自家门前清理、同楼合用工具、业主共有部分的维修',
    rights: '自己决定怎么办，需要时请社区协助。',
    duties: '自己出力、自己承担费用，不妨碍邻居。',
    decides: '有关的几户；涉及共有部分的，由业主共同决定',
    procedureIds: ['coordination-2026-1', 'owners-2021-1', COUNCIL.procedureId],
  },
  mutualHelp: {
    name: '互助事务',
    says: '邻居之间互相帮忙的事，自愿参加，不强派。',
    examples: '照看老人、接送孩子、助餐、结对帮扶',
    rights: '自愿参加、随时退出，服务有记录。',
    duties: '说到做到，保护被帮助人的隐私。',
    decides: '参加的人和志愿服务组织',
    procedureIds: ['coordination-2026-1', 'poll-2026-1'],
  },
  joint: {
    name: '共同事务',
    says: '居民、社区、物业、辖区单位一起才能办成的事。',
    examples: '停车、加装电梯、飞线充电、噪声和油烟',
    rights: '各方都有发言和知情的权利。',
    duties: '各方按达成的办法出力、出钱、出地方。',
    decides: '各方协商；涉及业主共有部分的，按民法典由业主共同决定',
    procedureIds: [COUNCIL.procedureId, 'hearing-2026-1', 'coordination-2026-1', 'owners-2021-1'],
  },
  public: {
    name: '公共事务',
    says: '法律规定由政府部门负责的事，社区反映情况、协助落实，不代替部门。',
    examples: '道路、消防、食品安全、社会救助、违法建设',
    rights: '反映问题、要求答复、评议结果。',
    duties: '如实反映，配合依法开展的工作。',
    decides: '有关政府部门；社区用听证会、评议会听取和反映意见',
    procedureIds: ['hearing-2026-1', 'appraisal-2026-1', 'four-and-two-2026-1', 'poll-2026-1'],
  },
};
