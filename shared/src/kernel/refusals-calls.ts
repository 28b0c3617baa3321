/** Refusals of urgent calls: status, and the sentence with what is missing and what to do. */
export const CALL_REFUSALS = {
  CALL_PAST: [400, '开始时间已经过去，请选现在或以后的时间。'],
  CALL_FAR: [400, '应急召集最多提前 {days} 天。更早的安排请发起志愿活动。'],
  NOT_CALLER: [403, '只有这次召集的召集人可以这样做。社区工作者可以先接手。'],
  CALLER_ALREADY: [409, '您已经是这次召集的召集人。'],
  CALL_SHUT: [409, '这次召集已经取消或者结束，不用再回复。谢谢您。'],
  CALL_BEGUN: [409, '已经开始了，不能取消。事情办完了请点“结束召集”。'],
  CALL_NOT_BEGUN: [409, '还没有开始，不能结束。不需要了请点“取消召集”。'],
  CALL_FULL: [409, '来的人已经够了，谢谢您。有人退出时还可以再回复。'],
  CALL_STARTED: [409, '已经开始了，不能再退出。来不了请直接告诉召集人。'],
  NOT_MEMBER: [409, '您的党员报到现在没有生效，不能回复。请到“党员报到”看看缺什么。'],
} as const;
