import { api, signIn } from './api';
import { DEMO, PEOPLE } from './people';
import { announceThings } from './seed-announcements';
import { decidedMatter, openMatters, realProposal, type Cast } from './seed-council';
import { importRoll, inviteSecretary, inviteWorker, join, openPlaces } from './seed-directory';
import { exchangeList } from './seed-exchange';
import { meetingToday, pastMeeting } from './seed-meetings';
import { opinionsOnLift } from './seed-opinions';
import { comingService, pastService, type ServiceCast } from './seed-service';
import { partyService } from './seed-half-year';
import { decidedSecret, openSecret } from './seed-votes';
import { followDecision, shortTimes } from './seed-resolutions';
import { openOwnersVote, ownersVote } from './seed-owners';
import { goStraight, goUsualWay } from './straight-way';

const { directory } = api;
const { communityId } = DEMO;
/** Neighbours who have joined; the others are on the roll only. */
const JOINED = 165;

const person = (key: string) => {
  const found = PEOPLE.find((p) => p.key === key);
  if (!found) throw new Error(`no demo person ${key}`);
  return found;
};

/** What must be told to start: the API's address and the key with which the first street is opened. */
export interface SeedOptions {
  url: string;
  openingKey: string;
  /** Moves the functions' clock, so that what the law gives days to is there too. */
  setAhead: (ms: number) => void;
  say?: (line: string) => void;
}

/**
 * Fills an empty deployment by calling the API as its users would: a street, two communities, a roll of 312 households,
 * half the households' neighbours, a real proposal on its way to a decision, one that is decided minutes later, work waiting
 * for the community worker, and party members who reported in and serve.
 */
export const seed = async ({ url, openingKey, setAhead, say = () => undefined }: SeedOptions): Promise<void> => {
  const supervisor = await openPlaces(url, openingKey);
  const worker = await inviteWorker(url, supervisor);
  const secretary = await inviteSecretary(url, supervisor);
  const households = await importRoll(worker);
  say(`名册：${households} 户`);
  const author = await join(url, person('author'));
  await join(url, person('doctor'));
  const chair = await join(url, person('chair'));
  const member = await join(url, person('member'));
  await worker.act(directory.grantRole, { communityId, personId: chair.personId, role: 'chair' });
  await worker.act(directory.grantRole, { communityId, personId: member.personId, role: 'councilMember' });
  const neighbours = [];
  for (const neighbour of PEOPLE.filter(({ key }) => /^n\d+$/.test(key)).slice(0, JOINED))
    neighbours.push(await join(url, neighbour));
  say(`已加入的邻居：${neighbours.length + 3} 位`);
  const cast: Cast = { author, chair, neighbours };
  await shortTimes(worker);
  await goStraight(chair);
  const decided = await decidedMatter(cast);
  const real = await realProposal(cast);
  await openOwnersVote(await ownersVote({ ...cast, worker }, { households, setAhead }), cast);
  await decidedSecret(cast);
  await openSecret(cast);
  await goUsualWay(chair);
  await openMatters(cast);
  const lift = await opinionsOnLift(neighbours);
  await pastMeeting(decided, { chair, member });
  await meetingToday([real, lift], { chair, absent: neighbours[3] ?? author });
  const serving: ServiceCast = { worker, organiser: member, volunteers: [author, ...neighbours.slice(0, 3)] };
  await pastService(serving, setAhead);
  await comingService(serving);
  await announceThings(worker);
  await exchangeList(worker, { neighbours, served: neighbours[0] ?? author });
  say('服务已就绪');
  const served = [...neighbours.slice(1, 2), ...neighbours.slice(10, 15)];
  await partyService({ url, worker, secretary, organiser: member, neighbours: served, setAhead });
  const guest = await signIn(url, 'guest');
  await guest.act(directory.askToJoin, {
    communityId,
    displayName: '孙磊',
    building: '2号楼',
    unit: '1单元',
    room: '301',
  });
  const matterAuthor = neighbours[20] ?? author;
  // The vote ends a minute later: nobody waits for it at the start.
  void followDecision(decided, { worker, author: matterAuthor, member }).catch((error: unknown) =>
    say(`决议的任务没有做完：${String(error)}`),
  );
  say('提案、讨论和表决已就绪');
};
