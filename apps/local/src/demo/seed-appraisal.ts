import { DAY } from '@gongzhi/shared/kernel/time';
import { dayAfter, dayInChina } from '@gongzhi/shared/kernel/working-days';
import type { DutyItem, Indicator } from '@gongzhi/shared/scorecards/model';
import { cardsByThemselves, spanOf } from '@gongzhi/shared/scorecards/quarters';
import { api, type Actor } from './api';
import { goTo, until, type Clock } from './demo-clock';
import { DEMO } from './people';
import { settledRounds, type Day, type SurveyCast } from './seed-survey';

const { resolutions, satisfaction, scorecards } = api;
const { communityId, streetId } = DEMO;
/** Ten in the morning in China: nobody is told at night. */
const TEN = (10 * DAY) / 24;

const duty = (itemId: string, title: string): DutyItem => ({
  ...{ itemId, title, source: '社区依法履职事项清单（演示）', sourceDate: '2025-06-30' },
});
const DUTIES = [
  ...[duty('1.1', '组织居民议事协商'), duty('1.2', '维护小区环境卫生'), duty('1.3', '公开居务')],
  ...[duty('2.1', '为老年人、残疾人服务'), duty('2.2', '组织志愿服务')],
];
const of = (n: number, more: Omit<Indicator, 'indicatorId'>): Indicator => ({ indicatorId: `i${n}`, ...more });
/** What the volunteers' activities are appraised by, on a card of their own. */
const ACTIVITIES = [
  of(1, {
    title: '来过的人满意',
    source: 'satisfaction.service',
    service: 'activity',
    dutyItemId: '2.2',
    weight: 700,
    reason: '来过的人说好才算好',
  }),
  of(2, { title: '差评按时办', source: 'followUps.onTime', dutyItemId: '2.2', weight: 300, reason: '不满意要有回音' }),
];

const SCHEME = [
  of(1, {
    title: '居民满意度',
    source: 'satisfaction.quarter',
    dutyItemId: '1.1',
    weight: 400,
    reason: '做得好不好，居民说了算',
  }),
  of(2, { title: '环境卫生', source: 'satisfaction.question', dutyItemId: '1.2', weight: 150, reason: '居民问得最多' }),
  of(3, {
    title: '社区活动',
    source: 'satisfaction.service',
    service: 'activity',
    dutyItemId: '2.2',
    weight: 100,
    reason: '来过的人说好才算好',
  }),
  of(4, { title: '差评按时办', source: 'followUps.onTime', dutyItemId: '1.2', weight: 150, reason: '不满意要有回音' }),
  of(5, { title: '答应的事按时办', source: 'tasks.onTime', dutyItemId: '1.1', weight: 150, reason: '说了就要做' }),
  of(6, {
    title: '议定的事有人办',
    source: 'ledger.completeness',
    dutyItemId: '1.1',
    weight: 50,
    reason: '只看有没有分派',
  }),
];

