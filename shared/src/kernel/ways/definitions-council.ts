import { LEADS, carry, gather, own, publicity, result, review, vote, type Procedure, type Stage } from './definition';

/** `meetings`: the kinds of meeting that count (meetings/model `Kind`). */
const heard = (name: string, says: string, meetings: readonly string[]): Stage => ({
  stageId: 'discuss',
  name,
  says,
  gates: [
    {
      gateId: 'heard',
      kind: 'heard',
      name: `${name}会议`,
      says: '列入会议议程，到会人数够数，逐项审议。',
      by: '召集人或社区工作者召集',
      may: LEADS.may,
      number: own('asked', 1),
      meetings,
    },
  ],
});
const invitation = (days: number): Stage => ({
  stageId: 'notice',
  name: '通知',
  says: '提前告诉大家时间、地点和要谈的事。',
  gates: [
    {
      gateId: 'notice',
      kind: 'notice',
      name: '会议通知',
      says: '发布通知，期限从第二天算起。',
      ...LEADS,
      number: own('calendar', days),
    },
  ],
});

/** The community council's way, and what residents talk over without voting. Practice: 上海市居民委员会工作条例 (三会制度). */
export const COUNCIL: Procedure = {
  procedureId: 'community-council-2026-1',
  name: '社区议事会',
  force: 'council',
  purpose: '社区里大家的事：先谈拢，再表决，再落实。',
  ruleIds: ['council-household-2026-1'],
  source: '社区议事规则；《关于加强城乡社区协商的意见》（2015年）的协商程序',
  sourceDate: '2015-07-22',
  verified: false,
  stages: [
    gather,
    heard('协商', '在议事会上把各方意见谈透。', ['council', 'residents', 'delegates']),
    publicity(3),
    vote('一户一票，按社区议事规则计票。'),
    result(3),
    carry,
    review,
  ],
};

const THREE_MEETINGS = {
  force: 'council',
  ruleIds: [],
  source: '《上海市居民委员会工作条例》听证会、协调会、评议会制度',
  sourceDate: '2017-06-01',
  verified: false,
} as const;

/** Of a poll nothing says that it is a vote. */
const ask: Stage = {
  stageId: 'vote',
  name: '征询',
  says: '征询意见，只公布数字。',
  gates: [
    {
      gateId: 'vote',
      kind: 'vote',
      name: '意见征询',
      says: '发起意见征询，到期公布数字。',
      by: '召集人发起，名册上的人回答',
      may: ['chair'],
    },
  ],
};

export const DELIBERATIONS: readonly Procedure[] = [
  {
    ...THREE_MEETINGS,
    procedureId: 'hearing-2026-1',
    name: '听证会',
    purpose: '做决定之前，听受影响的居民怎么说。',
    stages: [
      gather,
      invitation(3),
      heard('听证', '受影响的居民逐一发言，记入纪要。', ['hearing']),
      publicity(3, '结论公示'),
    ],
  },
  {
    ...THREE_MEETINGS,
    procedureId: 'coordination-2026-1',
    name: '协调会',
    purpose: '邻里之间、居民和单位之间有分歧，坐下来商量。',
    stages: [
      gather,
      heard('协调', '各方当面说清各自的要求。', ['coordination']),
      {
        stageId: 'agreement',
        name: '达成协议',
        says: '写下各方同意的办法。',
        gates: [
          {
            gateId: 'agreement',
            kind: 'recorded',
            name: '各方协议',
            says: '记下日期、地点、到场各方和同意的各方。',
            by: '社区工作者',
            may: ['worker'],
            // an agreement binds those who agree: every party there
            shares: { present: { num: 1, den: 1, strict: false }, agree: { num: 1, den: 1, strict: false } },
          },
        ],
      },
    ],
  },
  {
    ...THREE_MEETINGS,
    procedureId: 'appraisal-2026-1',
    name: '评议会',
    purpose: '事情办完，或者一年到头，请居民评一评。',
    stages: [
      gather,
      invitation(3),
      heard('评议', '汇报办了什么，居民逐项评议。', ['review']),
      publicity(3, '评议结果公示'),
    ],
  },
  {
    procedureId: 'poll-2026-1',
    name: '意见征询',
    force: 'advisory',
    purpose: '只问大家怎么想，没有决议效力。',
    ruleIds: ['poll-household-2026-1', 'poll-person-2026-1'],
    source: '社区意见征询，不是法定表决，没有决议效力',
    sourceDate: '2026-11-23',
    verified: true,
    stages: [gather, ask],
  },
];
