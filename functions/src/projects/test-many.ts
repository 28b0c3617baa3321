import { createCursors } from '../kernel/cursor';
import { createDocumentClient } from '../kernel/ddb';
import type { Write } from '../kernel/commit';
import { measureGrowth, putMany, type Growth } from '../kernel/test-fill';
import { createRepo } from './repo';
import { NEED, OFFER, POST, stageProjects, type Town } from './test-projects';

type Name = Parameters<Town['call']>[0];
interface List {
  name: Name;
  as: string;
  input?: object;
}

/** The lists, by who reads them. */
const listsOf = ({ unitId, worker, resident }: Town): List[] => [
  { name: 'listNeeds', as: resident },
  { name: 'listMyNeeds', as: resident },
  { name: 'listWaitingNeeds', as: worker },
  { name: 'listResources', as: resident },
  { name: 'listUnitResources', as: worker, input: { unitId } },
  { name: 'listProjects', as: resident },
  { name: 'listUnitProjects', as: resident, input: { unitId } },
  { name: 'listPosts', as: resident },
];

/** Of each kind one more, as the product writes it. */
const writesOf = (town: Town, repo: ReturnType<typeof createRepo>): Write[] => {
  const { communityId, unitId, resident, worker, id } = town;
  const at = town.world.now.toISOString();
  const need = (authorId: string, state: 'open' | 'waiting') =>
    repo.needs.postWrite(communityId, { ...NEED, sk: id(), by: 'resident', authorId, at, state });
  const given = { resourceId: id(), title: OFFER.title, unitId, unitName: '第一小学' };
  const project = { title: '会议室共享', about: '每月第一个周六', leadId: worker, at, members: 0, steps: 0 };
  return [
    need(resident, 'open'),
    need(worker, 'waiting'),
    repo.resources.offerWrite(communityId, { ...OFFER, sk: id(), unitId, unitName: '第一小学', at, state: 'open' }),
    ...repo.projects.startWrites(
      { communityId, projectId: id() },
      { ...project, state: 'gathering', resources: [given] },
    ),
    repo.posts.addWrite({ communityId, postId: id() }, { ...POST, taken: 0, state: 'open', at }),
  ];
};

/** What the lists of needs, resources, projects and posts read at ten and at `count` in each. For tests. */
export const measureProjects = async (endpoint: string, count: number): Promise<Growth[]> => {
  const town = await stageProjects(endpoint);
  const client = createDocumentClient(endpoint);
  const repo = createRepo(client, 'projects', createCursors(''));
  const fill = async (from: number, to: number) => {
    const writes = Array.from({ length: to - from }, () => writesOf(town, repo)).flat();
    await putMany(
      endpoint,
      'projects',
      writes.flatMap(({ Put }) => Put?.Item ?? []),
    );
  };
  const read =
    ({ name, as, input }: List) =>
    async () => {
      const heard = await town.call(name, { ...input }, { as });
      if ((heard.body['items'] as unknown[]).length < 10) throw new Error(`${name} is not filled`);
      return heard.units.read;
    };
  const lists = Object.fromEntries(listsOf(town).map((list) => [list.name, read(list)]));
  const grown = await measureGrowth(count, fill, lists);
  client.destroy();
  town.close();
  return grown.map((one) => ({ ...one, name: `projects.${one.name}` }));
};
