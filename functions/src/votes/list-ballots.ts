import { tallyBox } from '@gongzhi/shared/votes/channel-rules';
import type { ListedBallot } from '@gongzhi/shared/votes/write-list';
import type { Repo } from './repo';
import type { VoteItem } from './repo-votes';
import { drawing, type ListKeys } from './sign-list';

interface Listed {
  marks: string[];
  ballots: ListedBallot[];
}
/** Hex digits of a ballot's published id. */
const ID = 32;

/** What was cast, as it is published: marks and ballots apart, under ids that lead back to nothing in any table. */
export const listBallots = async (
  { repo, keys }: { repo: Pick<Repo, 'secret' | 'lists' | 'entries'>; keys: Pick<ListKeys, 'idKey'> },
  communityId: string,
  vote: VoteItem,
): Promise<Listed> => {
  const draw = drawing(keys);
  const idOf = (...what: string[]) => draw('ballot', vote.sk, ...what).slice(0, ID);
  if (vote.ballot !== 'secret') {
    const named = await repo.lists.named(communityId, vote.sk);
    return {
      marks: named.map(({ unitId, mark }) => mark ?? draw('mark', vote.sk, unitId)),
      ballots: named.map(({ unitId, choice }) => ({ id: idOf('unit', unitId), choice })),
    };
  }
  const marks = await repo.secret.marks(communityId, vote.sk);
  const cast = await repo.secret.ballots(communityId, vote.sk);
  const box = tallyBox(await repo.entries.box(communityId, vote.sk));
  return {
    marks: marks.map(({ mark }) => mark),
    ballots: [
      ...cast.map(({ id, choice }) => ({ id: idOf('cast', id), choice })),
      ...box.map((choice, i) => ({ id: idOf('box', String(i)), choice })),
    ],
  };
};
