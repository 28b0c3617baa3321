import type { Card } from '@gongzhi/shared/wishes/model';
import type { Handle } from './repo';
import type { HeadItem } from './repo-wishes';
import { showCard } from './show-wish';

const cards = ({ items, next }: { items: readonly HeadItem[]; next: string | undefined }, now: Date) => ({
  items: items.map((head): Card => showCard(head, now)),
  next,
});

const listOpen: Handle<'listOpen'> = async ({ communityId, cursor }, { repo, now }) => {
  const { items, next } = cards(await repo.wishes.open(communityId, now, cursor), now);
  return { items: items.filter(({ state }) => state === 'open'), next };
};

const listWaiting: Handle<'listWaiting'> = async ({ communityId, cursor }, { repo, now }) =>
  cards(await repo.wishes.waiting(communityId, cursor), now);

const listMine: Handle<'listMine'> = async ({ communityId, cursor }, { repo, caller, now }) =>
  cards(await repo.wishes.of('m', communityId, caller.personId, cursor), now);

const listClaimed: Handle<'listClaimed'> = async ({ communityId, cursor }, { repo, caller, now }) =>
  cards(await repo.wishes.of('c', communityId, caller.personId, cursor), now);

export const listWishes = { listOpen, listWaiting, listMine, listClaimed };
