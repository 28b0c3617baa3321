import { readFileSync } from 'node:fs';
import { splitProposal } from '@gongzhi/shared/councils/split-proposal';
import { MINUTE, DAY } from '@gongzhi/shared/kernel/time';
import { api, type Actor } from './api';
import { DEMO } from './people';

const { councils, votes } = api;
const { communityId } = DEMO;
const PAPER = new URL('./proposal.txt', import.meta.url);

/** Who takes part: the author of the real proposal, the chair, and neighbours. */
export interface Cast {
  author: Actor;
  chair: Actor;
  neighbours: readonly Actor[];
}

const support = async (proposalId: string, supporters: readonly Actor[]) => {
  for (const actor of supporters) await actor.act(councils.supportProposal, { communityId, proposalId });
};

const POINTS = [
  ['for', '年轻人白天上班，手机上能议事，参加的人才会多。'],
  ['for', '用满意度考核，比看台账实在。'],
  ['concern', '老人不会用手机，怕听不到他们的声音。'],
  ['question', '提的建议没有落实，谁来督促？'],
] as const;

const discuss = async (proposalId: string, { author, neighbours }: Cast) => {
  const said: string[] = [];
  for (const [index, [column, body]] of POINTS.entries()) {
    const receipt = await neighbours[index]?.act(councils.addPoint, { communityId, proposalId, column, body });
    if (receipt) said.push(receipt.id);
  }
  const at = { communityId, proposalId, pointId: said[3] ?? '' };
  await author.act(councils.replyToPoint, { ...at, body: '决议会写明由谁落实，进展在这一页公开。' });
  for (const neighbour of neighbours.slice(4, 9))
    await neighbour.act(councils.endorsePoint, { ...at, pointId: said[0] ?? '' });
};

/** The real proposal: filed, supported to the agenda, discussed, put to the vote for a week, a third of the households have voted. */
export const realProposal = async (cast: Cast): Promise<string> => {
  const text = { ...splitProposal(readFileSync(PAPER, 'utf8')), title: '完善社区治理，让居民满意成为考核标准' };
  const { id: proposalId } = await cast.author.act(councils.fileProposal, { communityId, ...text });
  await support(proposalId, cast.neighbours.slice(0, 4));
  await discuss(proposalId, cast);
  const { voteId } = await cast.chair.act(votes.openVote, {
    communityId,
    proposalId,
    question: '是否同意完善社区治理的四条建议',
    resolution: '同意提案的四条建议，由社区居民委员会会同街道组织落实，每季度公布进展。',
    closesAt: new Date(Date.now() + 7 * DAY).toISOString(),
  });
  const choices = ['for', 'for', 'for', 'against', 'abstain'] as const;
  for (const [index, actor] of cast.neighbours.slice(0, 120).entries()) {
    await actor.act(votes.castVote, { communityId, voteId, choice: choices[index % choices.length] ?? 'for' });
  }
  return proposalId;
};

/** A small matter decided on the spot: its result is there two minutes after the demo started. */
export const decidedMatter = async ({ chair, neighbours }: Cast): Promise<string> => {
  const [author] = neighbours.slice(20);
  if (!author) throw new Error('the demo needs more neighbours');
  const { id: proposalId } = await author.act(councils.fileProposal, {
    communityId,
    title: '1 号楼楼道加装扶手和感应灯',
    grounds: '1 号楼住着二十多位老人，楼道没有扶手，灯也坏了一半，晚上上下楼不安全。',
    recommendations: [
      { title: '每层加装扶手', body: '请社区联系物业，在每层楼梯内侧加装扶手。' },
      { title: '换成感应灯', body: '坏灯统一换成感应灯，费用从公共收益里出。' },
    ],
  });
  await support(proposalId, neighbours.slice(0, 4));
  const { voteId } = await chair.act(votes.openVote, {
    communityId,
    proposalId,
    question: '是否同意 1 号楼加装扶手和感应灯',
    resolution: '同意加装扶手和感应灯，由社区联系物业在一个月内完成。',
    closesAt: new Date(Date.now() + 1.2 * MINUTE).toISOString(),
  });
  for (const actor of neighbours) await actor.act(votes.castVote, { communityId, voteId, choice: 'for' });
  return proposalId;
};

/** Something still gathering support, and a text waiting for the worker. */
export const openMatters = async ({ neighbours }: Cast): Promise<void> => {
  const [author, doubter] = neighbours.slice(22);
  if (!author || !doubter) throw new Error('the demo needs more neighbours');
  const { id: proposalId } = await author.act(councils.fileProposal, {
    communityId,
    title: '小区东门早高峰只进不出，请错时开放',
    grounds: '早上七点半到八点半，送孩子的车和买菜的老人挤在东门。',
    recommendations: [{ title: '错时开放', body: '七点半到八点半东门只走行人，车走北门，先试一个月。' }],
  });
  await support(proposalId, neighbours.slice(0, 1));
  await doubter.act(councils.addPoint, {
    communityId,
    proposalId,
    column: 'concern',
    body: '测试复核词：这条意见等社区工作者审核后公开。',
  });
};
