/** Refusals of reporting in as a party member, and of branches. */
export const PARTY_REFUSALS = {
  PARTY_CONSENT: [403, '报到要用到您的党员身份，请先阅读并同意《党员到社区报到》的说明，再继续。'],
  ALREADY_REPORTED: [409, '您已经在这里报到了。要改内容，请先在“我的报到”里结束这一次，再重新报到。'],
  NOT_REPORTED: [409, '您现在没有在这里报到，请先报到。'],
  BRANCH_CLOSED: [409, '这个支部已经撤销，请刷新后选别的支部。'],
  BRANCH_IN_USE: [409, '还有 {members} 位党员在这个支部报到，请等他们转走或结束报到以后再撤销。'],
  NO_BRANCH: [409, '您还不是哪个支部的书记，请社区工作者在“支部”里指定。'],
  NO_UNIT: [409, '您还不是哪个单位的联系人，请社区工作者发邀请码。'],
  NOT_SECRETARY: [409, '请选一位有“支部书记”职责的居民。可以先在“成员”里给他这个职责。'],
  SECRETARY_TAKEN: [409, '这位已经是另一个支部的书记，一个人只管一个支部。请选别人。'],
  UNIT_UNKNOWN: [409, '没有找到这个单位，请刷新后重新选择，或者写下单位的名称。'],
  UNIT_IN_WORDS: [409, '这个单位还只是名称，请先从单位列表里选定它，再确认。'],
  OWN_REPORT: [403, '不能确认自己的报到，请另一位同事来办。'],
  NOT_WAITING: [409, '没有等您确认的这份报到：可能已经办过，或者由别人来确认。请刷新后看看。'],
  RENEW_LATER: [409, '还没到续期的时候，{day}起可以续。'],
  MOVE_ELSEWHERE: [400, '要转去的社区就是这里，请填写另一个社区的区划代码。'],
} as const;
