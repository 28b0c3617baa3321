import { refuse } from '@gongzhi/shared/kernel/refusals';
import { emptyPicture } from './draw-picture';
import type { Handle } from './repo';

export const readPicture: Handle<'readPicture'> = async (matter, { repo, matters }) => {
  const [facts, picture] = await Promise.all([
    matters.read(matter.communityId, matter.proposalId),
    repo.pictures.read(matter),
  ]);
  return facts ? (picture ?? emptyPicture) : refuse('NOT_FOUND');
};
