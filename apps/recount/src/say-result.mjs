const OUTCOMES = {
  passed: '通过 · passed',
  rejected: '未通过 · rejected',
  noQuorum: '参加的不够，没有形成决议 · no quorum',
  advisory: '意见征询，不形成决议 · advisory, decides nothing',
};
const MEASURES = { units: ['票数', 'ballots'], area: ['面积', 'area'] };
const asked = ({ num, den, strict }) => [
  `${strict ? '超过' : '达到'} ${num}/${den}`,
  `${strict ? '>' : '>='} ${num}/${den}`,
];

const sayTest = ({ of, quorum, pass, reached, passed }) => {
  const [zh, en] = MEASURES[of];
  const line = (share, met, what, said) =>
    `  ${zh}${what}须${asked(share)[0]} ${met ? '✓' : '✗'}  ${en} ${said} ${asked(share)[1]}: ${met ? 'yes' : 'no'}`;
  return [line(quorum, reached, '参加', 'taking part'), line(pass, passed, '赞成', 'for')];
};

const AREAS = [
  '  面积不逐票公布（会暴露是哪一家），这里只按公布的合计核对规则。',
  '  Areas are not published ballot by ballot (they would tell whose it is): the rule was applied to the published sums.',
];

/** The report of a list that holds, in Chinese and English. */
export const sayResult = ({ head, key, root, counts, tests, outcome }) => [
  '✓ 格式、哈希、签名、票数、规则全部一致。',
  '✓ Form, hashes, signature, counts and rule all agree.',
  `  表决 vote: ${head.question}`,
  `  名册 roll: ${head.roll.units}  参加 took part: ${head.marks}  选票 ballots: ${head.ballots}`,
  `  赞成 for: ${counts.for}  反对 against: ${counts.against}  弃权 abstain: ${counts.abstain}  无效 invalid: ${counts.invalid}`,
  ...tests.flatMap(sayTest),
  ...(tests.some(({ of }) => of === 'area') ? AREAS : []),
  `  规则 rule: ${head.rule.source}（${head.rule.sourceDate}）`,
  `  结果 result: ${OUTCOMES[outcome]}`,
  `  根 root: ${root}`,
  `  密钥指纹 key: ${key}`,
  '  请与社区公告栏或小程序里公布的指纹核对。Compare the key with the one the community has posted.',
];
