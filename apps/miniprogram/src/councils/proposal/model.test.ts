import type { Proposal } from '@gongzhi/shared/councils/model';
import type { Role } from '@gongzhi/shared/kernel/contract';
import { mayRegroupHere, momentsOf, stepOf } from './model';

const proposal = (stage: Proposal['stage'], mine = { author: false, supported: false }) => ({
  stage,
  supports: 3,
  threshold: 5,
  mine,
});

test.each<[string, ReturnType<typeof proposal>, Role[], object]>([
  ['a neighbour may support', proposal('gathering'), ['resident'], { kind: 'support', label: '我附议' }],
  ['a visitor is told how', proposal('gathering'), [], { kind: 'none', why: '加入本社区的一户后，就可以附议。' }],
  [
    'who supported is told what is missing',
    proposal('gathering', { author: false, supported: true }),
    ['resident'],
    { kind: 'none', why: '您已附议，还差 2 人列入议程。' },
  ],
  [
    'the author too',
    proposal('gathering', { author: true, supported: true }),
    ['resident'],
    { kind: 'none', why: '您是提案人，还差 2 人列入议程。' },
  ],
  [
    'on the agenda only the chair opens a vote',
    proposal('agenda'),
    ['resident', 'chair'],
    { kind: 'open-vote', label: '发起表决' },
  ],
  [
    'others are told who does',
    proposal('agenda'),
    ['resident'],
    { kind: 'none', why: '已列入议程。程序走完后，由议事会召集人发起表决。' },
  ],
  ['an open vote is one tap away', proposal('voting'), [], { kind: 'vote', label: '去表决' }],
  ['a result too', proposal('decided'), [], { kind: 'result', label: '看表决结果' }],
  ['a waiting text has no step', proposal('waiting'), ['resident'], { kind: 'none' }],
])('%s', (_, facts, roles, want) => expect(stepOf(facts, roles)).toEqual(want));

test.each<[Proposal['stage'], Role[], boolean]>([
  ['gathering', ['chair'], true],
  ['agenda', ['worker'], true],
  ['agenda', ['resident', 'councilMember'], false],
  ['voting', ['chair'], false],
  ['merged', ['chair'], false],
])('merging and splitting a matter that is %s as %j: %s', (stage, roles, may) =>
  expect(mayRegroupHere(stage, roles)).toBe(may),
);

test("the history says in words what happened, and that an act was the reader's own", () => {
  const event = (type: string, data = {}, mine = false) => ({
    id: type,
    type,
    subject: 's',
    at: '2026-11-23T01:00:00.000Z',
    via: 'app' as const,
    mine,
    data,
  });
  expect(
    momentsOf([
      event('councils.proposal-filed', {}, true),
      event('councils.proposal-supported', { supports: 5, onAgenda: true }),
      event('votes.vote-opened', { units: 312, unit: 'household', force: 'council' }),
      event('councils.something-new'),
    ]).map(({ words, note }) => [words, note]),
  ).toEqual([
    ['提出提案', '这是您的操作'],
    ['附议达到 5 人，列入议程', undefined],
    ['发起表决，名册固定为 312 户', undefined],
    ['记录了一次变更', undefined],
  ]);
});
