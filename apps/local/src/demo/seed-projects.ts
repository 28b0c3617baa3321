import { api, type Actor } from './api';
import { DEMO } from './people';
import type { PartyCast } from './seed-party';

const { projects } = api;
const { communityId } = DEMO;

/** Needs of the community and of a neighbour, what a unit offers, and a project made of both with its first step. */
const lists = async ({ worker, contact }: PartyCast, neighbours: readonly Actor[]): Promise<void> => {
  const hall = {
    title: '一楼报告厅',
    kind: 'place',
    about: '能坐 80 人，有投影，提前三天说一声。',
    when: '周末',
  } as const;
  const { resourceId } = await contact.act(projects.offerResource, { communityId, ...hall });
  const doctors = { title: '义诊小分队', kind: 'skills', about: '内科、骨科医生各一位，半天。' } as const;
  await contact.act(projects.offerResource, { communityId, ...doctors });
  const place = { title: '健康讲座要一块场地', kind: 'place', about: '周六上午两小时，约 40 人，要有桌椅。' } as const;
  const { needId } = await worker.act(projects.postNeed, { communityId, ...place, amount: '1 间' });
  const chairs = {
    title: '活动室缺二十把椅子',
    kind: 'goods',
    about: '折叠椅就行，旧的也可以。',
    amount: '20 把',
  } as const;
  await worker.act(projects.postNeed, { communityId, ...chairs });
  const [first, second, asking] = neighbours;
  const tutor = { title: '暑假想请人教孩子写字', kind: 'people', about: '楼里有五六个小学生，想学书法。' } as const;
  await asking?.act(projects.postNeed, { communityId, ...tutor });
  const plan = {
    title: '冬季健康讲座',
    about: '医院出场地和医生，社区组织老人参加。',
    needId,
    resourceIds: [resourceId],
  };
  const { projectId } = await worker.act(projects.startProject, { communityId, plan });
  for (const one of [first, second]) await one?.act(projects.joinProject, { communityId, projectId, named: true });
  await worker.act(projects.tellStep, { communityId, projectId, words: '场地定好了，正在收报名。' });
};

/** Posts: one that is held, and one somebody waits for. */
const posts = async ({ worker, members }: PartyCast): Promise<void> => {
  const night = { className: '治安巡逻', title: '夜间巡逻', about: '每周三晚上在小区走一圈，看看消防通道。', slots: 2 };
  const { postId } = await worker.act(projects.addPost, { communityId, ...night });
  const talks = { className: '矛盾调解', title: '楼道矛盾调解员', about: '邻里有小矛盾，请您去说和。', slots: 1 };
  const second = await worker.act(projects.addPost, { communityId, ...talks });
  const ofPost = { communityId, postId };
  await members.retired.act(projects.nominate, ofPost);
  await worker.act(projects.decideNomination, { ...ofPost, personId: members.retired.personId, confirm: true });
  await members.branch.act(projects.nominate, { communityId, postId: second.postId });
};

/** The three lists and the posts, as they stand in the middle of a year. */
export const listsAndPosts = async (cast: PartyCast, neighbours: readonly Actor[]): Promise<void> => {
  await lists(cast, neighbours);
  await posts(cast);
};
