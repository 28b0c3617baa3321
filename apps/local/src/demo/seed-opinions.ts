import type { Answer } from '@gongzhi/shared/opinions/model';
import { api, type Actor } from './api';
import { DEMO } from './people';

const { councils, opinions } = api;
const { communityId } = DEMO;

/** Each statement with what the first, the second and the third of every ten people of either camp say: a agree, d disagree, p pass. */
const SAID: readonly [body: string, floors: string, stairs: string][] = [
  ['装电梯之前，先把老人多的单元排在前面。', 'aaa', 'aap'],
  ['施工要固定时间，中午和晚上不许动工。', 'aaa', 'aaa'],
  ['账目每个月在楼道和这里各公开一次。', 'aaa', 'aap'],
  ['低楼层用不上电梯，不应该出钱。', 'ddp', 'aaa'],
  ['费用按楼层分担，楼层越高出得越多。', 'aaa', 'dda'],
  ['电梯会挡住低楼层的光，装之前要量清楚。', 'dpa', 'aaa'],
  ['只要三分之二的人同意，就应当开工。', 'aap', 'ddd'],
  ['宁可先修楼道灯和扶手，也不急着装电梯。', 'ddd', 'aap'],
  ['电梯装好以后由物业统一保养，费用从公共收益里出。', 'aaa', 'aap'],
  ['装电梯能让房子更好卖，大家都有好处。', 'aaa', 'ddp'],
  ['低楼层的住户应当得到补偿。', 'dpd', 'aaa'],
  ['可以先在一个单元试装，半年以后再决定。', 'apa', 'aaa'],
];
const WORDS = { a: 'agree', d: 'disagree', p: 'pass' } as const satisfies Record<string, Answer>;

/** Which of the three a person says: the same in every demo, and hanging together with nothing else. */
const draw = (person: number, no: number) => Math.floor(person * 1.7 + no * no * 0.9 + person * no * 0.37) % 3;

/** A matter on which thirty neighbours have said what they hold: two camps, and what both agree on. The picture is there within a minute. */
export const opinionsOnLift = async (neighbours: readonly Actor[]): Promise<string> => {
  const [author, ...people] = neighbours.slice(30, 61);
  if (!author) throw new Error('the demo needs more neighbours');
  const { id: proposalId } = await author.act(councils.fileProposal, {
    communityId,
    title: '给老楼加装电梯',
    grounds: '3 号楼住着十几位八十岁以上的老人，六楼没有电梯，看病买菜都不方便。',
    recommendations: [{ title: '分批加装', body: '先从老人多的单元装起，费用和保养一起商量。' }],
  });
  for (const actor of people.slice(0, 3)) await actor.act(councils.supportProposal, { communityId, proposalId });
  for (const [i, [body]] of SAID.entries())
    await people[i % people.length]?.act(opinions.addStatement, { communityId, proposalId, body });
  for (const [i, actor] of people.entries())
    for (const [no, [, floors, stairs]] of SAID.entries()) {
      const said = (i % 5 < 3 ? floors : stairs)[draw(i, no)] as keyof typeof WORDS;
      await actor.act(opinions.answerStatement, { communityId, proposalId, no: String(no), answer: WORDS[said] });
    }
  return proposalId;
};
