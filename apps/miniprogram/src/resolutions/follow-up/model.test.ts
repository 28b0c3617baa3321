import { FOLLOW_UP_DEFAULTS, FollowUp } from '@gongzhi/shared/resolutions/rule-sets';
import { NUMBER_KEYS, changedRule, faultOf, hasFault, ruleWords, typedOf } from './model';

const RULE = FOLLOW_UP_DEFAULTS;

describe('the rule of following up', () => {
  it('is read in whole sentences', () =>
    expect(ruleWords(RULE)).toEqual([
      '任务完成后，请提案人和附议人在 7 天内验收；没有人提出异议，期满视为验收。',
      '提案人一个人退回，就要重办。',
      '附议人有 3 位退回，也要重办。',
      '其他邻居可以附议退回，每 3 位抵一位附议人。',
      '全部验收后 30 天开始评议，开放 14 天，请提案人和附议人说有没有帮助。',
    ]));

  it('says what is otherwise where it is', () => {
    const words = ruleWords({ ...RULE, authorAlone: false, secondsPerSupporter: 0, reviewers: 'residents' });
    expect(words).toContain('3 位提案人或附议人退回，就要重办。');
    expect(words).toContain('其他邻居可以附议退回，只显示，不计数。');
    expect(words.at(-1)).toContain('请全体居民说有没有帮助');
  });

  it('changes what was typed, in its own unit, and nothing else', () => {
    const changed = changedRule(RULE, { answerMinutes: '10', sendBackSupporters: '5', reviewMinutes: '14' });
    expect(changed).toEqual({ ...RULE, answerMinutes: 14_400, sendBackSupporters: 5 });
    expect(FollowUp.safeParse(changed).success).toBe(true);
  });

  it('leaves what a community set in minutes as it is when nobody types there', () => {
    const short = { ...RULE, answerMinutes: 90 };
    expect(typedOf(short, 'answerMinutes')).toBe('0.06');
    expect(changedRule(short, { answerMinutes: '0.06' })).toEqual(short);
    expect(hasFault(short, { answerMinutes: '0.06' })).toBe(false);
  });

  it.each(['', '0', '-1', '1.5', '三', '367', '1e2', ' '])('refuses %j days of answering in words', (typed) => {
    expect(faultOf('answerMinutes', typed)).toBe('请填 1 到 366 的整数');
    expect(hasFault(RULE, { answerMinutes: typed })).toBe(true);
  });

  it('whatever may stand is a rule the server takes', () => {
    for (const key of NUMBER_KEYS)
      for (const typed of ['0', '1', '100', '366'])
        if (!faultOf(key, typed)) expect(FollowUp.safeParse(changedRule(RULE, { [key]: typed })).success).toBe(true);
  });
});
