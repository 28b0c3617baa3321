export interface Finding {
  suggest: 'review' | 'risky';
  label: number;
  keyword: string;
}

/**
 * Words the stand-in finds, invented for tests and harmless in themselves. Words of public affairs lead to `review` with
 * label 20001 (时政), as developers report of real civic texts; none of them means that a text is wrong.
 */
const WORDS: readonly (readonly [suggest: Finding['suggest'], label: number, words: readonly string[]])[] = [
  ['risky', 20002, ['裸聊交友', '成人影片']],
  ['risky', 20006, ['网络赌博', '代开发票', '出售枪支']],
  ['risky', 10001, ['加微信领红包', '刷单返利']],
  ['risky', 21000, ['测试违规词']],
  ['review', 20001, ['集体上访', '罢免主任', '游行']],
  ['review', 21000, ['测试复核词']],
];

/** Words no subscribe message may hold (45168). */
export const SENSITIVE = ['测试敏感词', '网络赌博'];

/** What a text check finds: the first risky word, else the first doubtful one, else nothing. */
export const findWord = (text: string): Finding | undefined => {
  for (const [suggest, label, words] of WORDS) {
    const keyword = words.find((word) => text.includes(word));
    if (keyword) return { suggest, label, keyword };
  }
  return undefined;
};
