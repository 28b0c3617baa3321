import { isPoll, namedFor } from './kind-words';

const SAID = [
  ['正在表决', '正在征询意见'],
  ['去表决', '去提意见'],
  ['看表决结果', '看意见征询结果'],
  ['312 户中 208 户已表决', '312 户中 208 户已提交'],
  ['请您家投票', '请说说您家的意见'],
  ['您不在这次表决的名册里。名册在发起表决时已经固定。', '您不在这次意见征询的名册里。名册在发起意见征询时已经固定。'],
] as const;

describe('a poll', () => {
  it.each(SAID)('%s is said as %s', (words, instead) => expect(namedFor(true, words)).toBe(instead));
  it.each(SAID)('of a vote that binds, %s stays', (words) => expect(namedFor(false, words)).toBe(words));
  it('is never called a vote', () => {
    for (const [words] of SAID) expect(namedFor(true, words)).not.toMatch(/表决|投票/);
  });
  it('is what has no force', () => {
    expect(['advisory', 'council', 'statutory'].map((force) => isPoll({ rule: { force } }))).toEqual([
      true,
      false,
      false,
    ]);
  });
});
