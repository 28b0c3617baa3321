import type { EventBridgeEvent } from 'aws-lambda';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { scorecards } from '@gongzhi/shared/scorecards/contract';
import type { Facts, Figure, Result } from '@gongzhi/shared/scorecards/measure';
import type { DutyItem, Indicator } from '@gongzhi/shared/scorecards/model';
import { createCursors } from '../kernel/cursor';
import { stageSlice } from '../kernel/test-stage';
import { scorecardsHandler } from './index';
import { onEvents } from './on-events';
import { createRepo } from './repo';

/** Tables this slice touches. */
export const TABLES = ['identity', 'directory', 'ledger', 'scorecards'];

const duty = (itemId: string, title: string): DutyItem => ({
  ...{ itemId, title, source: '社区依法履职事项清单', sourceDate: '2025-06-30' },
});
export const DUTIES = [duty('1.1', '组织居民议事协商'), duty('1.2', '办理公共服务事项'), duty('2.1', '公开居务')];

export const of = (n: number, weight: number, more: Partial<Indicator> = {}): Indicator => ({
  indicatorId: `i${n}`,
  title: `指标${n}`,
  source: 'satisfaction.quarter',
  dutyItemId: '1.1',
  weight,
  reason: '居民满意是标准',
  ...more,
});
/** A scheme that may stand, of every source there is. */
export const SCHEME = [
  of(1, 400),
  of(2, 100, { source: 'satisfaction.question', dutyItemId: '1.2' }),
  of(3, 100, { source: 'satisfaction.service', service: 'activity' }),
  of(4, 150, { source: 'followUps.onTime' }),
  of(5, 150, { source: 'tasks.onTime', dutyItemId: '1.2' }),
  of(6, 100, { source: 'ledger.completeness', dutyItemId: '2.1' }),
];

export const figure = (satisfied: number, answered: number, spread = 400): Figure => {
  const point = Math.round((satisfied * 10_000) / answered);
  const rate = { point, low: Math.max(0, point - spread), high: Math.min(10_000, point + spread) };
  return { shown: true, answered, satisfied, rate };
};
export const FEW: Figure = { shown: false, why: 'few' };

const QUARTER_ROUND: Result = {
  roundId: '01KB0000000000000000000001',
  about: { kind: 'quarter', quarter: '2026Q4' },
  overall: figure(240, 300),
  questions: [{ dutyItemId: '1.2', figure: figure(270, 300) }],
  confidence: 'high',
  openedAt: '2026-12-20T02:00:00.000Z',
  closedAt: '2027-01-10T02:00:00.000Z',
};
const serviceRound = (n: number, overall: Figure, closedAt = '2026-12-10T02:00:00.000Z'): Result => ({
  roundId: `01KB000000000000000000001${n}`,
  about: { kind: 'event', service: 'activity' },
  overall,
  questions: [],
  confidence: n === 1 ? 'lowered' : 'high',
  openedAt: `2026-10-0${n}T02:00:00.000Z`,
  closedAt,
});
/** A scheme of the volunteers’ activities that may stand. */
export const OF_ACTIVITIES = [
  of(1, 700, { source: 'satisfaction.service', service: 'activity' }),
  of(2, 300, { source: 'followUps.onTime' }),
];

/** What residents said in the last quarter of 2026. */
export const ROUNDS = [
  QUARTER_ROUND,
  serviceRound(1, figure(18, 20)),
  serviceRound(2, figure(27, 30)),
  serviceRound(3, FEW),
];

/** A street with its supervisor on a running engine; what residents said is set. For tests. */
export const stageScorecards = (endpoint: string, through?: (client: DynamoDBDocumentClient) => void) => {
  const said: { results: Facts['results']; followUps: Facts['followUps'] } = {
    results: ROUNDS,
    followUps: { due: 12, onTime: 9 },
  };
  const alarms: unknown[] = [];
  const asked: string[][] = [];
  const askedFollowUps: unknown[][] = [];
  const stage = stageSlice({
    endpoint,
    slice: 'scorecards',
    contract: scorecards,
    through,
    doorOf: ({ base, client, cursors }) =>
      scorecardsHandler({
        ...base,
        repo: createRepo(client, 'scorecards', cursors),
        satisfaction: {
          results: async (...range) => {
            asked.push(range);
            return said.results.filter(({ closedAt }) => closedAt >= range[1] && closedAt < range[2]);
          },
          followUps: async (_communityId, ...range) => {
            askedFollowUps.push(range);
            return said.followUps;
          },
        },
        raiseAlarm: (difference) => alarms.push(difference),
      }),
  });
  const repo = createRepo(stage.client, 'scorecards', createCursors('pepper'));
  /** Something another slice tells of. */
  const bring = (type: string, subject: string, data: object, at = stage.world.now.toISOString()) =>
    onEvents({ repo })({
      detail: { id: stage.id(), scope: stage.communityId, type, subject, at, data },
    } as unknown as EventBridgeEvent<string, unknown>);
  const setUp = async (supervisor: string) => {
    await stage.call('setDuties', { items: DUTIES }, { as: supervisor });
    await stage.call('setScheme', { indicators: SCHEME }, { as: supervisor });
  };
  /** The day on which the last quarter of 2026 may be reckoned. */
  const later = () => (stage.world.now = new Date('2027-02-01T02:00:00.000Z'));
  return { ...stage, repo, bring, setUp, later, alarms, asked, askedFollowUps, residents: said };
};
export type Staged = ReturnType<typeof stageScorecards>;
