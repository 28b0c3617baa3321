import { refuse } from '@gongzhi/shared/kernel/refusals';
import { stateAt } from '@gongzhi/shared/party/rules';
import { commit, isLost } from '../kernel/commit';
import type { PartyItem } from '../kernel/party';
import { recallAnswer } from '../kernel/recall-answer';
import { MOVED, tryAgain } from '../kernel/try-again';
import { ended } from './end-report';
import { moveMember } from './move-member';
import type { Handle } from './repo';

type Ctx = Parameters<Handle<'closeBranch'>>[1];
type OfBranch = { communityId: string; branchId: string };

const isOver = (one: PartyItem | undefined, { branchId }: OfBranch, { now }: Ctx): one is PartyItem =>
  one?.branchId === branchId && stateAt(one, now) === 'ended';

/** Takes off the branch whose time was over; whoever began anew meanwhile stays, and keeps the branch open. */
const takeOff = async (of: OfBranch, { sk: personId }: PartyItem, ctx: Ctx): Promise<void> => {
  const own = { ...ctx, intent: { ...ctx.intent, key: `${ctx.intent.key}#${personId}` } };
  await moveMember(own, { communityId: of.communityId, personId }, {}, (before) =>
    isOver(before, of, ctx)
      ? { after: ended(before, 'left'), event: 'report-left', data: { branchId: of.branchId } }
      : refuse('NOT_REPORTED'),
  );
};

/** A branch is closed when nobody reports in to it; those whose time is over alone are taken off with it, one at a time. */
export const closeBranch: Handle<'closeBranch'> = async (of, ctx) => {
  const { communityId, branchId } = of;
  const { branches, members } = ctx.repo;
  const event = { type: 'party.branch-closed', subject: branchId, via: 'staff' } as const;
  const answer = { branchId, at: ctx.now.toISOString() };
  return tryAgain(event.type, async () => {
    const branch = await branches.read(communityId, branchId);
    if (!branch) return refuse('NOT_FOUND');
    if (branch.closed) return recallAnswer(ctx, refuse('BRANCH_CLOSED'));
    if (branch.members > 0) {
      const over = (await members.inBranch(communityId, branchId)).filter((one) => isOver(one, of, ctx));
      const current = branch.members - over.length;
      if (current > 0) return refuse('BRANCH_IN_USE', { members: current });
      for (const one of over) await takeOff(of, one, ctx);
    }
    const done = await commit(ctx, branches.closeWrites(communityId, branch), event, answer);
    return isLost(done) ? MOVED : done;
  });
};
