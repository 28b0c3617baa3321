import { ANNOUNCEMENT_REFUSALS } from './refusals-announcements';
import { CALL_REFUSALS } from './refusals-calls';
import { HOURS_REFUSALS } from './refusals-hours';
import { PARTY_REFUSALS } from './refusals-party';
import { PROJECTS_REFUSALS } from './refusals-projects';
import { REPORTS_REFUSALS } from './refusals-reports';
import { SATISFACTION_REFUSALS } from './refusals-satisfaction';
import { REGROUP_REFUSALS } from './refusals-regroup';
import { SCORECARD_REFUSALS } from './refusals-scorecards';
import { SERVICE_REFUSALS } from './refusals-service';
import { UNITS_REFUSALS } from './refusals-units';
import { WISHES_REFUSALS } from './refusals-wishes';

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
  // procedures
  STEP_BLOCKED: [409, '现在还不能走这一步：“{step}”没有完成（{why}）。'],
  NOT_YOUR_STEP: [403, '“{step}”由{by}，请联系他们。'],
  STEP_NOT_CARRIED: [409, '到会或同意的人数没有达到这一步的要求，不能算作通过。请核对人数。'],
  NOT_YET: [400, '这一天还没有到，请填写实际召开的日期。'],
  NO_PUBLICITY: [409, '现在不在公示期，不能提异议。您可以在讨论里发表意见。'],
  BELOW_FLOOR: [409, '“{name}”不能少于 {floor}，这是法律的要求。'],
  ELECTION_NOT_HERE: [
    409,
    '居民委员会和居民代表的选举、罢免、补选要依法现场无记名投票，不在这里办。请联系社区和街道。',
  ],
  PROCEDURE_NOT_CHOSEN: [409, '这种表决要先为这件事选定程序。请到“程序”页选定，再来发起。'],
  // votes
  NOT_ON_AGENDA: [409, '附议人数还没有达到 {threshold} 人，暂时不能进入表决。'],
  VOTE_EXISTS: [409, '这件提案已经发起过表决。'],
  ROLL_EMPTY: [409, '住户名册还是空的，请先导入名册再发起表决。'],
  END_TOO_SOON: [400, '截止时间至少要在 {minutes} 分钟以后。'],
  END_TOO_LATE: [400, '截止时间最长不超过 {days} 天。'],
  CLOSED: [409, '表决已经截止，不能再投票。您可以查看结果。'],
  NOT_ON_ROLL: [403, '您家不在这次表决的名册里。名册在发起表决时已经固定，如有疑问请联系社区。'],
  HOUSEHOLD_VOTED: [409, '这一票已经由另一位家人或受托人投出，截止前只有投票的那一位可以改。'],
  NOT_CLOSED: [409, '表决还没有截止，截止后才能计票。'],
  CHANGED_SINCE: [409, '这是您较早的选择，之后您已经改投，以最后一次为准。'],
  CHANGED_OFTEN: [429, '这一票改得太多了（最多 {most} 次），以最后一次为准。'],
  WHICH_UNIT: [409, '您可以代表不止一票，请先选是哪一票。'],
  RULE_UNKNOWN: [409, '这件事的程序不允许用这种表决方式，请换一种。'],
  AREA_MISSING: [409, '还有 {count} 套房屋没有登记面积，表决会无效。请先补全住户名册。'],
  PERSON_MISSING: [
    409,
    '名册上还有 {count} 位成年人没有加入，每人一票的名册不全，过半数算不准，表决会无效。请改用每户一票的居民会议表决。',
  ],
  OWNER_MISSING: [409, '还有 {count} 套房屋没有登记业主，人数算不准。请先补全业主登记。'],
  QUORUM_IMPOSSIBLE: [409, '只在手机上投票，能投的只有 {bound}，法定最少要 {needed}。请同时接受纸质票或上门协助。'],
  SECRET_BY_AREA: [409, '按面积计票时，面积会暴露是谁投的，不能不记名。请改为记名表决。'],
  SECRET_KEY_MISSING: [409, '不记名表决的签名密钥还没有配置，请联系系统管理单位。'],
  COUNT_LAGS: [409, '实时数字还在汇总，请等一分钟再计票。'],
  COUNT_DIFFERS: [409, '逐张重数与实时数字不一致，结果暂不公布，已自动报警，正在核查。'],
  PROXY_NOT_ALLOWED: [409, '这种表决不能委托别人代投。'],
  PROXY_LIMIT: [409, '一位受托人最多代 {most} 位业主投票，这位受托人已经满了。'],
  PROXY_GIVEN: [409, '这一票已经委托给别人。要换人，请先撤回委托。'],
  PROXY_USED: [409, '受托人已经投了这一票，不能再撤回。'],
  PROXY_NONE: [409, '没有可撤回的委托，可能已经撤回或已经投票。'],
  PROXY_CODE_WRONG: [404, '委托码不对或已经用过，请向委托人核对。'],
  PROXY_SELF: [409, '您自己就能投这一票，不需要委托自己。'],
  // owners
  OWNER_UNKNOWN: [409, '这套房屋还没有登记业主，请先登记，再确认业主本人。'],
  // secret votes, votes with help, votes on paper
  NOT_SECRET: [409, '这次表决是记名的，请在表决页面上投票。'],
  SECRET_VOTE: [409, '这次表决是不记名的，请刷新页面后再投票。'],
  VOTED_ON_PAPER: [409, '您家已经用纸质票投过了，一户只计一票。如有疑问请联系社区。'],
  VOTED_ASSISTED: [409, '您家已经由工作人员代为录入并经家人确认，一户只计一票。'],
  READING_UNFIT: [409, '记名表决请录入纸质票上的选择；不记名表决只登记已投入票箱。'],
  BOX_TOO_FULL: [409, '票箱里的票比登记投箱的 {marks} 户还多，请两位工作人员一起重新清点。'],
  HELP_CODE_WRONG: [403, '协助投票码不对，请核对居民手里的 8 位字符，或请居民在自己手机上确认。'],
  NOBODY_ASKED: [409, '没有工作人员申请为您家代录，不需要确认。'],
  CONFIRM_FIRST: [409, '居民还没有确认。请居民在自己手机上确认，或说出协助投票码。'],
  HELPS_HERE: [403, '您同时是社区工作者，会代录选票，不能再领取协助投票码。请由其他召集人打印。'],
  NOT_PUBLISHED: [409, '选票清单还没有公布。计票完成后几分钟内公布，请稍后再看。'],
  TOO_FEW_TO_LIST: [409, '参加的（或者票箱以外的）不足 3 户，为了不暴露是谁投的，不公布选票清单和分项票数。'],
  PHONES_ONLY: [409, '这次表决只用手机投票，不收纸质票，也不代录。'],
  SECRET_TOO_SMALL: [409, '名册太小：{needed} 户参加就能决定，结果会暴露是谁投的，不能不记名。请改为记名表决。'],
  BOX_WAITS: [409, '有纸质票投在票箱里，要等两位工作人员清点并录入一致，才能计票。'],
  COUNTED_BY_CLOCK: [409, '不记名表决由系统自动计票，请等一分钟再看。'],
  // after the decision (resolutions)
  RESOLUTION_DONE: [409, '这项决议已经全部办结，不能再增加任务。'],
  TOO_MANY_TASKS: [409, '一项决议最多分成 {most} 个任务，请合并后再加。'],
  NO_SUCH_OWNER: [409, '这位负责人不在本社区，或者没有社区里的身份。请重新选择。'],
  DUE_PAST: [400, '这个日期已经过去，请选今天或以后的日期。'],
  DUE_EARLIER: [400, '延期后的日期要晚于现在的期限。'],
  NOT_TASK_OWNER: [403, '只有负责人、社区工作者和召集人可以更新这项任务。'],
  AWAITING_ANSWER: [409, '这项任务已经报完成，正在请居民验收，暂时不能再改。'],
  NOT_FOLLOWING: [403, '这一步请提案人和附议人来做。您可以附议别人的退回意见。'],
  NOT_ASKING: [409, '现在不在验收期内，不能再验收或退回。请刷新查看结果。'],
  NOTHING_TO_SECOND: [409, '还没有人退回这项结果，不需要附议。'],
  ANSWER_YOURSELF: [409, '您是提案人或附议人，请直接验收或退回。'],
  NOT_REVIEWING: [409, '现在不在评议期内。评议开始时会通知您。'],
  // meetings
  STARTS_PAST: [400, '开会时间已经过去，请选以后的时间。'],
  NOTICE_SHORT: [400, '这类会议要提前 {days} 天通知，请把开会时间往后排。'],
  MATTER_UNKNOWN: [409, '议程里有一件事没有找到，或还没有公开。请重新选择。'],
  MEETING_ON: [409, '会议已经开始签到或开会，不能再这样操作。'],
  MEETING_OVER: [409, '这次会议已经结束或取消，不能再操作。'],
  MEETING_NOT_OPEN: [409, '会议还没有开始，请等主持人宣布开会。'],
  MEETING_NOT_ENDED: [409, '会议还没有结束，散会以后才有会议纪要。'],
  DOORS_EARLY: [409, '还没到签到时间：开会前 {minutes} 分钟开始签到。'],
  DOORS_SHUT: [409, '还没有开始签到，请等主持人开放签到。'],
  NOBODY_EXPECTED: [409, '应到会的名单是空的。请先指定议事员或代表，或填写应到人数。'],
  CODE_WRONG: [403, '签到码不对。请看主持人手机上的 6 位数字，或重新扫一扫。'],
  CODE_OLD: [409, '这个签到码已经过时，每 30 秒换一次。请用主持人手机上现在的码。'],
  CODE_REPLAYED: [409, '这个签到码您已经用过一次。请等主持人手机上换成新码再试。'],
  CODE_TRIES: [429, '输错的次数太多了。请扫主持人手机上的二维码，或请工作人员登记。'],
  NOT_PRESENT: [409, '您还没有签到，或者已经离场。请先签到。'],
  NOT_EXPECTED: [403, '您这次是旁听，不在应到会的名单里，不能举手表决。您可以写书面意见。'],
  NO_QUORUM: [409, '现在到会 {present} 人，满 {needed} 人才能继续。人数够了会自动恢复。'],
  NO_ITEM: [409, '现在没有正在审议的议题，请等主持人宣布。'],
  ITEM_OPEN: [409, '还有议题正在审议，请先结束它。'],
  ITEM_HEARD: [409, '这个议题已经审议过了。'],
  ALREADY_ASKED: [409, '您已经在等候发言，或正在发言。'],
  SPOKEN_OUT: [409, '这个议题每人最多发言 {times} 次，您的次数或时间已用完。您可以写书面意见。'],
  NOBODY_WAITING: [409, '现在没有人等候发言。'],
  SPEECH_ON: [409, '还有人正在发言，请先请他说完。'],
  NO_SPEECH: [409, '现在没有人在发言。'],
  EXTENDED_OUT: [409, '这次发言已经延长过 {times} 次，不能再延长。'],
  QUESTION_OPEN: [409, '还有一个问题正在举手表决，请先结束它。'],
  NO_QUESTION: [409, '这个问题的举手表决已经结束，请看结果。'],
  TOO_MANY_QUESTIONS: [409, '一次会议表决的问题太多了，请另开一次会。'],
  HAND_RAISED: [409, '您已经举过手了，一人一次。'],
  OBJECTIONS_OVER: [409, '提异议的时间已经过了。'],
  OBJECTIONS_OPEN: [409, '还有 {count} 条异议没有答复，答复以后才能确认。'],
  MINUTES_FROZEN: [409, '会议纪要已经定稿，不能再改。'],
  FREEZE_EARLY: [409, '确认的人数还不够，提异议的时间也没有过，暂时不能定稿。'],
  NOBODY_CONFIRMED: [409, '提异议的时间过了，但还没有到会的人确认。至少要有 1 位到会的人确认，纪要才能定稿。'],
  NOT_ATTENDED: [403, '到会的人才能确认会议纪要。您可以写书面意见。'],
  ...REGROUP_REFUSALS,
  // opinions
  STATEMENTS_OUT: [409, '您在这件事上已经写了 {most} 条看法，够多了。可以先看看邻居的看法。'],
  STATEMENTS_FULL: [409, '这件事的看法已经很多了，不能再加。请先对已有的看法表态。'],
  ...{ ...ANNOUNCEMENT_REFUSALS, ...CALL_REFUSALS, ...PARTY_REFUSALS, ...SERVICE_REFUSALS },
  ...HOURS_REFUSALS,
  ...UNITS_REFUSALS,
  ...WISHES_REFUSALS,
  ...PROJECTS_REFUSALS,
  ...REPORTS_REFUSALS,
  ...SATISFACTION_REFUSALS,
  ...SCORECARD_REFUSALS,
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
