import { refuse } from '@gongzhi/shared/kernel/refusals';
import type { Wish } from '@gongzhi/shared/wishes/model';
import { mayWish, whoShown } from '@gongzhi/shared/wishes/rules';
import { eventOf } from './change-wish';
import { checkWords } from './check-words';
import type { Handle } from './repo';
import type { TextItem } from './repo-wishes';
import { commit } from '../kernel/commit';

type Whose = Pick<Wish, 'level' | 'callName' | 'building'>;
/** Whose it is and where, as far as everybody may know: hours and desks show the place. */
const shownOf = ({ level, ...whose }: Whose) => {
  const who = whoShown(level, whose);
  return { place: who?.building ?? '社区内', ...(who ? { who } : {}) };
};
const textOf = ({ about, callName, building, door }: TextItem): TextItem => ({
  ...{ about, callName, ...(building ? { building } : {}), ...(door ? { door } : {}) },
});

export const makeWish: Handle<'makeWish'> = async ({ communityId, behalf = false, ...wish }, ctx) => {
  const { repo, caller, now } = ctx;
  if (behalf && !caller.roles.includes('worker')) return refuse('NOT_ELIGIBLE');
  const { title, about, what, budget, level, callName, building, door } = wish;
  const no =
    mayWish(wish, await repo.settings.rule(communityId)) ??
    (await checkWords(title, [title, about, callName, building, door], ctx));
  if (no) return no;
  const [wishId, at] = [ctx.id(), now.toISOString()];
  const mine = behalf ? { behalf } : { wisherId: caller.personId };
  const head = {
    ...{ sk: wishId, title, what, budget, level, at, since: at, state: 'waiting' as const, version: 1 },
    ...{ kind: 'neighbour' as const, authorId: caller.personId, ...mine, hasDoor: door !== undefined },
    ...shownOf({ level, callName, building }),
  };
  const writes = repo.wishes.makeWrites({ communityId, wishId }, head, textOf(wish));
  const how = behalf ? { via: 'staff' as const } : {};
  const answer = { wishId, state: 'waiting' as const, at };
  const event = eventOf(wishId, { type: 'made', ...how }, { what, level });
  return (await commit(ctx, writes, event, answer)) as typeof answer;
};
