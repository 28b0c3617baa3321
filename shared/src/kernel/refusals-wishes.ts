/** Refusals of micro-wishes: status, and the sentence with what is missing and what to do. */
export const WISHES_REFUSALS = {
  BUDGET_OVER: [409, '微心愿的花费不超过 {yuan} 元。请改小一些，或者和社区商量别的办法。'],
  OWN_WISH: [409, '这是您自己的心愿，要由别人来认领。'],
  CLAIMED: [409, '这个心愿刚刚有人认领了。谢谢您，请看看别的心愿。'],
  NOT_CLAIMER: [403, '只有认领的人可以这样做。如果认领过了期限，请重新认领。'],
  WISH_SHUT: [409, '这个心愿现在不能这样做，可能已经实现或者撤回。请刷新看看。'],
  NOT_DONE: [409, '认领的人还没有报告做好，不用退回。'],
  VISIT_PAST: [400, '上门的时间已经过去，请选以后的时间。'],
  VISIT_FAR: [400, '认领以后 {days} 天之内要上门。安排不过来，可以交回给别人。'],
  NO_VISIT_PLACE: [409, '许愿的人没有留上门的地址。请把东西送到社区，再报告做好了。'],
  IN_VISIT: [409, '这次上门已经签到，不能再改。请先签退。'],
} as const;
