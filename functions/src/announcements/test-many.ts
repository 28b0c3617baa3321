import { memberKey } from '../kernel/caller';
import { putMany } from '../kernel/test-fill';
import { skillsKey } from '../kernel/audience';
import { subscriptionKey } from '../kernel/reachable';
import { stageAnnouncing, type Announcing } from './test-announcing';

/** Members of one building. */
const IN_A_BUILDING = 100;
const BANDS = ['18-34', '35-59', '60-74', '75+'] as const;
const TIMES = 10;
/** Audiences a page asks for. */
const ASKED = {
  everybody: {},
  'a building and a band': { places: [{ building: '3' }], bands: ['75+' as const] },
  'an interest': { interests: ['haircut' as const] },
};

/** An estimate: the longest of ten and what one reads; `right`: as many as were put there. */
export interface Estimated {
  name: string;
  ms: number;
  read: number;
  right: boolean;
}

const settle = async (endpoint: string, { communityId, id }: Announcing, count: number) => {
  const people = Array.from({ length: count }, (_, n) => ({
    ...memberKey(communityId, id()),
    ...{ roles: ['resident'], displayName: '邻居', ageBand: BANDS[n % BANDS.length] },
    home: { building: `${1 + Math.floor(n / IN_A_BUILDING)}号楼`, unit: `${1 + (n % 3)}`, room: String(n) },
  }));
  await putMany(endpoint, 'directory', people);
  const some = people.filter((_, n) => n % 5 === 0).map(({ sk }) => sk);
  const skills = some.map((sk) => ({ ...skillsKey(communityId, sk), skills: new Set(['haircut']) }));
  await putMany(endpoint, 'exchange', skills);
  const accepts = people
    .filter((_, n) => n % 2 === 0)
    .map(({ sk }) => ({ ...subscriptionKey(sk, 'notice'), balance: 1 }));
  await putMany(endpoint, 'notices', accepts);
  const third = people.filter(({ home, ageBand }) => home.building === '3号楼' && ageBand === '75+');
  return { everybody: count + 1, 'a building and a band': third.length, 'an interest': some.length };
};

/** Estimates audiences of a community with so many members, of whom a census was made, on a running engine. */
export const measureEstimates = async (endpoint: string, members: number): Promise<Estimated[]> => {
  const stage = stageAnnouncing(endpoint);
  const worker = await stage.person(['worker']);
  const right = await settle(endpoint, stage, members);
  await stage.countWhole();
  const estimates: Estimated[] = [];
  for (const [name, audience] of Object.entries(ASKED)) {
    const { announcementId } = await stage.drafted(worker, { audience });
    let [ms, read, people] = [0, 0, 0];
    for (let n = 0; n < TIMES; n += 1) {
      const from = performance.now();
      const { body, units } = await stage.call('estimateAudience', { announcementId }, { as: worker });
      ms = Math.max(ms, performance.now() - from);
      [read, people] = [units.read, Number(body['people'])];
    }
    estimates.push({ name, ms, read, right: people === right[name as keyof typeof right] });
  }
  stage.close();
  return estimates;
};
