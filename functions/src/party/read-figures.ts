import { figuresOf } from '@gongzhi/shared/party/figures';
import type { Handle } from './repo';

export const readFigures: Handle<'readFigures'> = async ({ communityId }, { repo, now }) =>
  figuresOf(await repo.figures.kinds(communityId), now);
