import { randomBytes } from 'node:crypto';
import { DAY, MINUTE } from '@gongzhi/shared/kernel/time';
import { CODE_CHARACTERS, markOf, newCode } from '@gongzhi/shared/votes/receipt';
import { padOf } from '@gongzhi/shared/votes/secret-rules';
import { api, type Actor } from './api';
import { DEMO } from './people';
import type { Cast } from './seed-council';

const { councils, votes } = api;
const { communityId } = DEMO;
const CHOICES = ['for', 'against', 'for', 'abstain', 'for'] as const;

/** Casts as a phone does: the code is made there, and only its mark is sent. */
export const castSecret = (voter: Actor, voteId: string, choice: (typeof CHOICES)[number]) => {
  const mark = markOf(voteId, newCode(randomBytes(CODE_CHARACTERS)));
  return voter.act(votes.castSecret, { communityId, voteId, choice, mark, pad: padOf(choice) });
};

/** A matter put to a secret vote, and how its first voters chose. */
interface Matter {
  title: string;
  grounds: string;
  recommendation: string;
  ruleId?: 'poll-household-2026-1';
  lasts: number;
}
const putSecretly = async (matter: Matter, { chair, neighbours }: Cast, voters: readonly Actor[]): Promise<string> => {
  const { title, grounds, recommendation, ruleId, lasts } = matter;
  const [author, ...supporters] = neighbours.slice(24, 29);
  if (!author) throw new Error('the demo needs more neighbours');
  const recommendations = [{ title: recommendation, body: `请社区${recommendation}。` }];
  const filed = { communityId, title, grounds, recommendations };
  const { id: proposalId } = await author.act(councils.fileProposal, filed);
  for (const one of supporters) await one.act(councils.supportProposal, { communityId, proposalId });
  const { voteId } = await chair.act(votes.openVote, {
    communityId,
    proposalId,
    question: `是否同意${recommendation}`,
    resolution: `同意${recommendation}，由社区组织落实。`,
    closesAt: new Date(Date.now() + lasts).toISOString(),
    ...(ruleId ? { ruleId } : {}),
    secret: true,
  });
  for (const [i, voter] of voters.entries()) await castSecret(voter, voteId, CHOICES[i % CHOICES.length] ?? 'for');
  return voteId;
};

/** A secret vote that is open for a week, with some ballots in it. */
export const openSecret = (cast: Cast): Promise<string> =>
  putSecretly(
    {
      title: '更换小区物业公司',
      grounds: '楼道三个月没有打扫，报修没有人来。大家怕得罪人，希望不记名表决。',
      recommendation: '另选一家物业公司',
      lasts: 7 * DAY,
    },
    cast,
    cast.neighbours.slice(30, 70),
  );

/** A secret poll whose result and signed list are there some two minutes after the demo started. */
export const decidedSecret = (cast: Cast): Promise<string> =>
  putSecretly(
    {
      title: '小区里能不能养大型犬',
      grounds: '养狗和怕狗的邻居当面说不开，想先不记名问一问大家的意见。',
      recommendation: '限制在小区里养大型犬',
      ruleId: 'poll-household-2026-1',
      lasts: 1.2 * MINUTE,
    },
    cast,
    cast.neighbours.slice(40, 80),
  );
