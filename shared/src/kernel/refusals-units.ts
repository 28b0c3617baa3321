/** Refusals of the slice of units: status, and the sentence with what is missing and what to do. */
export const UNITS_REFUSALS = {
  NOT_UNIT_CONTACT: [403, '您不是这个单位的联系人，不能这样做。请联系社区工作者登记联系人。'],
  NO_UNIT_YET: [409, '还没有查到您联系的单位。刚用邀请码加入的话，请等一会儿再打开；还不行请联系社区工作者。'],
  WORDS_UNSURE: [409, '内容检查拿不准这段话，还没有保存。请换一个说法，或请社区工作者代为填写。'],
  UNIT_CLOSED: [409, '这个单位已经停止参加共建，不能再登记。需要的话请重新登记单位。'],
} as const;
