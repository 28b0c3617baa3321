/** Refusals of the appraisal: its scheme and its cards. */
export const SCORECARD_REFUSALS = {
  SCHEME_FAULTY: [409, '考核办法还不能保存：{faults}。'],
  NO_SCHEME: [409, '这个季度开始的时候还没有考核办法，不能做记分卡。定了办法，从它管的季度起再做。'],
  CARD_EARLY: [409, '这个季度的结果要到 {day} 才齐，到那天再做记分卡。'],
  CARD_MADE: [409, '这个季度的记分卡已经做好了，做好以后不再改。'],
} as const;
