import type { Project } from '@gongzhi/shared/projects/project';
import { leads } from '@gongzhi/shared/projects/rules';
import type { Caller } from '../kernel/caller';
import type { Deps } from './repo';
import type { ProjectItem } from './repo-projects';

const showProject = (item: ProjectItem, mine: boolean, caller: Caller | undefined): Project => {
  const { sk: projectId, title, about, state, at, needId, resources, members, steps, result, endedAt } = item;
  return {
    ...{ projectId, title, about, state, at, resources, members, steps, mine },
    led: caller ? leads(item, caller) : false,
    ...(needId ? { needId } : {}),
    ...(result ? { result } : {}),
    ...(endedAt ? { endedAt } : {}),
  };
};

/** Projects as somebody sees them, with which of them they joined. */
export const showProjects = async (
  communityId: string,
  items: readonly ProjectItem[],
  { repo, caller }: Pick<Deps, 'repo'> & { caller: Caller | undefined },
): Promise<Project[]> => {
  const refs = items.map(({ sk: projectId }) => ({ communityId, projectId }));
  const mine = caller ? await repo.members.mine(refs, caller.personId) : new Set<string>();
  return items.map((item) => showProject(item, mine.has(item.sk), caller));
};
