import type { Name, Stage } from './test-wish';
import { WISH } from './test-wish';

const PEOPLE = ['worker', 'wisher', 'claimer', 'other'] as const;
export type Who = (typeof PEOPLE)[number];
/** How far a wish has come before an act. */
export type Stand = 'none' | 'waiting' | 'open' | 'claimed' | 'arranged' | 'inside' | 'left' | 'done' | 'served';

/** People of one community, and wishes brought as far as an act needs them. For tests. */
export const stagePeople = async (stage: Stage) => {
  const people = {} as Record<Who, string>;
  for (const who of PEOPLE) people[who] = await stage.person([who === 'worker' ? 'worker' : 'resident']);
  /** A wish of its own and its visit; the clock goes on as far as it must. */
  const brought = async (to: Stand, more: object = {}) => {
    if (to === 'none') return { wishId: stage.id(), activityId: stage.id(), shiftId: stage.id() };
    const wishId = await stage.made(people.wisher, more);
    let ids = { activityId: wishId, shiftId: stage.id() };
    const say = (name: Name, as: Who, with_: object = {}) => stage.call(name, { wishId, ...with_ }, { as: people[as] });
    const scan = (minutes: number, name: 'checkIn' | 'checkOut') => {
      stage.later(minutes);
      return stage.call(name, { ...ids, code: stage.code(ids) }, { as: people.claimer });
    };
    const steps: readonly (readonly [Stand, () => Promise<unknown>])[] = [
      ['open', () => say('publishWish', 'worker')],
      ['claimed', () => say('claimWish', 'claimer')],
      ['arranged', async () => (ids = await stage.visit(wishId, people.claimer))],
      ['inside', () => scan(70, 'checkIn')],
      ['left', () => scan(60, 'checkOut')],
      ['done', () => say('markDone', 'claimer')],
      ['served', () => say('confirmDone', 'wisher', { word: '谢谢' })],
    ];
    const upTo = steps.findIndex(([stand]) => stand === to) + 1;
    for (const [, step] of steps.slice(0, upTo)) await step();
    return { wishId, ...ids };
  };
  return { people, brought };
};
export type Brought = Awaited<ReturnType<Awaited<ReturnType<typeof stagePeople>>['brought']>>;

/** One good act of every command: who does it, from where, and what is sent. `other`: another body under the same key. */
export interface Good {
  name: Name;
  as: Who;
  from: Stand;
  wait?: number;
  send: (stage: Stage, ids: Brought, people: Record<Who, string>) => object;
  other?: object;
}
const wish = (_: Stage, { wishId }: Brought) => ({ wishId });
const because = (stage: Stage, ids: Brought) => ({ ...wish(stage, ids), reason: '有事' });
const scan = (stage: Stage, { wishId: activityId, shiftId }: Brought) => ({
  ...{ activityId, shiftId, code: stage.code({ activityId, shiftId }) },
});
export const RULE = { budgetFen: 20_000, claimDays: 7, visitDays: 30, source: '居民会议通过的微心愿办法' };
export const GOOD: readonly Good[] = [
  { name: 'changeRule', as: 'worker', from: 'none', send: () => RULE, other: { claimDays: 8 } },
  { name: 'makeWish', as: 'wisher', from: 'none', send: () => WISH, other: { title: '换灯泡' } },
  { name: 'publishWish', as: 'worker', from: 'waiting', send: wish },
  { name: 'declineWish', as: 'worker', from: 'waiting', send: because, other: { reason: '别的' } },
  { name: 'withdrawWish', as: 'wisher', from: 'open', send: wish },
  { name: 'claimWish', as: 'claimer', from: 'open', send: wish },
  { name: 'handBack', as: 'claimer', from: 'arranged', send: because, other: { reason: '别的' } },
  {
    ...{ name: 'arrangeVisit', as: 'claimer', from: 'claimed' },
    send: (stage, ids) => ({ ...wish(stage, ids), window: stage.inHours(1, 2) }),
    other: { window: { startsAt: '2027-01-01T10:00:00.000Z', endsAt: '2027-01-01T11:00:00.000Z' } },
  },
  { name: 'checkIn', as: 'claimer', from: 'arranged', wait: 70, send: scan, other: { code: 'GZ1.other' } },
  { name: 'checkOut', as: 'claimer', from: 'inside', wait: 60, send: scan, other: { code: 'GZ1.other' } },
  {
    ...{ name: 'scanVolunteer', as: 'wisher', from: 'arranged', wait: 70, other: { way: 'out' } },
    send: (stage, { wishId: activityId, shiftId }, { claimer }) => ({
      ...{ activityId, shiftId, way: 'in', code: stage.own({ activityId, shiftId }, claimer) },
    }),
  },
  {
    ...{ name: 'capService', as: 'wisher', from: 'inside', wait: 200 },
    send: (_, { wishId: activityId, shiftId }, { claimer }) => ({ activityId, shiftId, personId: claimer }),
  },
  {
    ...{ name: 'confirmService', as: 'wisher', from: 'inside', wait: 200 },
    send: (stage, { wishId: activityId, shiftId }, { claimer }) => {
      const at = (minutes: number) => new Date(stage.world.now.getTime() - minutes * 60_000).toISOString();
      return { activityId, shiftId, personId: claimer, from: at(190), to: at(160) };
    },
  },
  { name: 'markDone', as: 'claimer', from: 'left', send: wish },
  {
    ...{ name: 'confirmDone', as: 'wisher', from: 'done', other: { word: '别的' } },
    send: (stage, ids) => ({ ...wish(stage, ids), word: '谢谢' }),
  },
  { name: 'sendBack', as: 'wisher', from: 'done', send: because, other: { reason: '别的' } },
];
