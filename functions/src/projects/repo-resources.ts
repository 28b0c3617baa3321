import type { ResourcePlan, ResourceState } from '@gongzhi/shared/projects/model';
import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Key, Pages } from '../kernel/pages';
import { listBy } from './list-by';

export interface ResourceItem extends ResourcePlan, Key {
  unitId: string;
  unitName: string;
  at: string;
  state: ResourceState;
  reason?: string;
}
const resourcePk = (communityId: string) => `${communityId}#resources`;
const resourceKey = (communityId: string, resourceId: string) => ({ pk: resourcePk(communityId), sk: resourceId });
const shownPk = (communityId: string) => `${communityId}#resources#shown`;
const waitingPk = (communityId: string) => `${communityId}#resources#waiting`;
const unitPk = (communityId: string, unitId: string) => `${communityId}#of#${unitId}`;

export const repoResources = (pages: Pages) => {
  const { table: TableName, get, getAll } = pages;
  const list = listBy(pages);
  return {
    read: (communityId: string, resourceId: string) => get<ResourceItem>(resourceKey(communityId, resourceId)),
    /** Those of the ids there are, in their order. */
    all: async (communityId: string, resourceIds: readonly string[]): Promise<ResourceItem[]> => {
      const keys = resourceIds.map((id) => resourceKey(communityId, id));
      const found = await getAll(keys, { consistent: true });
      return keys.flatMap((key) => found<ResourceItem>(key) ?? []);
    },
    shown: (communityId: string, cursor: string | undefined) =>
      list<ResourceItem>({ index: 'byList', pk: shownPk(communityId), newestFirst: true, cursor }),
    waiting: (communityId: string, cursor: string | undefined) =>
      list<ResourceItem>({ index: 'byList', pk: waitingPk(communityId), newestFirst: false, cursor }),
    of: (communityId: string, unitId: string, cursor: string | undefined) =>
      list<ResourceItem>({ index: 'byOwner', pk: unitPk(communityId, unitId), newestFirst: true, cursor }),
    offerWrite: (communityId: string, { sk, ...resource }: Omit<ResourceItem, 'pk'>): Write => ({
      Put: {
        TableName,
        Item: {
          ...resource,
          ...resourceKey(communityId, sk),
          gpk: resource.state === 'open' ? shownPk(communityId) : waitingPk(communityId),
          gsk: `${resource.at}#${sk}`,
          ...{ hpk: unitPk(communityId, resource.unitId), hsk: sk },
        },
      },
    }),
    /** On from the state it was read in, once. */
    moveWrite: (
      communityId: string,
      { sk, state }: ResourceItem,
      { to, at, reason }: { to: ResourceState; at: string; reason?: string | undefined },
    ): Write =>
      changeItem(TableName, resourceKey(communityId, sk), {
        to:
          to === 'open'
            ? 'SET #state = :to, #gpk = :shown, #gsk = :place'
            : `SET #state = :to${reason === undefined ? '' : ', #reason = :reason'} REMOVE #gpk, #gsk`,
        when: '#state = :from',
        lost: 'RESOURCE',
        values: {
          ...{ ':to': to, ':from': state, ':shown': shownPk(communityId), ':place': `${at}#${sk}`, ':reason': reason },
        },
      }),
    /** Still offered: for a project that is made of it. */
    openCheck: (communityId: string, resourceId: string): Write => ({
      ConditionCheck: {
        TableName,
        Key: resourceKey(communityId, resourceId),
        ConditionExpression: '#state = :open',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':open': 'open' },
      },
      lost: 'RESOURCE',
    }),
  };
};
