import { mayAskCorrection } from '@gongzhi/shared/hours/case-rules';
import { standing } from '@gongzhi/shared/kernel/hour-lines';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import { checkWords } from './check-words';
import { raiseCase } from './raise-case';
import type { Handle } from './repo';

export const askCorrection: Handle<'askCorrection'> = async ({ communityId, ...asked }, ctx) => {
  const { repo, caller, now } = ctx;
  const { entryId, from, wanted, why } = asked;
  const place = { communityId, volunteerId: caller.personId };
  const line = await repo.entries.line(place, from, entryId);
  if (!line) return refuse('NOT_FOUND');
  const chain = await repo.entries.chain(place, line);
  const no =
    mayAskCorrection(
      line,
      standing(chain).some((one) => one.entryId === entryId),
      wanted,
    ) ?? (await checkWords(ctx, why, asked.askReview));
  if (no) return no;
  const { activityId, shiftId, to, minutes, source } = line;
  const shift = await ctx.shifts.shift(communityId, activityId, shiftId, source);
  const by = { volunteerId: caller.personId, volunteerName: caller.displayName };
  const raised = { raisedById: caller.personId, raisedBy: caller.displayName };
  const caseId = `x-${entryId}`;
  const about = { activityId, shiftId, title: shift?.title ?? '', from, to, minutes, wanted, why };
  const one = await raiseCase({ caseId, kind: 'correction', ...by, ...raised, ...about }, { ...ctx, communityId }, now);
  const event = {
    type: 'hours.correction-asked',
    subject: `hours/${caller.personId}`,
    data: { caseId, entryId, wanted },
  };
  const answer = { caseId, state: one.state, dueAt: one.dueAt, at: one.raisedAt };
  const done = await commit(ctx, [repo.cases.raiseWrite(communityId, one, shift?.organiserId)], event, answer);
  return isLost(done) ? refuse('ALREADY_DONE') : done;
};
