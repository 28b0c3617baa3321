import { refuse } from '@gongzhi/shared/kernel/refusals';
import { claimEnd, mayArrange } from '@gongzhi/shared/wishes/rules';
import { commit, isLost } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import type { PlaceItem } from '../kernel/service/ports';
import { MOVED, tryAgain } from '../kernel/try-again';
import { eventOf } from './change-wish';
import type { Handle } from './repo';
import type { HeadItem } from './repo-wishes';
import { visitPlace } from './visit-place';

const stillAhead = ({ visit }: HeadItem, came: PlaceItem | undefined) => (came?.inAt ? undefined : visit);

/** A visit nobody has come to is moved; after one that took place another begins. The claim holds until some days after it. */
export const arrangeVisit: Handle<'arrangeVisit'> = ({ window, ...ids }, ctx) =>
  tryAgain('wishes.visit-arranged', async () => {
    const { repo, caller, now } = ctx;
    const [head, rule] = await Promise.all([repo.wishes.head(ids), repo.settings.rule(ids.communityId)]);
    if (!head) return refuse('NOT_FOUND');
    const came = await visitPlace(ids, head, repo);
    const no = mayArrange(head, caller, { startsAt: window.startsAt, came, visitDays: rule.visitDays }, now);
    if (no) return recallAnswer(ctx, no);
    const at = now.toISOString();
    const moved = stillAhead(head, came);
    const shiftId = moved?.shiftId ?? ctx.id();
    const inShift = { communityId: ids.communityId, activityId: ids.wishId, shiftId };
    const writes = [
      repo.wishes.headWrite(ids, head, { visit: { shiftId, ...window }, claimedUntil: claimEnd(window.endsAt, rule) }),
      ...(moved
        ? repo.visits.moveWrites(inShift, window, caller.personId)
        : repo.visits.addWrites(inShift, window, caller, at)),
    ];
    const event = eventOf(
      ids.wishId,
      { type: 'visit-arranged', toldId: head.authorId },
      { visitId: shiftId, ...window },
    );
    const done = await commit(ctx, writes, event, { wishId: ids.wishId, shiftId, at });
    return isLost(done) ? MOVED : done;
  });
