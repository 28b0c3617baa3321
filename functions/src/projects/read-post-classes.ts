import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import type { PostClasses } from '@gongzhi/shared/projects/post';
import { POST_CLASSES } from '@gongzhi/shared/projects/rule-sets';
import type { Deps, Handle } from './repo';

/** The community’s own classes, or those it begins with. */
export const classesOf = async (communityId: string, { repo }: Pick<Deps, 'repo'>): Promise<PostClasses> => {
  const own = await repo.posts.classes(communityId);
  if (!own) {
    const { value, source, sourceDate, verified } = POST_CLASSES;
    return { names: [...value], source, sourceDate, verified };
  }
  return { names: own.names, source: '社区自己定的岗位类别', sourceDate: dayInChina(own.at), verified: true };
};

export const readPostClasses: Handle<'readPostClasses'> = ({ communityId }, ctx) => classesOf(communityId, ctx);
