import type { JoinRequest } from '@gongzhi/shared/directory/model';
import type { Membership, Request } from './repo-members';

/** A request as its asker and workers see it. */
export const showRequest = ({ sk, request }: Pick<Membership, 'sk'> & { request: Request }): JoinRequest => {
  const { requestId, askedAt, displayName, as = 'resident', state, reason, building, unit, room } = request;
  return {
    requestId,
    personId: sk,
    displayName,
    household: { building, unit, room },
    askedAt,
    as,
    state,
    ...(reason ? { reason } : {}),
  };
};
