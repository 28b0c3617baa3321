import { PERSONAL } from '@gongzhi/shared/notices/personal';
import { NOTICE_WORDS, targetOf, titleOf, wordsOf } from './model';
import { PARTY_WORDS } from './party-words';

const TYPES = Object.keys(PARTY_WORDS);
const DATA = { period: '2026-H2', days: 7, verdict: 'kept', state: 'held' };

test.each(TYPES)('%s says nothing of a party on a screen that others see', (type) => {
  const title = PERSONAL[type]?.title ?? '';
  const said = [{}, DATA, { ...DATA, as: 'role' }, { ...DATA, as: 'unit' }].map((data) => wordsOf({ type, data }));
  expect([title, ...said].join('')).not.toMatch(/党|支部|报到|书记|岗位/);
  expect([NOTICE_WORDS[type] === PARTY_WORDS[type], titleOf({ type, title })]).toEqual([true, title]);
});

test.each([
  ['reports.report-prepared', {}, /2026年下半年.*7 天里可以提异议/],
  ['reports.objection-answered', { verdict: 'kept' }, /保持原样/],
  ['reports.objection-answered', { verdict: 'leftOut' }, /去掉了/],
  ['reports.objection-answered', { verdict: 'again' }, /重新写了/],
  ['reports.report-sent', {}, /您2026年下半年的服务报告发出去了/],
  ['reports.report-sent', { as: 'unit' }, /收到一份2026年下半年的服务报告/],
  ['reports.evaluation-opened', {}, /请您自己写几句/],
  ['reports.evaluation-opened', { as: 'role' }, /请社区写几句/],
  ['reports.evaluation-opened', { as: 'unit' }, /请单位写几句/],
  ['projects.nomination-decided', { state: 'held' }, /同意了/],
  ['projects.nomination-decided', { state: 'declined' }, /没有同意，原因/],
  ['projects.need-decided', { state: 'open' }, /公布了/],
  ['projects.need-decided', { state: 'declined' }, /没有公布，原因/],
] as const)('%s %j says %s', (type, data, says) =>
  expect(wordsOf({ type, data: { ...DATA, ...(data as Record<string, string>) } })).toMatch(says),
);

test.each([
  ['party.report-valid', {}, 'reported'],
  ['party.renewal-declined', {}, 'reported'],
  ['projects.need-decided', { needId: 'n' }, 'need'],
  ['projects.nomination-decided', { postId: 'p' }, 'post'],
  ['reports.report-prepared', {}, 'report'],
  ['reports.objection-answered', {}, 'report'],
  ['reports.report-sent', {}, 'report'],
  ['reports.report-sent', { as: 'unit' }, 'sent'],
  ['reports.evaluation-opened', {}, 'evaluation'],
  ['reports.evaluation-opened', { as: 'role' }, 'to-answer'],
  ['reports.evaluation-opened', { as: 'unit' }, 'unit-to-answer'],
  ['reports.word-asked', { helperId: 'h', wishId: 'w' }, 'word'],
] as const)('%s %j leads to %s', (type, data, want) =>
  expect(targetOf({ type, data: data as Record<string, string> })).toBe(want),
);
