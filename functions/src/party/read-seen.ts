import { counts } from '../kernel/party';
import { isLive } from '@gongzhi/shared/party/rules';
import { callNames } from './call-names';
import type { Handle } from './repo';
import { listsOf } from './repo-members';
import { showNeighbour } from './show-neighbour';
import { showSecretary } from './show-secretary';
import { showUnit } from './show-unit';
import { showWorker } from './show-worker';

/** Made by what the lists themselves show, and only of the lists the member stands in. */
export const readSeen: Handle<'readSeen'> = async ({ communityId }, ctx) => {
  const { repo, caller, now } = ctx;
  const one = await repo.members.read(communityId, caller.personId);
  if (!one || !isLive(one) || !(await repo.members.consenting([one.sk])).has(one.sk)) return {};
  const lists = listsOf(communityId, one);
  const called = await callNames(ctx, communityId, [one]);
  return {
    secretary: showSecretary(one, now),
    ...(lists['upk'] ? { unit: showUnit(one, now) } : {}),
    ...(lists['wpk'] ? { worker: showWorker(one, called(one), now) } : {}),
    ...(lists['opk'] && counts(one, now) ? { neighbour: showNeighbour(one) } : {}),
  };
};
