import type { Input } from '@gongzhi/shared/kernel/contract';
import { DAY } from '@gongzhi/shared/kernel/time';
import { api, type Actor } from './api';
import { at, until } from './demo-clock';
import { DEMO } from './people';
import type { PartyCast } from './seed-party';

const { calls, wishes } = api;
const { communityId } = DEMO;
type Wish = Omit<Input<typeof wishes.makeWish>, 'communityId'>;

const TAP: Wish = {
  ...{ title: '修厨房水龙头', about: '水龙头一直滴水，拧不紧了。', what: 'help', budget: 3_000 },
  ...{ level: 'hidden', callName: '王阿姨', building: '1号楼', door: '1单元102' },
};
const READING: Wish = {
  ...{ title: '陪着读读报纸', about: '眼睛不好，想有人每周来读半小时报。', what: 'help', budget: 0 },
  ...{ level: 'building', callName: '李大爷', building: '2号楼', door: '2单元201' },
};
const CLINIC: Wish = {
  ...{ title: '陪着去医院复查', about: '腿脚不方便，想请人陪着挂号、取药。', what: 'help', budget: 0 },
  ...{ level: 'named', callName: '张奶奶', building: '1号楼', door: '2单元101' },
};

const opened = async (worker: Actor, wisher: Actor, wish: Wish): Promise<string> => {
  const { wishId } = await wisher.act(wishes.makeWish, { communityId, ...wish });
  await worker.act(wishes.publishWish, { communityId, wishId });
  return wishId;
};

/** A wish that came true and was thanked for. */
export const servedWish = async ({ worker, members: { inService } }: PartyCast, wisher: Actor): Promise<void> => {
  const wishId = await opened(worker, wisher, CLINIC);
  await inService.act(wishes.claimWish, { communityId, wishId });
  await inService.act(wishes.markDone, { communityId, wishId });
  await wisher.act(wishes.confirmDone, { communityId, wishId, word: '陪了我一上午，比自家孩子还细心。' });
};

/** A wish of which nothing is shown, one claimed with a visit tomorrow, and one that waits for the worker. */
export const comingWishes = async ({ worker, members }: PartyCast, wishers: readonly Actor[]): Promise<void> => {
  const [first, second, third] = wishers;
  if (!first || !second || !third) throw new Error('a wish has its wisher');
  await opened(worker, first, TAP);
  const wishId = await opened(worker, second, READING);
  await members.branch.act(wishes.claimWish, { communityId, wishId });
  const [startsAt, endsAt] = [at(1, 15), at(1, 16)].map((instant) => new Date(instant).toISOString());
  const window = { startsAt: startsAt ?? '', endsAt: endsAt ?? '' };
  await members.branch.act(wishes.arrangeVisit, { communityId, wishId, window });
  await third.act(wishes.makeWish, {
    ...{ communityId, title: '一本大字的养生书', about: '社区图书角没有大字的。', what: 'thing', budget: 4_000 },
    ...{ level: 'building', callName: '陈伯', building: '3号楼' },
  });
};

/** An urgent call for tomorrow: who was asked, who comes and who cannot. */
export const urgentCall = async ({ worker, members }: PartyCast): Promise<void> => {
  const startsAt = at(1, 7);
  const plan: Input<typeof calls.openCall>['plan'] = {
    ...{ cause: 'flood', title: '清理地下车库排水沟', place: '3号楼地下车库入口', needed: 3 },
    about: '明天有大雨，请带雨衣和手套，社区准备铁锹和沙袋。',
    ...{ startsAt: new Date(startsAt).toISOString(), endsAt: new Date(startsAt + DAY / 8).toISOString() },
    ...{ skills: [], buildings: [] },
  };
  const { callId } = await worker.act(calls.openCall, { communityId, plan });
  const asked = async (one: Actor) => (await one.act(calls.listMine, { communityId })).items.length > 0;
  for (const [one, says] of [
    [members.branch, 'coming'],
    [members.company, 'coming'],
    [members.retired, 'cannot'],
  ] as const) {
    await until(() => asked(one));
    await one.act(calls.answerCall, { communityId, callId, says });
  }
};
