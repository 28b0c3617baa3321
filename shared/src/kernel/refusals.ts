/**
 * Every refusal a person can be told: the HTTP status it travels as and the one Chinese sentence that says what is
 * missing and what to do next. `{name}` in a sentence is filled from the refusal's facts.
 */
export const REFUSALS = {
  // anyone, anywhere
  NOT_FOUND: [404, '没有找到这项内容，可能已被撤下。请返回上一页刷新后再试。'],
  NOT_SIGNED_IN: [401, '请先登录，再继续刚才的操作。'],
  SESSION_ENDED: [401, '登录已过期，请重新登录。您填写的内容已保留。'],
  NOT_ELIGIBLE: [403, '这项操作需要相应的身份。如果您认为不对，请联系社区。'],
  NOT_YOURS: [403, '这项内容只有本人可以操作。'],
  CONSENT_NEEDED: [403, '请先阅读并同意隐私说明，再继续。'],
  BAD_CURSOR: [400, '列表的位置已失效，请从头刷新。'],
  KEY_REUSED: [422, '同一次提交的内容前后不一致，请返回重新提交。'],
  STALE: [409, '内容刚刚有了变化，请刷新后再试。'],
  TOO_MANY: [429, '操作太频繁了，请稍等一会儿再试。'],
  BUSY: [503, '系统正忙，您的内容已保留，请稍后重试。'],
  // signing in
  CODE_EXPIRED: [401, '登录凭证已失效，请再点一次登录。'],
  CODE_USED: [401, '登录凭证已使用过，请再点一次登录。'],
  BLOCKED: [403, '微信提示该账号存在风险，暂时不能登录。您可以到社区服务站当面办理。'],
  TEXT_CHANGED: [409, '隐私说明已更新，请阅读新版本后再确认。'],
  // belonging
  ALREADY_MEMBER: [409, '您已经加入这个社区的一户了。如需更换，请联系社区工作者。'],
  HOUSEHOLD_FULL: [409, '这一户登记的 {seats} 位成年人都已加入。请联系社区更新住户名册。'],
  INVITE_WRONG: [404, '邀请码不对，请核对纸上的 10 位字符（不含字母 I、L、O、U）。'],
  INVITE_USED: [409, '这个邀请码已经用过了。每个邀请码只能用一次，请向社区再要一个。'],
  INVITE_EXPIRED: [409, '这个邀请码已过期，请向社区再要一个新的。'],
  PHONE_UNKNOWN: [404, '住户名册里没有这个手机号。您可以改用邀请码，或请社区工作者确认。'],
  PHONE_CODE_BAD: [409, '手机号验证已失效，请再点一次“用手机号核对”。'],
  REQUEST_PENDING: [409, '您的申请已经提交，社区工作者正在核对，请不要重复提交。'],
  ALREADY_DECIDED: [409, '这件事已经有人处理过了，请刷新查看结果。'],
  HOUSEHOLD_UNKNOWN: [409, '住户名册里没有这一户。请先在名册中补上这一户，再来确认。'],
  LAST_WORKER: [409, '社区至少要保留一位工作者，请先指定另一位。'],
  ROLE_NEEDS_RESIDENT: [409, '这个职责需要先加入本社区的一户。'],
  WRONG_OPENING_KEY: [403, '开通口令不对，请向系统管理单位核对。'],
  NOT_A_DIVISION: [404, '没有这个区划代码，请核对统计用区划代码（街道 9 位、社区 12 位）。'],
  ALREADY_OPEN: [409, '这个街道或社区已经开通。'],
  ROLL_INVALID: [409, '名册中还有 {count} 处错误，请改正后再导入。'],
  // proposals and discussion
  TEXT_RISKY: [409, '内容安全检查没有通过（{reason}）。请修改；如果您认为没有问题，可以提交人工复核。'],
  NOT_DISCUSSING: [409, '这件事现在不在讨论阶段，不能再发表意见。'],
  ALREADY_DONE: [409, '您已经做过这一步了，不需要重复。'],
  OWN_PROPOSAL: [409, '提案人默认支持自己的提案，不需要再附议。'],
  NO_DEEPER: [409, '只能回复观点本身，请在原观点下回复。'],
  // votes
  NOT_ON_AGENDA: [409, '附议人数还没有达到 {threshold} 人，暂时不能进入表决。'],
  VOTE_EXISTS: [409, '这件提案已经发起过表决。'],
  ROLL_EMPTY: [409, '住户名册还是空的，请先导入名册再发起表决。'],
  END_TOO_SOON: [400, '截止时间至少要在 {minutes} 分钟以后。'],
  END_TOO_LATE: [400, '截止时间最长不超过 {days} 天。'],
  CLOSED: [409, '表决已经截止，不能再投票。您可以查看结果。'],
  NOT_ON_ROLL: [403, '您家不在这次表决的名册里。名册在发起表决时已经固定，如有疑问请联系社区。'],
  HOUSEHOLD_VOTED: [409, '您家已经投过票了（一户一票，由最先提交的一位家人投出）。'],
  NOT_CLOSED: [409, '表决还没有截止，截止后才能计票。'],
} as const satisfies Record<string, readonly [status: number, says: string]>;

export type RefusalCode = keyof typeof REFUSALS;
export type Facts = Readonly<Record<string, string | number>>;
/** An expected "no": a value, never thrown. `facts` fill the sentence and are safe to show to the caller. */
export type Refusal<C extends RefusalCode = RefusalCode> = { readonly refused: C; readonly facts?: Facts };

export const refuse = <const C extends RefusalCode>(refused: C, facts?: Facts): Refusal<C> =>
  facts ? { refused, facts } : { refused };

export const isRefusal = (x: unknown): x is Refusal =>
  typeof x === 'object' && x !== null && 'refused' in x && (x as Refusal).refused in REFUSALS;

/** The sentence a person reads for a refusal. */
export const says = ({ refused, facts }: Refusal): string =>
  REFUSALS[refused][1].replace(/\{(\w+)\}/g, (_, name: string) => String(facts?.[name] ?? '…'));
