import { createHash, timingSafeEqual } from 'node:crypto';
import { refuse } from '@gongzhi/shared/kernel/refusals';
import { commit, isLost } from '../kernel/commit';
import type { Handler } from './repo';

const digest = (text: string) => createHash('sha256').update(text).digest();

export const openStreet: Handler<'openStreet'> = async ({ streetId, openingKey, displayName }, ctx) => {
  if (!timingSafeEqual(digest(openingKey), digest(await ctx.openingKey()))) return refuse('WRONG_OPENING_KEY');
  const division = await ctx.findDivision(streetId);
  if (!division) return refuse('NOT_A_DIVISION');
  const openedAt = ctx.now.toISOString();
  const me = await ctx.repo.members.find(streetId, ctx.caller.personId);
  const done = await commit(
    ctx,
    [
      ctx.repo.places.openStreet(streetId, division.street, openedAt),
      ctx.repo.members.change(me, { roles: ['supervisor'], displayName, joinedAt: openedAt }),
    ],
    { type: 'directory.street-opened', subject: streetId },
    { streetId, openedAt },
  );
  return isLost(done) ? refuse('ALREADY_OPEN') : done;
};
