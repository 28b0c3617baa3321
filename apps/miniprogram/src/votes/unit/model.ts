import type { Member } from '@gongzhi/shared/directory/model';
import type { Pickable } from '../../kernel/ui/pick-one/model';
import type { Entry } from '../entry-words';

/** Members who may be named as agent: whoever lives here or owns here. */
export const agentsIn = (members: readonly Member[]): Pickable[] =>
  members
    .filter(({ roles }) => roles.includes('resident') || roles.includes('owner'))
    .map(({ personId, displayName, household }) => ({
      id: personId,
      label: displayName,
      note: household?.label ?? '业主，不住在这里',
    }));

/** How far the help is, as the worker reads it. */
export const helpWords = (help: Pick<Entry, 'state'> | undefined): string => {
  switch (help?.state) {
    case 'asked':
      return '等居民确认';
    case 'confirmed':
      return '居民已同意，去录入';
    case 'cast':
      return '已投';
    default:
      return '居民不方便用手机时';
  }
};
