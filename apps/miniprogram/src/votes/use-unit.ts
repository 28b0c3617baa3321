import { votes } from '@gongzhi/shared/votes/contract';
import { call } from '../kernel/call';
import { useLoaded } from '../kernel/use-loaded';
import type { Entry } from './entry-words';

interface At {
  communityId: string;
  voteId: string;
  unitId: string;
}
/** A vote and what was entered for one unit of it. */
export const useUnit = ({ communityId, voteId, unitId }: At) =>
  useLoaded(`${voteId} ${unitId}`, async () => {
    const [vote, entries] = await Promise.all([
      call(votes.readVote, { communityId, voteId }),
      call(votes.listEntries, { communityId, voteId, unitId }),
    ]);
    if (!vote.ok) return vote;
    if (!entries.ok) return entries;
    const of = (kind: Entry['kind']) => entries.value.items.find((entry) => entry.kind === kind);
    return { ok: true as const, value: { vote: vote.value, paper: of('paper'), help: of('help') } };
  });
