import { api, type Actor } from './api';
import { DEMO } from './people';

const COUNCIL = 'community-council-2026-1';
const numbers = (heard: number, days: number) => [
  { procedureId: COUNCIL, gateId: 'heard', number: heard },
  { procedureId: COUNCIL, gateId: 'publicity', number: days },
  { procedureId: COUNCIL, gateId: 'result', number: days },
];

/** The community asks for no meeting and no days before a vote: what a demonstration of minutes needs. */
export const goStraight = async (chair: Actor, communityId = DEMO.communityId): Promise<void> => {
  const own = numbers(0, 0);
  await chair.act(api.procedures.adoptRules, { communityId, own, source: '演示社区：为了当场演示，暂不设期限' });
};
/** From now on a meeting and three working days are asked for, as most communities do. */
export const goUsualWay = async (chair: Actor, communityId = DEMO.communityId): Promise<void> => {
  const own = numbers(1, 3);
  await chair.act(api.procedures.adoptRules, { communityId, own, source: '2026年3月居民会议通过的社区议事规则' });
};