const [LIGHTS, MONTHLY] = ['楼道灯换成感应灯', '每月贴一次办事进展'];
const inDays = (days: number) => ({ date: dayAfter(dayInChina(new Date()), days) });
/** What was heard and what is done about it: one is done and accepted, one under way, one in other hands. */
const answerResult = async ({ worker, organiser, neighbours }: SurveyCast, roundId: string, day: Day) => {
  const at = { communityId, proposalId: roundId };
  await day(20, async () => {
    await worker.act(satisfaction.publishAnswer, {
      ...{ communityId, roundId, after: 0 },
      heard: [
        { words: '多数邻居对社区工作满意，希望办事的进展能主动告诉大家。', about: 'overall' },
        { words: '楼道灯坏了没人管，垃圾房夏天味道大。', about: 'q1' },
      ],
      doing: [
        {
          title: LIGHTS,
          what: '查一遍坏灯，三栋楼分两批换完。',
          owner: { outside: '小营巷物业公司' },
          due: { workingDays: 10 },
          listRef: 'assist',
        },
        {
          title: MONTHLY,
          what: '在公告栏和本页公布每件事办到哪一步。',
          owner: { personId: organiser.personId },
          due: inDays(20),
          listRef: 'duty',
        },
        {
          title: '垃圾房装除味设备',
          what: '请街道城管办安排，社区协助。',
          owner: { outside: '街道城管办', reference: '2026-107' },
          due: inDays(40),
          listRef: 'assist',
        },
      ],
    });
    await until(async () => (await standing(worker, roundId)).length === 3);
  });
  const stand = await standing(worker, roundId);
  const [lights = '', monthly = ''] = [LIGHTS, MONTHLY].map(
    (title) => stand.find((task) => task.title === title)?.taskId,
  );
  await day(26, async () => {
    await worker.act(resolutions.progressTask, {
      ...at,
      taskId: lights,
      state: 'done',
      note: '十八盏都换好了。',
    });
    for (const one of neighbours.slice(0, 2))
      await one.act(resolutions.answerResult, { ...at, taskId: lights, verdict: 'accept' });
  });
  await day(28);
  return monthly;
};
/** Tasks of what was promised, in no order. */
const standing = async (worker: Actor, proposalId: string) => {
  const { items } = await worker.act(resolutions.listResolutions, { communityId });
  if (!items.some((head) => head.proposalId === proposalId)) return [];
  const { items: tasks } = await worker.act(resolutions.readResolution, { communityId, proposalId });
  return tasks;
};

/** What happened since: a promise is under way, the answer was corrected, one is not content, the card is made, and this quarter's round is open. */
const since = async (
  { supervisor, worker, organiser }: SurveyCast,
  quarter: string,
  {
    roundId,
    waiting,
    monthly,
  }: { roundId: string; waiting: { one: Actor; ticket: string } | undefined; monthly: string },
) => {
  await organiser.act(resolutions.progressTask, {
    ...{ communityId, proposalId: roundId, taskId: monthly, state: 'doing', note: '上个月的已经贴出来了。' },
  });
  await worker.act(satisfaction.publishAnswer, {
    ...{ communityId, roundId, after: 1, doing: [], why: '补上居务公开的意见' },
    heard: [
      { words: '多数邻居对社区工作满意，希望办事的进展能主动告诉大家。', about: 'overall' },
      { words: '楼道灯坏了没人管，垃圾房夏天味道大。', about: 'q1' },
      { words: '居务公开栏字太小，老人看不清。', about: 'q2' },
    ],
  });
  if (waiting)
    await waiting.one.act(satisfaction.callBack, {
      ...{ communityId, ticket: waiting.ticket, says: { verdict: 'sendBack', why: 'partly' } },
    });
  for (const service of [{}, { service: 'activity' } as const])
    await supervisor.act(scorecards.makeCard, { communityId, quarter, ...service });
  const questions = [{ dutyItemId: '1.2', title: '楼道和小区的环境卫生' }];
  await supervisor.act(satisfaction.startQuarter, { communityId, plan: { days: 14, sample: 400, questions } });
};

/** The appraisal of a quarter that is over: its duty list and scheme, rounds with results, what was promised, and the card. */
export const appraisedQuarter = async (
  cast: SurveyCast,
  { setAhead, tick }: { setAhead: Clock; tick: () => Promise<void> },
): Promise<void> => {
  const { supervisor } = cast;
  const quarter = cardsByThemselves(new Date());
  const start = Date.parse(spanOf(quarter).from) + 10 * DAY + TEN;
  const day: Day = async (days, work) => {
    goTo(setAhead, start + days * DAY);
    await tick();
    await work?.();
  };
  try {
    goTo(setAhead, start);
    await supervisor.act(scorecards.setDuties, { streetId, items: DUTIES });
    await supervisor.act(scorecards.setScheme, { streetId, indicators: SCHEME });
    await supervisor.act(scorecards.setScheme, { streetId, service: 'activity', indicators: ACTIVITIES });
    const { roundId, waiting } = await settledRounds(cast, start, { day, setAhead });
    const monthly = await answerResult(cast, roundId, day);
    await day(36);
    await day(52);
    setAhead(0);
    await since(cast, quarter, { roundId, waiting, monthly });
  } finally {
    setAhead(0);
  }
};
