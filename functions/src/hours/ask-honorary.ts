import { honoraryRoom, mayAskHonorary } from '@gongzhi/shared/hours/case-rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit } from '../kernel/commit';
import { checkWords } from './check-words';
import { raiseCase } from './raise-case';
import type { Handle } from './repo';

export const askHonorary: Handle<'askHonorary'> = async ({ communityId, ...asked }, ctx) => {
  const { repo, caller, now } = ctx;
  const { volunteerId, activityId, shiftId, minutes, why } = asked;
  const shift = await ctx.shifts.shift(communityId, activityId, shiftId);
  if (!shift) return refuse('NOT_FOUND');
  const volunteerName = (await ctx.names.of(communityId, [volunteerId])).get(volunteerId);
  if (volunteerName === undefined) return refuse('NO_SUCH_VOLUNTEER');
  const room = honoraryRoom(shift, await repo.entries.chain({ communityId, volunteerId }, shift));
  const hand = { ...caller, organises: shift.organiserId === caller.personId };
  const no =
    mayAskHonorary(hand, { volunteerId, minutes, shift, room }, now) ?? (await checkWords(ctx, why, asked.askReview));
  if (no) return no;
  const caseId = `h-${ctx.id()}`;
  const raised = { raisedById: caller.personId, raisedBy: caller.displayName };
  const about = {
    activityId,
    shiftId,
    title: shift.title,
    from: shift.from,
    to: shift.to,
    minutes: 0,
    wanted: minutes,
  };
  const raisedCase = { caseId, kind: 'honorary' as const, volunteerId, volunteerName, ...raised, ...about, why };
  const one = await raiseCase(raisedCase, { ...ctx, communityId }, now);
  const data = { caseId, shiftId, activityId, minutes };
  const event = { type: 'hours.honorary-asked', subject: `hours/${volunteerId}`, data };
  const answer = { caseId, state: one.state, dueAt: one.dueAt, at: one.raisedAt };
  return (await commit(
    ctx,
    [repo.cases.raiseWrite(communityId, one, shift.organiserId)],
    event,
    answer,
  )) as typeof answer;
};
