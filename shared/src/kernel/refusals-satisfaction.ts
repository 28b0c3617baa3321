/** Refusals of satisfaction: status, and the sentence with what is missing and what to do. */
export const SATISFACTION_REFUSALS = {
  SURVEY_ANSWERED: [
    409,
    '这份邀请已经答过了，一份邀请只答一次。如果不是您家里人答的，请在“我的评价”里点“不是我家答的”告诉街道。',
  ],
  ANSWER_CODE_WRONG: [404, '没有这个答题码。请照信上或小程序里的核对一遍，也看看社区选对没有。'],
  ANSWER_CODE_TRIES: [
    429,
    '您输错答题码的次数太多了，请过 {minutes} 分钟再试。请居民照着信上或小程序里的，一个字一个字再念一遍。',
  ],
  ANSWER_CODE_PAUSED: [
    429,
    '这个社区输错的答题码太多了，可能有人在乱试。请过 {minutes} 分钟再试，也可以打电话请社区工作人员代填。',
  ],
  ANSWER_CODE_USED: [409, '这个答题码已经答过了，一个码只答一次。如果不是您家里人答的，请打街道的电话告诉街道。'],
  ANSWER_OWN: [409, '这份邀请还没有人答，或者是您家用小程序答的。'],
  LETTERS_NONE: [409, '这一份里的住户都在用小程序，不用寄信。请打印下一份。'],
  LETTERS_EARLY: [409, '还在随机抽取住户，请过几分钟再打印。'],
  SURVEY_OVER: [409, '这份邀请已经过了作答的时间。下一次邀请您时，请在到期前作答。'],
  SURVEY_UNEVEN: [400, '一共有 {questions} 题，请每一题都选一项。'],
  PRESSURE_TOLD: [409, '您已经告诉过街道了，不需要重复。'],
  QUARTER_ASKED: [409, '这个社区这个季度已经开始过调查。一个季度调查一次。'],
  FOLLOW_UP_UNTAKEN: [403, '请先领办，再看内容。领办以后由您负责答复和回访。'],
  FOLLOW_UP_TAKEN: [403, '这件事由另一位同事领办，内容只有领办人能看。需要换人时请点“转由我办”。'],
  FOLLOW_UP_SHUT: [409, '这件事已经答复，正在等居民确认，或者已经办结。请刷新看看。'],
  FOLLOW_UP_UNANSWERED: [409, '社区还没有答复，或者您已经确认过了。请刷新看看。'],
  TICKET_WRONG: [404, '没有找到这件回访。请在当时作答的手机上打开，或者用信上的调查码。'],
  NOTHING_HEARD: [409, '这次回答的人不到 10 位，没有公布结果，不需要回应。'],
  QUESTION_UNHEARD: [409, '指向的问题没有公布结果。请改成总的满意度，或者另一个问题。'],
} as const;
