import '@gongzhi/shared/kernel/zod';
import type { EventBridgeEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { CommunityId, Id } from '@gongzhi/shared/kernel/ids';
import { listRoot, partRoot, partsOf } from '@gongzhi/shared/votes/list-rules';
import { listLines, type ListFacts } from '@gongzhi/shared/votes/write-list';
import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { readEnv } from '../kernel/env';
import { createSecrets } from '../kernel/secrets';
import { listBallots } from './list-ballots';
import { createRepo, type Repo } from './repo';
import type { ResultItem, VoteItem } from './repo-votes';
import { ListKeys, signList } from './sign-list';

const Decided = z.object({
  type: z.literal('votes.vote-decided'),
  scope: CommunityId,
  data: z.object({ voteId: Id }),
});
/** How much of a part's first line is needed to find a mark: its name and 64 bits of it. */
const FIRST = 18;

const factsOf = (communityId: string, vote: VoteItem, { counted, outcome, at }: ResultItem): ListFacts => ({
  communityId,
  proposalId: vote.proposalId,
  voteId: vote.sk,
  question: vote.question,
  resolution: vote.resolution,
  ballot: vote.ballot ?? 'named',
  openedAt: vote.openedAt,
  closesAt: vote.closesAt,
  settledAt: at,
  roll: { units: vote.units, area: vote.area, hash: vote.rollHash },
  rule: vote.rule,
  counts: { units: counted.units, area: counted.area, invalid: counted.invalid },
  channels: counted.channels,
  outcome,
});

/**
 * Writes the list of a decided vote and signs it. Everything in it follows from what no longer changes, so that a second
 * publishing writes the same bytes. Of a secret vote with fewer than three who took part there is no list.
 * @returns whether there is one
 */
export const publishList =
  ({ repo, keys }: { repo: Repo; keys: ListKeys }) =>
  async (communityId: string, voteId: string): Promise<boolean> => {
    const vote = await repo.votes.vote(communityId, voteId);
    const result = await repo.votes.result(communityId, voteId);
    if (!vote || !result) throw new Error(`no result to publish: ${voteId}`);
    if (result.few) return false;
    const { marks, ballots } = await listBallots({ repo, keys }, communityId, vote);
    const lines = listLines(factsOf(communityId, vote, result), marks, ballots);
    const parts = partsOf(lines);
    for (const [n, some] of parts.entries()) await repo.lists.putPart(communityId, voteId, { n, lines: some });
    const roots = parts.map(partRoot);
    const root = listRoot(roots);
    const firsts = parts.map(([first = '']) => first.slice(0, FIRST));
    const seal = signList(root, keys);
    await repo.lists.putHead(communityId, voteId, {
      size: lines.length,
      marks: marks.length,
      roots,
      firsts,
      root,
      seal,
    });
    return true;
  };

type Listening = (event: EventBridgeEvent<string, unknown>) => Promise<void>;
const build = async (): Promise<Listening> => {
  const env = readEnv(['TABLE_VOTES', 'TABLE_BALLOTS', 'SECRET_LISTS']);
  const keys = await createSecrets()(env.SECRET_LISTS, ListKeys);
  const repo = createRepo(createDocumentClient(), env.TABLE_VOTES, createCursors(''), env.TABLE_BALLOTS);
  const publish = publishList({ repo, keys });
  return async ({ detail }) => {
    const event = z.safeParse(Decided, detail);
    if (event.success) await publish(event.data.scope, event.data.data.voteId);
  };
};

let ready: Promise<Listening> | undefined;
export const handler: Listening = async (event) => {
  ready ??= build();
  ready.catch(() => (ready = undefined));
  return (await ready)(event);
};
