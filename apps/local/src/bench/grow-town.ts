import { MINUTE } from '@gongzhi/shared/kernel/time';
import { api, signIn, type Actor } from '../demo/api';
import { DEMO, type DemoPerson } from '../demo/people';
import { join } from '../demo/seed-directory';
import { inParallel } from './in-parallel';
import { fileSupported, openBallot, settleCouncil, type Council } from './settle-council';
import type { Host } from './start-host';

const { councils, directory, votes } = api;
const { communityId } = DEMO;
/** A word the stand-in's content check sends to a person. */
const DOUBTFUL = '测试复核词：这条意见等社区工作者审核。';
/** A little more than the shortest vote. */
const SHORT_VOTE = 1.1 * MINUTE;

/** A community that can grow: `growTo(n)` makes n of everything its pages list. */
export interface Town {
  url: string;
  council: Council;
  /** Where everybody speaks and votes. */
  proposalId: string;
  pointId: string;
  voteId: string;
  /** The vote that ends while the bench does something else. */
  ending: { voteId: string; closesAt: number };
  strangers: readonly Actor[];
  growTo(count: number): Promise<void>;
}

/** Everything one more resident leaves behind. */
const live = async (town: Town, person: DemoPerson, turn: number): Promise<void> => {
  const { council, proposalId, pointId, voteId } = town;
  const inProposal = { communityId, proposalId };
  const resident = await join(town.url, person);
  await resident.act(councils.addPoint, {
    ...inProposal,
    column: 'for',
    body: `第 ${turn + 100} 条意见：晚上楼道看不清台阶，老人不安全。`,
  });
  await resident.act(councils.addPoint, { ...inProposal, column: 'concern', body: DOUBTFUL });
  await resident.act(councils.replyToPoint, {
    ...inProposal,
    pointId,
    body: `第 ${turn + 100} 条回复：同意，我们这一单元也是。`,
  });
  await resident.act(councils.endorsePoint, { ...inProposal, pointId });
  await resident.act(councils.supportProposal, inProposal);
  await resident.act(votes.castVote, { communityId, voteId, choice: 'for' });
  await openBallot({ ...council, residents: [resident, ...council.residents.slice(0, 4)] }, 0);
};

const askIn = async (url: string, person: DemoPerson): Promise<Actor> => {
  const stranger = await signIn(url, person.key);
  const { building = '', unit = '', room = '' } = person.home ?? {};
  await stranger.act(directory.askToJoin, { communityId, displayName: person.name, building, unit, room });
  return stranger;
};

/** Opens a town through the API: staff, five residents, a proposal to discuss and two votes. */
export const openTown = async (host: Host, people: readonly DemoPerson[]): Promise<Town> => {
  const [first, rest] = [people.slice(0, 5), people.slice(5)];
  const council = await settleCouncil(host, first, people);
  const ending = Date.now() + SHORT_VOTE;
  const ended = await openBallot(council, 0, SHORT_VOTE);
  const { voteId } = await openBallot(council, 0);
  const proposalId = await fileSupported(council, 0);
  const speaker = council.residents[0] as Actor;
  const { id: pointId } = await speaker.act(councils.addPoint, {
    communityId,
    proposalId,
    column: 'for',
    body: '楼道太暗，该换灯了。',
  });
  const strangers: Actor[] = [];
  let size = 0;
  const town: Town = {
    url: host.url,
    council,
    proposalId,
    pointId,
    voteId,
    strangers,
    ending: { voteId: ended.voteId, closesAt: ending },
    growTo: async (count) => {
      const from = size;
      size = count;
      await inParallel(rest.slice(2 * from, 2 * count), async (person, i) => {
        if (i % 2 === 0) await live(town, person, from + i / 2);
        else strangers.push(await askIn(host.url, person));
      });
    },
  };
  return town;
};
