import { SHOWN_NEEDS } from '@gongzhi/shared/projects/rules';
import type { Handle } from './repo';
import { showNeed } from './show-need';

export const listNeeds: Handle<'listNeeds'> = async ({ communityId, cursor }, { repo, caller }) => {
  const { items, next } = await repo.needs.shown(communityId, cursor);
  const shown = items.filter(({ state }) => SHOWN_NEEDS.includes(state));
  return { items: shown.map((item) => showNeed(item, caller)), next };
};

export const listMyNeeds: Handle<'listMyNeeds'> = async ({ communityId, cursor }, { repo, caller }) => {
  const { items, next } = await repo.needs.of(communityId, caller.personId, cursor);
  return { items: items.map((item) => showNeed(item, caller)), next };
};

export const listWaitingNeeds: Handle<'listWaitingNeeds'> = async ({ communityId, cursor }, { repo, caller }) => {
  const { items, next } = await repo.needs.waiting(communityId, cursor);
  const waiting = items.filter(({ state }) => state === 'waiting');
  return { items: waiting.map((item) => showNeed(item, caller)), next };
};
