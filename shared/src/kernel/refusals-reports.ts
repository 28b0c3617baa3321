/** Refusals of the record, the report to the unit and the evaluation. */
export const REPORTS_REFUSALS = {
  NOT_REPORTED_IN: [409, '您现在没有在这里报到，或者已经撤回同意。要用这一页，请先到“党员报到”办理。'],
  NOT_A_PERIOD: [409, '这里按{every}做报告，请选对应的期间。'],
  PERIOD_RUNNING: [409, '这一期还没有结束，{day}起才能做报告。'],
  NOTHING_TO_REPORT: [409, '这一期没有可以写进报告的服务，不用做报告。有没记上的，请本人先申请补记。'],
  REPORT_STOPPED: [409, '您的报到已经结束或换了新的一次，这份报告停在这里，不会发出，也没有别人能看。'],
  ALREADY_SENT: [409, '这份报告已经发给单位，不能再改。时长有误的，请在“我的时长”申请更正。'],
  OBJECTION_OPEN: [409, '本人提了异议，要先由支部书记答复。'],
  OBJECTION_LATE: [409, '提异议的时间已经过了。时长有误的，请在“我的时长”申请更正。'],
  NO_OBJECTION: [409, '现在没有等您答复的异议，请刷新看看。'],
  LINES_UNKNOWN: [409, '请选报告里有的那几条，再提交。'],
  NO_UNIT: [409, '没有填写工作单位，这份报告不用发给单位，由本人自己留存。'],
  NOT_SEEN: [409, '本人还没有看过这份报告，看过以后才能发出。请提醒一下本人。'],
  IN_OBJECTION_TIME: [409, '本人在 {day} 以前还可以提异议。请等本人同意，或者过了这一天再发。'],
  NOT_SIGNED: [409, '报告正在签名，请过一两分钟再打开。'],
  EVALUATION_SHUT: [409, '这一期的评议还没有开始，请支部书记先发起。'],
  REFS_UNKNOWN: [409, '引用的服务不在这一期里，请重新选择。'],
} as const;
