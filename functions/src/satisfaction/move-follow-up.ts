import { isRefusal, type Refusal, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import { commit, isLost, type EventDraft } from '../kernel/commit';
import { MOVED, tryAgain } from '../kernel/try-again';
import type { Repo } from './repo';
import type { FollowUpItem, InFollowUp } from './repo-follow-ups';

interface Move {
  change: Partial<FollowUpItem>;
  event: Pick<EventDraft, 'type' | 'data' | 'via'>;
}
/** Decides on a follow-up as it stands and writes the change with its event; decided afresh when somebody came between. @throws Busy */
export const moveFollowUp = <A, C extends RefusalCode>(
  ids: InFollowUp,
  { repo, ctxOf }: { repo: Repo; ctxOf: (seen: FollowUpItem | undefined) => Ctx },
  decide: (seen: FollowUpItem | undefined) => Refusal<C> | (Move & { answer: A }),
): Promise<A | Refusal<C>> =>
  tryAgain('satisfaction.moveFollowUp', async () => {
    const seen = await repo.followUps.read(ids);
    const move = decide(seen);
    if (isRefusal(move)) return move as Refusal<C>;
    const { change, event, answer } = move as Move & { answer: A };
    const write = repo.followUps.moveWrite(ids, seen as FollowUpItem, change);
    const done = await commit(ctxOf(seen), [write], { subject: ids.followUpId, ...event }, answer);
    return isLost(done) ? MOVED : done;
  });
