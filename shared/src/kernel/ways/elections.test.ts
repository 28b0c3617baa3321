import { isElection } from './elections';

describe('elections of the residents’ committee are known by their words', () => {
  test.each([
    '社区居民委员会换届选举',
    '居委会换届',
    '关于 居委会 主任补选的表决',
    '罢免居民委员会副主任',
    '选举居民代表',
    '居民代表的推选办法和人选',
    '推选居务监督委员会成员',
    '选举居民小组长',
    '改选居民委员会委员',
    '居民\n委员会\n选举',
  ])('“%s”', (words) => expect(isElection(words)).toBe(true));
});

describe('what only sounds like one goes on', () => {
  test.each([
    '业主委员会委员候选人张三',
    '选聘物业服务企业',
    '给 3 号楼装一部电梯',
    '选一个地方放充电桩',
    '居民委员会公布停车方案',
    '居民代表会议讨论停车',
    '推选最美楼道',
    '选举日当天停车场开放',
    '补选绿化树种',
  ])('“%s”', (words) => expect(isElection(words)).toBe(false));
});
