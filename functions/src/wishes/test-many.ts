import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import { measureGrowth, putMany, type Growth } from '../kernel/test-fill';
import { createRepo } from './repo';
import type { HeadItem } from './repo-wishes';
import { stageWish, WISH, type Name } from './test-wish';

type List = Extract<Name, 'listOpen' | 'listMine' | 'listClaimed' | 'listWaiting'>;
const LISTS: readonly List[] = ['listOpen', 'listMine', 'listClaimed', 'listWaiting'];

/**
 * What the lists of wishes read at ten and at `count` wishes in each. Half of the wishes are one person’s, claimed by
 * another, and ran out, so that they are open, mine and claimed at once; the others wait for a worker. For tests.
 */
export const measureWishes = async (endpoint: string, count: number): Promise<Growth[]> => {
  const stage = stageWish(endpoint);
  const client = createDocumentClient(endpoint);
  const { wishes } = createRepo(client, 'wishes', createCursors(''));
  const { communityId, world } = stage;
  const [maker, claimer, worker] = [await stage.person(), await stage.person(), await stage.person(['worker'])];
  const since = new Date(world.now.getTime() - 60_000).toISOString();
  const { title, what, budget, level } = WISH;
  const itemsOf = (n: number) => {
    const ids = { communityId, wishId: stage.id() };
    const head = {
      ...{ sk: ids.wishId, title: `${title}${n}`, what, budget, level, kind: 'other', place: '', behalf: false },
      ...{ wisherId: maker, authorId: maker, at: since, since, hasDoor: true, version: 1 },
    };
    const whole = (more: object, lists: object = {}) => {
      const [put] = wishes.makeWrites(ids, { ...head, ...more } as HeadItem, { about: WISH.about, callName: '' });
      return { ...put?.Put?.Item, ...lists };
    };
    const claimed = { cpk: `${communityId}#c#${claimer}`, csk: ids.wishId };
    const ranOut = whole({ state: 'claimed', claimerId: claimer, claimedUntil: since }, claimed);
    ids.wishId = stage.id();
    return [ranOut, whole({ sk: ids.wishId, state: 'waiting', authorId: worker })];
  };
  const fill = (from: number, to: number) =>
    putMany(endpoint, 'wishes', Array.from({ length: to - from }, (_, i) => itemsOf(from + i)).flat());
  const reader: Readonly<Record<List, string>> = {
    ...{ listOpen: worker, listMine: maker, listClaimed: claimer, listWaiting: worker },
  };
  const read = (name: List) => async () => {
    const heard = await stage.call(name, {}, { as: reader[name] });
    if (heard.status !== 200) throw new Error(`${name}: ${heard.status}`);
    if ((heard.body['items'] as unknown[]).length < 10) throw new Error(`${name} is not filled`);
    return heard.units.read;
  };
  const grown = await measureGrowth(count, fill, Object.fromEntries(LISTS.map((name) => [name, read(name)])));
  client.destroy();
  stage.close();
  return grown.map((one) => ({ ...one, name: `wishes.${one.name}` }));
};
