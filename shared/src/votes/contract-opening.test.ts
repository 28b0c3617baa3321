import { type Share, meets, neededOf } from '@gongzhi/shared/kernel/shares';
import fc from 'fast-check';
import { votes } from './contract';
import { Readiness } from './contract-readiness';

import { COUNCIL_HOUSEHOLD_RULE, RULE_IDS } from './rule-sets';

const COMMUNITY = '310104013001';
const ID = '01JD0000000000000000PR0P01';
const AT = '2026-12-01T00:00:00.000Z';
const issuesOf = (answer: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
}) => (answer.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);

const OPENING = {
  communityId: COMMUNITY,
  proposalId: ID,
  question: '是否同意划线',
  resolution: '同意划线。\n\n由物业实施。',
  closesAt: AT,
};
const opening = (extra: object) => issuesOf(votes.openVote.input.safeParse({ ...OPENING, ...extra }));

test.each<[string, object, string[]]>([
  ['as it should be', {}, []],
  ['no question', { question: undefined }, ['question: 请填写表决事项']],
  ['a question of spaces', { question: ' \t ' }, ['question: 请填写表决事项']],
  ['a question that is a number', { question: 1 }, ['question: 请填写表决事项']],
  ['a question of 80 characters', { question: '字'.repeat(80) }, []],
  ['a question of 80 emoji and letters, each counted once', { question: `a${'😀'.repeat(79)}` }, []],
  ['a question of 81 characters', { question: '字'.repeat(81) }, ['question: 表决事项不能超过 80 个字']],
  ['a question on two lines', { question: '上\n下' }, ['question: 表决事项不能换行']],
  ['an emoji-only question', { question: '😀' }, ['question: 表决事项要有文字，不能只有表情或符号']],
  ['no resolution', { resolution: undefined }, ['resolution: 请填写决议内容']],
  ['a resolution of 500 characters', { resolution: '字'.repeat(500) }, []],
  ['a resolution of 501 characters', { resolution: '字'.repeat(501) }, ['resolution: 决议内容不能超过 500 个字']],
  ['a resolution of signs', { resolution: '？！' }, ['resolution: 决议内容要有文字，不能只有表情或符号']],
  ['no end', { closesAt: undefined }, ['closesAt: 此项必填']],
  ['an end on a day that is not', { closesAt: '2026-02-30T00:00:00.000Z' }, ['closesAt: 此项的格式不对']],
  ['a rule nobody knows', { ruleId: 'owners-2027' }, ['ruleId: 请从列出的选项中选择']],
  ['ways that leave out the phone', { channels: 'paper' }, ['channels: 请从列出的选项中选择']],
  ['secrecy in words', { secret: 'yes' }, ['secret: 此项的格式不对']],
  ['a rule of its own making', { rule: COUNCIL_HOUSEHOLD_RULE }, [': 不认识的字段：rule']],
  ['a roll of its own making', { units: 3, entries: [] }, [': 不认识的字段：units、entries']],
  ['a beginning of its own', { openedAt: AT }, [': 不认识的字段：openedAt']],
  ['a community that is a street', { communityId: '310104013' }, ['communityId: 此项的格式不对']],
  ['several faults', { question: '', closesAt: 'soon' }, ['question: 请填写表决事项', 'closesAt: 此项的格式不对']],
])('a vote opened with %s', (_, extra, issues) => {
  expect(opening(extra)).toEqual(issues);
});

test('every rule set there is may be asked for, by the check beforehand and by the opening alike', () => {
  for (const ruleId of RULE_IDS) {
    expect(opening({ ruleId })).toEqual([]);
    const asked = { communityId: COMMUNITY, proposalId: ID, closesAt: AT, ruleId };
    expect(issuesOf(votes.checkReadiness.input.safeParse(asked))).toEqual([]);
  }
});

test('what is asked and decided is trimmed, and its paragraphs are kept', () => {
  const parsed = votes.openVote.input.parse({ ...OPENING, question: '  是否  ', resolution: '\n一\n\n二\n' });
  expect(parsed).toMatchObject({ question: '是否', resolution: '一\n\n二' });
});

const HALF: Share = { num: 1, den: 2, strict: true };
const setting = (extra: object) =>
  issuesOf(
    votes.setShares.input.safeParse({
      communityId: COMMUNITY,
      ruleId: 'delegates-2026-1',
      quorum: HALF,
      pass: HALF,
      source: '本社区议事规则第八条',
      adoptedOn: '2026-03-01',
      ...extra,
    }),
  );
