import type { identity } from '@gongzhi/shared/identity/contract';
import { standingConsent } from '@gongzhi/shared/identity/rules';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { Busy, commit, isLost } from '../kernel/commit';
import type { Handler } from '../kernel/serve';
import type { Repo } from './repo';

const ATTEMPTS = 3;

/** Ends the consent that stands. The record stays, with the instant; what needed it stops on the next request. */
export const withdrawConsent: Handler<typeof identity.withdrawConsent, { repo: Repo }> = async ({ purpose }, ctx) => {
  const { personId } = ctx.caller;
  const withdrawnAt = ctx.now.toISOString();
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const standing = standingConsent(await ctx.repo.consents(personId), purpose);
    if (!standing) return refuse('NOT_FOUND');
    const event = {
      type: 'identity.consent-withdrawn',
      scope: personId,
      subject: personId,
      data: { purpose, version: standing.version, grantedAt: standing.grantedAt },
    };
    const done = await commit(ctx, ctx.repo.withdrawing(personId, standing, withdrawnAt), event, {
      purpose,
      withdrawnAt,
    });
    if (!isLost(done)) return done;
  }
  throw new Busy('withdrawing');
};
