import { isRefusal, refuse, type Refusal, type RefusalCode } from '@gongzhi/shared/kernel/refusals';
import type { Ctx } from '../kernel/caller';
import { commit, isLost, type EventDraft, type Write } from '../kernel/commit';
import { recallAnswer } from '../kernel/recall-answer';
import { MOVED, tryAgain } from '../kernel/try-again';
import type { Deps } from './repo';
import type { HeadItem, InWish } from './repo-wishes';

type Sources = Ctx & Pick<Deps, 'repo'>;
type To = Parameters<Deps['repo']['wishes']['headWrite']>[2] & { state: HeadItem['state'] };
/** What becomes of a wish: its head, what is written with it, and who is told by the event. */
export interface Step {
  to: To;
  with?: readonly Write[];
  event: { type: string; toldId?: string | undefined } & Pick<EventDraft, 'via'>;
}
export interface Receipt {
  wishId: string;
  state: HeadItem['state'];
  at: string;
}

/** The event of a step: unlisted, for the history of a subject is everybody’s to read, and whom it tells is the wisher. */
export const eventOf = (
  wishId: string,
  { type, toldId, ...how }: Step['event'],
  data: EventDraft['data'] = {},
): EventDraft => ({
  ...{ type: `wishes.${type}`, subject: wishId, unlisted: true as const },
  data: { ...data, ...(toldId ? { toldId } : {}) },
  ...how,
});

/** Reads a wish, decides and writes, and again when something came between, so that whoever loses is told why. */
export const changeWish = <C extends RefusalCode>(
  ids: InWish,
  ctx: Sources,
  decide: (head: HeadItem) => Refusal<C> | Step | Promise<Refusal<C> | Step>,
): Promise<Receipt | Refusal<C> | Refusal<'NOT_FOUND'>> =>
  tryAgain<Receipt | Refusal<C> | Refusal<'NOT_FOUND'>>('wishes.change', async () => {
    const head = await ctx.repo.wishes.head(ids);
    if (!head) return refuse('NOT_FOUND');
    const step = await decide(head);
    if (isRefusal(step)) return recallAnswer<Receipt, Refusal<C>>(ctx, step);
    const at = ctx.now.toISOString();
    const writes = [ctx.repo.wishes.headWrite(ids, head, { since: at, ...step.to }), ...(step.with ?? [])];
    const answer = { wishId: ids.wishId, state: step.to.state, at };
    const done = await commit(ctx, writes, eventOf(ids.wishId, step.event), answer);
    return isLost(done) ? MOVED : done;
  });
