import { confirmed, mayConfirmOrganisation } from '@gongzhi/shared/party/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { answerFor } from './answer-for';
import { moveAsked } from './move-asked';
import type { Handle } from './repo';

export const confirmOrganisation: Handle<'confirmOrganisation'> = async ({ communityId, personId, by: how }, ctx) => {
  const { repo, now } = ctx;
  if (personId === ctx.caller.personId) return refuse('OWN_REPORT');
  const [by, months] = await Promise.all([answerFor(ctx, communityId, personId), repo.figures.months(communityId)]);
  return moveAsked(ctx, { communityId, personId }, (before) => {
    const no = mayConfirmOrganisation(before, by, { how, now });
    if (no) return no;
    const organisation = { at: now.toISOString(), by: how };
    const after = confirmed(before, { organisation }, { months, now });
    return { after, event: after.state === 'valid' ? 'report-valid' : 'report-confirmed', data: { how } };
  });
};
