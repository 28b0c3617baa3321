/** Refusals of hours, points and the exchange. */
export const HOURS_REFUSALS = {
  // points, exchange, thanks, teams
  RULE_FROM_PAST: [400, '积分不能从过去的日子算起，请选今天或以后的日期。'],
  POINTS_SHORT: [409, '积分不够：需要 {needed} 分，您现在能用 {have} 分。服务时长记入后积分会增加。'],
  SOLD_OUT: [409, '已经换完了，请看看别的，或等社区补货。'],
  OFFER_CLOSED: [409, '这一项现在不能兑换，请看看别的。'],
  PRICE_CHANGED: [409, '需要的积分改成了 {points} 分，请刷新后再决定。'],
  THANK_YOURSELF: [409, '不能感谢自己，请选一位帮过您的邻居。'],
  NOT_SERVED: [409, '没有找到这位邻居在这次活动里的服务记录。时长记入后才能感谢，请过几天再来。'],
  TEAM_FULL: [409, '这支队伍满员了（最多 {most} 人），请看看别的队伍。'],
  TEAMS_OUT: [409, '一个人最多参加 {most} 支队伍。要参加这一支，请先退出另一支。'],
  TEAM_CLOSED: [409, '这支队伍已经解散，请看看别的队伍。'],
  STOCK_FULL: [409, '一项最多放 {most} 份，现在剩 {stock} 份，请少加一些。'],
  STOCK_SHORT: [409, '剩下的没有那么多，请刷新后看看还剩几份。'],
  // hours of volunteers
  NOT_IN_CHARGE: [403, '这一步由活动的组织者或社区工作者来做，请联系他们。'],
  OWN_HOURS: [403, '不能处理自己的时长，请另一位组织者或社区工作者来做。'],
  NO_SUCH_VOLUNTEER: [409, '没有找到这位志愿者，可能还没有加入本社区。请重新选择。'],
  SECOND_PERSON: [403, '这是您提出的，要由另一个人来批准。'],
  SHIFT_RUNNING: [409, '这一班还没有结束，结束以后才能补记。'],
  OVER_SHIFT: [409, '补记不能超过这一班的时长，还可以补 {minutes} 分钟。'],
  NOT_CORRECTABLE: [409, '这一条已经更正过，或者不是签到签退的记录，不能再申请更正。请看最新的一条。'],
  IN_PUBLICITY: [409, '这张证明还在公示，{day}起才能打印。'],
  CERTIFICATE_REVOKED: [409, '这张证明已经撤销，不能再用。需要时请社区重新出具。'],
  NOTHING_TO_CERTIFY: [409, '这段时间里没有可以证明的时长，请换一段时间，或者先核对待核对的时长。'],
  NAMES_UNCLEAR: [409, '这些姓名在本社区没有，或者有同名的人，不能导入：{names}。请先让他们加入社区，或者改正姓名。'],
  SAME_MINUTES: [400, '申请的时长和现在一样，请填写您认为对的时长。'],
} as const;
