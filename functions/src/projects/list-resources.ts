import type { Handle } from './repo';
import { showResource } from './show-resource';

export const listResources: Handle<'listResources'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.resources.shown(communityId, cursor);
  const open = items.filter(({ state }) => state === 'open');
  return { items: open.map((item) => showResource(item, false)), next };
};

export const listWaitingResources: Handle<'listWaitingResources'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.resources.waiting(communityId, cursor);
  const waiting = items.filter(({ state }) => state === 'waiting');
  return { items: waiting.map((item) => showResource(item, true)), next };
};

/** What was closed stays: it is what the unit did. */
export const listUnitResources: Handle<'listUnitResources'> = async ({ communityId, unitId, cursor }, ctx) => {
  const { repo, caller, units } = ctx;
  const own = caller?.roles.includes('unitContact') && (await units.unitOf(communityId, caller.personId)) === unitId;
  const all = own || (caller?.roles.includes('worker') ?? false);
  const { items, next } = await repo.resources.of(communityId, unitId, cursor);
  const shown = items.filter(({ state }) => all || state === 'open' || state === 'closed');
  return { items: shown.map((item) => showResource(item, all)), next };
};
