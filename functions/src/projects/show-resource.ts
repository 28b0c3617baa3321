import type { Resource } from '@gongzhi/shared/projects/model';
import type { ResourceItem } from './repo-resources';

/** A resource; `all`: with why it was not published. */
export const showResource = (item: ResourceItem, all: boolean): Resource => {
  const { sk: resourceId, title, kind, about, when, unitId, unitName, at, state, reason } = item;
  return {
    ...{ resourceId, title, kind, about, unitId, unitName, at, state },
    ...(when ? { when } : {}),
    ...(reason && all ? { reason } : {}),
  };
};
