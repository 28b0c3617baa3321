/** Refusals of announcements: status, and the sentence with what is missing and what to do. */
export const ANNOUNCEMENT_REFUSALS = {
  ANNOUNCEMENT_OUT: [409, '这份通知已经送出，不能再改草稿。请刷新；要改正请用“更正”。'],
  NOT_OUT: [409, '这份通知还没有发布，或者已经撤回。请刷新看看。'],
  NOTHING_CHANGED: [400, '还没有改什么，和现在的通知一样。请把要更正的地方改好再提交。'],
  TIME_OVER: [400, '改后的时间已经过去了。请核对日期和钟点；不再办的，请撤回通知。'],
  NOTHING_WAITS: [409, '这份通知没有在等处理，可能已经有人处理过了。请刷新看看。'],
  OWN_ANNOUNCEMENT: [403, '自己写的通知要由另一位工作人员或街道的同志同意，不能自己同意。'],
  PUBLISH_TIME: [409, '发布时间要在现在之后、{days} 天以内。请改一下时间。'],
  OVERRIDE_URGENT: [409, '只有紧急通知可以在晚上 10 点到早上 8 点打扰居民。请改成紧急通知，或者不要打扰。'],
  NOT_COUNTED: [409, '还在统计人数，请稍等几秒再看。'],
  ROW_TAKEN: [409, '另一位同事正在联系这一户，半小时内不用再联系。请看下一户。'],
  NO_HOME: [403, '楼组长只看自己住的楼，您还没有加入一户。请先加入，或请社区工作者来联系。'],
} as const;
