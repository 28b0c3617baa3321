import { VALIDITY } from '@gongzhi/shared/party/rule-sets';
import type { Handle } from './repo';

export const readTerm: Handle<'readTerm'> = async ({ communityId }, { repo }) => {
  const { source, sourceDate, verified } = VALIDITY;
  return { months: await repo.figures.months(communityId), source, sourceDate, verified };
};
