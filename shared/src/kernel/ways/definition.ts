import type { Role } from '@gongzhi/shared/kernel/contract';
import type { Share } from '@gongzhi/shared/kernel/shares';
import type { GateKind, Unit } from './shapes';

/** A number of a gate that a community may set for itself, with where it comes from. */
export interface GateNumber {
  unit: Unit;
  value: number;
  /** No community may go below it: a law says so. */
  floor?: number;
  source: string;
  sourceDate: string;
  /** False while the text it comes from could not be checked. */
  verified: boolean;
}
export interface Gate {
  gateId: string;
  kind: GateKind;
  name: string;
  says: string;
  /** Who brings it about, in words. */
  by: string;
  /** Whose act it is: a holder of one of these roles does it, takes it back or answers in it. None: it comes of what many do, or of itself. */
  may: readonly Role[];
  number?: GateNumber;
  /** Of `heard`: the kinds of meeting that count. */
  meetings?: readonly string[];
  /** Of a step on the spot: shares of those entitled that must be there, and of those there that must agree. */
  shares?: { present: Share; agree: Share };
}
/** Its gates are passed one after another; the next stage begins when the last is. */
export interface Stage {
  stageId: string;
  name: string;
  says: string;
  gates: readonly Gate[];
}
/** A procedure, versioned by its id: a changed procedure is a new id, and matters keep the one they began under. */
export interface Procedure {
  procedureId: string;
  name: string;
  force: 'statutory' | 'council' | 'advisory';
  /** Who must be notified and told of what is publicised, whether or not they follow the matter: those the law entitles to decide. */
  entitled?: Role;
  /** When to take it. */
  purpose: string;
  /** The rule sets of a vote in it (votes/rule-sets); none: nothing is voted on. */
  ruleIds: readonly string[];
  source: string;
  sourceDate: string;
  verified: boolean;
  stages: readonly Stage[];
}

const OWN = { source: '社区议事规则（可由社区修改）', sourceDate: '2026-11-26', verified: true } as const;
/** A number of the community's own: no law fixes it. */
export const own = (unit: Unit, value: number): GateNumber => ({ unit, value, ...OWN });

/** Who leads a matter where the procedure names nobody else. */
export const LEADS = { by: '社区工作者或召集人', may: ['worker', 'chair'] } as const;
export const NOBODY = [] as const;

const OVER_HALF: Share = { num: 1, den: 2, strict: true };
export const MOST: { present: Share; agree: Share } = { present: OVER_HALF, agree: OVER_HALF };

export const gather: Stage = {
  stageId: 'gather',
  name: '征集',
  says: '居民提出提案，邻居附议。',
  gates: [
    { gateId: 'supporters', kind: 'supporters', name: '附议', says: '附议够数，列入议程。', by: '居民', may: NOBODY },
  ],
};
export const publicity = (days: number, name = '公示'): Stage => ({
  stageId: 'publicity',
  name,
  says: '把要表决的内容公开，谁都可以看，可以提异议。',
  gates: [
    {
      gateId: 'publicity',
      kind: 'publicity',
      name,
      says: '发布公示内容，公示期从第二天算起。',
      ...LEADS,
      number: own('working', days),
    },
    {
      gateId: 'objections',
      kind: 'objections',
      name: '答复异议',
      says: '每一条异议都要答复。',
      ...LEADS,
    },
  ],
});
export const vote = (says: string): Stage => ({
  stageId: 'vote',
  name: '表决',
  says,
  gates: [
    {
      gateId: 'vote',
      kind: 'vote',
      name: '表决',
      says: '发起表决，到期计票。',
      by: '召集人发起，名册上的人投票',
      may: ['chair'],
    },
  ],
});
export const result = (days: number): Stage => ({
  stageId: 'result',
  name: '结果公示',
  says: '结果计出后立即公开，公开满期后进入执行。',
  gates: [
    {
      gateId: 'result',
      kind: 'days',
      name: '结果公示',
      says: '结果公开后满期。',
      by: '系统自动公开',
      may: NOBODY,
      number: own('working', days),
    },
  ],
});
export const carry: Stage = {
  stageId: 'carry',
  name: '执行',
  says: '决议分成任务，写明谁办、何时办，办完由提案人和附议人验收。',
  gates: [
    {
      gateId: 'completed',
      kind: 'completed',
      name: '执行完成',
      says: '全部任务验收。',
      by: '任务负责人，提案人和附议人',
      may: NOBODY,
    },
  ],
};
export const review: Stage = {
  stageId: 'review',
  name: '评议',
  says: '过一段时间，请大家说有没有帮助。',
  gates: [
    {
      gateId: 'reviewed',
      kind: 'reviewed',
      name: '评议',
      says: '评议到期，结果公开。',
      by: '提案人和附议人',
      may: NOBODY,
    },
  ],
};
