import type { Request } from '@gongzhi/shared/volunteering/request';
import type { Kind } from '@gongzhi/shared/kernel/service/model';
import { changeItem } from '../kernel/change-item';
import type { Write } from '../kernel/commit';
import type { Pages } from '../kernel/pages';

export interface RequestItem {
  sk: string;
  title: string;
  about: string;
  kind: Kind;
  by: string;
  authorId: string;
  at: string;
  state: Request['state'];
  activityId?: string;
}
const requestKey = (communityId: string, requestId: string) => ({ pk: `${communityId}#requests`, sk: requestId });

export const repoRequests = ({ table: TableName, get, page }: Pages) => ({
  read: (communityId: string, requestId: string) => get<RequestItem>(requestKey(communityId, requestId)),
  list: (communityId: string, cursor: string | undefined) =>
    page<RequestItem>({ pk: requestKey(communityId, '').pk, newestFirst: true, cursor }),
  askWrite: (communityId: string, { sk, ...request }: RequestItem): Write => ({
    Put: { TableName, Item: { ...request, ...requestKey(communityId, sk) } },
  }),
  /** On from the state it was read in, once; taken by an activity. */
  moveWrite: (
    communityId: string,
    { sk, state: was }: Pick<RequestItem, 'sk' | 'state'>,
    to: { state: Request['state']; activityId?: string },
  ): Write =>
    changeItem(TableName, requestKey(communityId, sk), {
      to: to.activityId ? 'SET #state = :state, #activityId = :activity' : 'SET #state = :state',
      when: '#state = :was',
      lost: 'SHUT',
      values: { ':state': to.state, ':was': was, ':activity': to.activityId },
    }),
});
