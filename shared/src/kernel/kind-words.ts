/** What is said of a vote and what of a poll instead, the longer words first. A poll decides nothing and is never called a vote. */
const INSTEAD: readonly (readonly [RegExp, string])[] = [
  [/正在表决/g, '正在征询意见'],
  [/去表决/g, '去提意见'],
  [/已表决/g, '已提交'],
  [/表决/g, '意见征询'],
  [/请您家投票/g, '请说说您家的意见'],
  [/投票码/g, '提交码'],
  [/投票/g, '提交意见'],
];

/** Words written for a vote, as they are said of one that binds or of a poll. */
export const namedFor = (poll: boolean, words: string): string =>
  poll ? INSTEAD.reduce((said, [vote, instead]) => said.replace(vote, instead), words) : words;

export const isPoll = ({ rule }: { rule: { force: string } }): boolean => rule.force === 'advisory';
