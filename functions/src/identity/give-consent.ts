import type { identity } from '@gongzhi/shared/identity/contract';
import { mayConsent, standingConsent } from '@gongzhi/shared/identity/rules';
import { Busy, commit, isLost } from '../kernel/commit';
import type { Handler } from '../kernel/serve';
import { CURRENT } from './read-notice';
import type { Repo } from './repo';

/** Records the consent and makes it the one that stands. Agreeing again to what stands changes nothing and leaves no event. */
export const giveConsent: Handler<typeof identity.giveConsent, { repo: Repo }> = async (
  { purpose, version, hash },
  ctx,
) => {
  const { personId } = ctx.caller;
  const changed = mayConsent({ version, hash }, CURRENT[purpose]);
  if (changed) return changed;
  const standing = async () => standingConsent(await ctx.repo.consents(personId), purpose);
  const before = await standing();
  if (before?.version === version) return { purpose, grantedAt: before.grantedAt };
  const grantedAt = ctx.now.toISOString();
  const event = {
    type: 'identity.consent-given',
    scope: personId,
    subject: personId,
    data: { purpose, version, textHash: hash },
  };
  const given = await commit(ctx, ctx.repo.agreeing(personId, { purpose, version, hash, grantedAt }), event, {
    purpose,
    grantedAt,
  });
  if (!isLost(given)) return given;
  // another phone of the same person agreed at the same moment
  const other = await standing();
  if (other?.version !== version) throw new Busy('consenting');
  return { purpose, grantedAt: other.grantedAt };
};