const BOUNDS = '比例要在 0 和 1 之间，分母不超过 100';
test.each<[string, unknown, string[]]>([
  ['a hundredth', { num: 1, den: 100, strict: false }, []],
  ['a hundred and first', { num: 1, den: 101, strict: false }, [BOUNDS]],
  ['nothing', { num: 0, den: 2, strict: false }, [BOUNDS]],
  ['less than nothing', { num: -1, den: 2, strict: true }, [BOUNDS]],
  ['parts of nothing', { num: 1, den: 0, strict: false }, [BOUNDS]],
  ['all', { num: 1, den: 1, strict: false }, []],
  ['all in hundredths', { num: 100, den: 100, strict: false }, []],
  ['more than all', { num: 3, den: 2, strict: false }, [BOUNDS]],
  ['more than the whole, said strictly', { num: 1, den: 1, strict: true }, ['不可能超过全部']],
  ['the same in hundredths', { num: 100, den: 100, strict: true }, ['不可能超过全部']],
  ['almost all, strictly', { num: 99, den: 100, strict: true }, []],
])('a share that is %s', (_, share, says) => {
  expect(setting({ quorum: share })).toEqual(says.map((one) => `quorum: ${one}`));
  expect(setting({ pass: share })).toEqual(says.map((one) => `pass: ${one}`));
});

test.each<[string, object, string[]]>([
  ['a share with a decimal', { quorum: { num: 1.5, den: 2, strict: true } }, ['quorum.num: 此项的格式不对']],
  ['a share in words', { pass: { num: '1', den: 2, strict: true } }, ['pass.num: 此项的格式不对']],
  ['a share that does not say whether it is itself enough', { pass: { num: 1, den: 2 } }, ['pass.strict: 此项必填']],
  ['only one of the two shares', { pass: undefined }, ['pass: 此项必填']],
  ['a share with something else in it', { quorum: { ...HALF, of: 'area' } }, ['quorum: 不认识的字段：of']],
  ['owners, whose shares are the law’s', { ruleId: 'owners-grave-2021-1' }, ['ruleId: 请从列出的选项中选择']],
  ['the council, whose rule stands', { ruleId: 'council-household-2026-1' }, ['ruleId: 请从列出的选项中选择']],
  ['no source', { source: ' ' }, ['source: 请填写依据']],
  ['a source of 61 characters', { source: '字'.repeat(61) }, ['source: 依据不能超过 60 个字']],
  ['a day there is not', { adoptedOn: '2026-02-30' }, ['adoptedOn: 请填写日期，如 2026-03-01']],
  ['no rule', { ruleId: undefined }, ['ruleId: 请从列出的选项中选择']],
])('shares set with %s', (_, extra, issues) => {
  expect(setting(extra)).toEqual(issues);
});

test('whatever share may be set can be met by all, and nobody meets it by staying away', () => {
  const parts = fc.record({ num: fc.integer({ min: -3, max: 110 }), den: fc.integer({ min: -3, max: 110 }) });
  fc.assert(
    fc.property(parts, fc.boolean(), fc.integer({ min: 1, max: 100_000 }), (part, strict, whole) => {
      const share = { ...part, strict };
      if (setting({ quorum: share }).length > 0) return;
      expect([meets(share, whole, whole), meets(share, 0, whole)]).toEqual([true, false]);
      expect(neededOf(share, whole)).toBeLessThanOrEqual(whole);
    }),
    { numRuns: 1_000 },
  );
});

test('readiness is told in refusals and numbers: no name of anyone fits into it', () => {
  const ready = { ready: true, rule: COUNCIL_HOUSEHOLD_RULE, units: 30, area: 0, bound: 3, problems: [] };
  expect(Readiness.safeParse(ready).success).toBe(true);
  expect(Readiness.safeParse({ ...ready, warning: { bound: 3, needed: 16 } }).success).toBe(true);
  const problem = (one: object) => issuesOf(Readiness.safeParse({ ...ready, problems: [one] }));
  expect(problem({ refused: 'AREA_MISSING', facts: { count: 2 } })).toEqual([]);
  expect(problem({ refused: 'SOMETHING_ELSE' })).toEqual(['problems.0.refused: 请从列出的选项中选择']);
  expect(problem({ refused: 'AREA_MISSING', households: [ID] })).toEqual(['problems.0: 不认识的字段：households']);
  expect(problem({ refused: 'AREA_MISSING', facts: { doors: ['1-101'] } })).toHaveLength(1);
});

test('the check beforehand asks in words a URL can carry, and a page’s typing mistakes are told', () => {
  const asking = (extra: object) =>
    issuesOf(votes.checkReadiness.input.safeParse({ communityId: COMMUNITY, proposalId: ID, closesAt: AT, ...extra }));
  expect(asking({ channels: 'app', ballot: 'secret' })).toEqual([]);
  expect(asking({ ballot: 'open' })).toEqual(['ballot: 请从列出的选项中选择']);
  expect(asking({ closesAt: undefined })).toEqual(['closesAt: 此项必填']);
  expect(asking({ secret: true })).toEqual([': 不认识的字段：secret']);
});
