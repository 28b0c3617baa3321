import { api, type Actor } from './api';
import { DEMO } from './people';

const { exchange } = api;
const { communityId } = DEMO;

const OFFERS = [
  { title: '洗衣液一瓶', kind: 'good', about: '工作日上午九点到下午五点，到社区服务站领取。', points: 20, stock: 30 },
  {
    title: '理发一次',
    kind: 'help',
    about: '每月第一个周六，在社区活动室。行动不便的可以上门。',
    points: 10,
    stock: 20,
  },
  { title: '陪同就医半天', kind: 'help', about: '由社区安排志愿者陪同，请提前三天预约。', points: 60, stock: 5 },
] as const;

/** What points can be exchanged for, one who did, and a team some neighbours have joined. Points come by serving. */
export const exchangeList = async (
  worker: Actor,
  { neighbours, served }: { neighbours: readonly Actor[]; served: Actor },
): Promise<void> => {
  const offerIds: string[] = [];
  for (const offer of OFFERS) offerIds.push((await worker.act(exchange.addOffer, { communityId, ...offer })).offerId);
  const plan = { name: '楼道清洁队', about: '每周六上午一起打扫楼道，谁有空谁来。' };
  const { teamId } = await worker.act(exchange.addTeam, { communityId, ...plan });
  for (const [i, one] of neighbours.slice(0, 6).entries())
    await one.act(exchange.joinTeam, { communityId, teamId, named: i % 2 === 0 });
  const [, haircut] = OFFERS;
  await served.act(exchange.takeOffer, { communityId, offerId: offerIds[1] ?? '', points: haircut.points });
  for (const one of neighbours.slice(0, 3)) await one.act(exchange.addSkill, { communityId, skill: 'haircut' });
};
