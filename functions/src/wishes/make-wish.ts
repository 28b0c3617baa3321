import { refuse } from '@gongzhi/shared/kernel/refusals';
import { mayWish, whoShown } from '@gongzhi/shared/wishes/rules';
import { eventOf } from './change-wish';
import { checkWords } from './check-words';
import type { Handle } from './repo';
import { commit } from '../kernel/commit';

/** Where it is, as far as everybody may know: hours and desks show it. */
const placeOf = (building: string | undefined) => building ?? '社区内';

export const makeWish: Handle<'makeWish'> = async ({ communityId, behalf = false, ...wish }, ctx) => {
  const { repo, caller, now } = ctx;
  if (behalf && !caller.roles.includes('worker')) return refuse('NOT_ELIGIBLE');
  const { title, about, what, budget, level, callName, building, door } = wish;
  const no = mayWish(wish) ?? (await checkWords(title, [title, about, callName, building, door], ctx));
  if (no) return no;
  const [wishId, at] = [ctx.id(), now.toISOString()];
  const who = whoShown(level, { callName, building });
  const mine = behalf ? { behalf } : { wisherId: caller.personId };
  const head = {
    ...{ sk: wishId, title, what, budget, level, at, since: at, state: 'waiting' as const, version: 1 },
    ...{ place: placeOf(who?.building), kind: 'neighbour' as const, authorId: caller.personId, ...mine },
    ...{ hasDoor: door !== undefined, ...(who ? { who } : {}) },
  };
  const text = { about, callName, ...(building ? { building } : {}), ...(door ? { door } : {}) };
  const writes = repo.wishes.makeWrites({ communityId, wishId }, head, text);
  const how = behalf ? { via: 'staff' as const } : {};
  const answer = { wishId, state: 'waiting' as const, at };
  await commit(ctx, writes, eventOf(wishId, { type: 'made', ...how }, { what, level }), answer);
  return answer;
};
