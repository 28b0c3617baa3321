import { isCommand } from '@gongzhi/shared/kernel/contract';
import { COUNCIL_DEFAULTS } from './rule-sets';
import { councils } from './contract';
import { Proposal, ProposalText } from './model';

const COMMUNITY = '310104013001';
const ID = '01JD0000000000000000PR0P01';
const issuesOf = (answer: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
}) => (answer.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

const TEXT = {
  title: '关于设立议事会的提案',
  grounds: '社区事务多。',
  recommendations: [{ title: '设立', body: '每月一次。' }],
};
const filing = (extra: object) =>
  issuesOf(councils.fileProposal.input.safeParse({ communityId: COMMUNITY, ...TEXT, ...extra }));

test.each<[string, object, string[]]>([
  ['as it should be', {}, []],
  ['an emoji-only title', { title: '🎉🏠' }, ['title: 标题要有文字，不能只有表情或符号']],
  ['a title of spaces', { title: '   ' }, ['title: 请填写标题']],
  ['a title on two lines', { title: '上\n下' }, ['title: 标题不能换行']],
  ['a title of 60 characters', { title: '字'.repeat(60) }, []],
  ['a title of 60 emoji and letters, each counted once', { title: `a${'😀'.repeat(59)}` }, []],
  ['a title of 61 characters', { title: '字'.repeat(61) }, ['title: 标题不能超过 60 个字']],
  ['grounds of 5,000 characters', { grounds: '字'.repeat(5_000) }, []],
  ['grounds of 5,001 characters', { grounds: '字'.repeat(5_001) }, ['grounds: 理由和现状不能超过 5000 个字']],
  ['no grounds', { grounds: undefined }, ['grounds: 请填写理由和现状']],
  ['no recommendation', { recommendations: [] }, ['recommendations: 至少写一条建议']],
  ['ten recommendations', { recommendations: Array.from({ length: 10 }, () => TEXT.recommendations[0]) }, []],
  [
    'eleven recommendations',
    { recommendations: Array.from({ length: 11 }, () => TEXT.recommendations[0]) },
    ['recommendations: 建议最多 10 条'],
  ],
  [
    'an empty recommendation',
    { recommendations: [{ title: '', body: '' }] },
    ['recommendations.0.title: 请填写建议标题', 'recommendations.0.body: 请填写建议内容'],
  ],
  ['a field it does not know', { state: 'published' }, [': 不认识的字段：state']],
  ['a community that is a street', { communityId: '310104013' }, ['communityId: 此项的格式不对']],
])('a proposal with %s', (_, extra, issues) => {
  expect(filing(extra)).toEqual(issues);
});

test('what is filed is trimmed, and its paragraphs are kept', () => {
  expect(ProposalText.parse({ ...TEXT, title: '  标题  ', grounds: '\n一段\n\n二段\n' })).toMatchObject({
    title: '标题',
    grounds: '一段\n\n二段',
  });
});

const deciding = (extra: object) =>
  issuesOf(councils.decideReview.input.safeParse({ communityId: COMMUNITY, reviewId: ID, ...extra }));
test('a refusal names its reason, a publication needs none', () => {
  expect(deciding({ publish: true })).toEqual([]);
  expect(deciding({ publish: false })).toEqual(['reason: 请写明不公开的理由']);
  expect(deciding({ publish: false, reason: '含有他人姓名' })).toEqual([]);
  expect(deciding({ publish: false, reason: '😀' })).toEqual(['reason: 理由要有文字，不能只有表情或符号']);
});

test('an id that is not one is refused in every route that names it', () => {
  for (const [name, { path, input }] of Object.entries(councils)) {
    for (const [, field = ''] of path.matchAll(/\{(\w+)\}/g)) {
      const issues = issuesOf(input.safeParse({ [field]: '../other' }));
      expect({ name, field, issues }).toEqual({
        name,
        field,
        issues: expect.arrayContaining([`${field}: 此项的格式不对`]) as unknown,
      });
    }
  }
});

test('every route lies in the community it names', () => {
  for (const { path } of Object.values(councils)) expect(path).toMatch(/^\/councils\/\{communityId\}\//);
});

test('whatever everyone may read is a read; whatever changes something names who may', () => {
  for (const [name, route] of Object.entries(councils)) {
    if (isCommand(route)) expect({ name, access: Array.isArray(route.access) }).toEqual({ name, access: true });
  }
});

test('a receipt that is kept with its event holds no words and no names', () => {
  for (const [name, route] of Object.entries(councils)) {
    if (!isCommand(route)) continue;
    expect({
      name,
      fields: Object.keys(route.output.shape).filter((field) =>
        /title|body|name|text|reason|grounds|question|resolution/i.test(field),
      ),
    }).toEqual({ name, fields: [] });
  }
});

test('a proposal is shown without its author’s household or phone', () => {
  expect(Object.keys(Proposal.shape).sort()).toEqual([
    'authorId',
    'authorName',
    'communityId',
    'filedAt',
    'grounds',
    'mergedInto',
    'mine',
    'pastVotes',
    'points',
    'poll',
    'proposalId',
    'reason',
    'recommendations',
    'splitFrom',
    'splitInto',
    'stage',
    'state',
    'supports',
    'threshold',
    'title',
    'voteId',
  ]);
});

test('the defaults leave room for a vote', () => {
  expect(COUNCIL_DEFAULTS.shortestVoteMinutes).toBeGreaterThan(0);
  expect(COUNCIL_DEFAULTS.longestVoteDays * 24 * 60).toBeGreaterThan(COUNCIL_DEFAULTS.shortestVoteMinutes);
  expect(COUNCIL_DEFAULTS.supportThreshold).toBeGreaterThanOrEqual(1);
});
