import type { LedgerEvent } from '@gongzhi/shared/ledger/contract';
import { gatesIn } from './gates-passed';

const event = (type: string, data: LedgerEvent['data'] = {}) =>
  ({ id: type, type, subject: 's', at: '2026-11-23T01:00:00.000Z', via: 'app', mine: false, data }) as LedgerEvent;

test('of a history only the steps of the procedure are shown, and of supports only the one that was enough', () => {
  const all = [
    event('councils.proposal-filed'),
    event('councils.point-added'),
    event('councils.proposal-supported', { onAgenda: false }),
    event('councils.proposal-supported', { onAgenda: true }),
    event('votes.vote-decided'),
    event('resolutions.task-progressed'),
  ];
  expect(gatesIn(all).map(({ words }) => words)).toEqual(['提出提案', '附议够数，列入议程', '计票完成，公布结果']);
});

test.each([
  ['statutory', '固定名册，发起表决'],
  ['advisory', '固定名册，发起意见征询'],
])('what was opened by force of %s is called %s', (force, words) => {
  expect(gatesIn([event('votes.vote-opened', { force })]).map((moment) => moment.words)).toEqual([words]);
});
