import { api, type Actor } from '@gongzhi/local/demo/api';
import { DEMO } from '@gongzhi/local/demo/people';
import { SETTLE_MARGIN_MS } from '@gongzhi/shared/votes/rules';
import type { World } from './world';

const { votes } = api;
const { communityId } = DEMO;

/** Lets the functions' clock go to `after` ms past the end of a vote. */
export const reachEnd = async (
  { cloud }: Pick<World, 'cloud'>,
  reader: Actor,
  voteId: string,
  after = 1_000,
): Promise<void> => {
  const { closesAt } = await reader.act(votes.readVote, { communityId, voteId });
  cloud.setAhead(Date.parse(closesAt) - Date.now() + after);
};

/** Lets a vote end: its time passes, the schedule settles it, and what follows from that has happened. @throws when it is not decided then */
export const endVote = async (world: Pick<World, 'cloud'>, reader: Actor, voteId: string): Promise<void> => {
  const { cloud } = world;
  await reachEnd(world, reader, voteId, SETTLE_MARGIN_MS + 1_000);
  for (let looks = 0; looks < 5; looks += 1) {
    await cloud.idle();
    await cloud.tick();
    await cloud.idle();
    if ((await reader.act(votes.readVote, { communityId, voteId })).phase === 'decided') return;
  }
  throw new Error(`the vote ${voteId} was not settled`);
};
