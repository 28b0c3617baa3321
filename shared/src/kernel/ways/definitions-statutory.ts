import {
  LEADS,
  MOST,
  carry,
  gather,
  own,
  publicity,
  result,
  review,
  vote,
  type Gate,
  type Procedure,
  type Stage,
} from './definition';

/** Meetings of the party's own organisation are recorded by its secretary, not by whoever works in the community. */
const PARTY: Pick<Gate, 'by' | 'may'> = { by: '党支部书记记录', may: ['branchSecretary'] };
const BOTH: Pick<Gate, 'by' | 'may'> = { by: '党支部书记或社区工作者记录', may: ['branchSecretary', 'worker'] };
const held = (gateId: string, name: string, by: Pick<Gate, 'by' | 'may'>): Gate => ({
  gateId,
  kind: 'recorded',
  name,
  says: '记下会议日期、地点和人数。',
  ...by,
  shares: MOST,
});
const onTheSpot = (gate: Gate, says: string): Stage => ({ stageId: gate.gateId, name: gate.name, says, gates: [gate] });
const called = (number: Gate['number'], by: string): Stage => ({
  stageId: 'notice',
  name: '通知',
  says: '提前通知，写明时间、方式和要决定的事。',
  gates: [
    {
      gateId: 'notice',
      kind: 'notice',
      name: '会议通知',
      says: '发布通知，期限从第二天算起。',
      by,
      may: LEADS.may,
      ...(number ? { number } : {}),
    },
  ],
});

const RESIDENTS = {
  force: 'statutory',
  source:
    '《城市居民委员会组织法》（2025年修订，2026年1月1日起施行）居民会议、居民代表会议的规定；条文尚待核对，期限和比例由社区居民会议确定',
  sourceDate: '2026-01-01',
  verified: false,
} as const;
const resident = [called(own('calendar', 7), '居民委员会决定，社区工作者或召集人发布'), publicity(3)] as const;
const after = [result(3), carry, review] as const;

/** What a law gives a form. Unverified numbers are the community's to set; verified floors are not. */
export const STATUTORY: readonly Procedure[] = [
  {
    procedureId: 'four-and-two-2026-1',
    name: '四议两公开',
    force: 'statutory',
    purpose: '重大事项由党组织提议，一步一步议到居民决定，决议和结果都公开。',
    ruleIds: ['delegates-2026-1', 'residents-household-2026-1', 'residents-person-2026-1'],
    source: '《中国共产党农村基层组织工作条例》第十九条；城市社区参照执行，具体比例由社区规定',
    sourceDate: '2018-12-28',
    verified: false,
    stages: [
      onTheSpot(held('propose', '党组织提议', PARTY), '社区党组织提出初步意见。'),
      onTheSpot(held('consult', '两委会商议', BOTH), '党组织和居民委员会共同商议。'),
      onTheSpot(held('deliberate', '党员大会审议', PARTY), '党员大会讨论，形成审议意见。'),
      vote('居民会议或居民代表会议决议。'),
      { ...result(7), name: '决议公开' },
      carry,
      {
        stageId: 'open-result',
        name: '实施结果公开',
        says: '把办成了什么公开，谁都可以看，可以提异议。',
        gates: publicity(3, '实施结果公开').gates,
      },
    ],
  },
  {
    ...RESIDENTS,
    procedureId: 'residents-meeting-2026-1',
    entitled: 'resident',
    name: '居民会议',
    purpose: '涉及全体居民利益的重要事项。',
    ruleIds: ['residents-household-2026-1', 'residents-person-2026-1'],
    stages: [gather, ...resident, vote('每户或者每人一票，按居民会议的比例计票。'), ...after],
  },
  {
    ...RESIDENTS,
    procedureId: 'delegates-meeting-2026-1',
    entitled: 'councilMember',
    name: '居民代表会议',
    purpose: '居民会议授权居民代表决定的事。',
    ruleIds: ['delegates-2026-1'],
    stages: [gather, ...resident, vote('居民代表每人一票。'), ...after],
  },
  {
    procedureId: 'owners-2021-1',
    entitled: 'owner',
    name: '业主大会',
    force: 'statutory',
    purpose: '业主共同决定的事：小区公共部分、维修资金、物业服务。',
    ruleIds: ['owners-ordinary-2021-1', 'owners-grave-2021-1'],
    source: '《中华人民共和国民法典》第二百七十八条；《物业管理条例》第十四条',
    sourceDate: '2021-01-01',
    verified: true,
    stages: [
      gather,
      called(
        {
          unit: 'calendar',
          value: 15,
          floor: 15,
          source: '《物业管理条例》第十四条：会议召开十五日以前通知全体业主，并告知居民委员会',
          sourceDate: '2018-03-19',
          verified: true,
        },
        '业主委员会决定（没有的由居民委员会协助），社区工作者或召集人发布',
      ),
      vote('面积和人数都要过关，可以书面委托。'),
      ...after,
    ],
  },
];
