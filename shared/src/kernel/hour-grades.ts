/**
 * How good the evidence of an entry is, in words. `placed` to `capped` come with the service that was settled; `confirmed`
 * also with a correction that was accepted; `imported` from tables kept before.
 */
export const GRADES = {
  placed: { label: '扫码并核对了地点', hint: '签到、签退都扫了码，手机确认人在活动地点附近。' },
  scanned: { label: '扫码签到签退', hint: '签到、签退都扫了码，没有核对地点。' },
  confirmed: { label: '组织者确认', hint: '没有扫码，或者后来更正过，由组织者或社区确认。' },
  capped: { label: '忘记签退', hint: '扫码签到了，忘记签退，按这一班的结束时间计。' },
  imported: { label: '从以前的表格导入', hint: '用本系统以前的记录，系统没有核对过。' },
} as const;

/**
 * What hours count as. `recorded`: from signing in and out only, nobody can add to it. `honorary`: made up later with a
 * reason and a second person's word, within the shift. `imported`: kept elsewhere before.
 */
export const TRACKS = {
  recorded: { label: '记录时长', hint: '只来自签到和签退，谁都不能添加。' },
  honorary: { label: '荣誉时长', hint: '事后补记，要写理由，由另一个人批准，不超过这一班的时长。' },
  imported: { label: '导入时长', hint: '从以前的表格导入，单独列出，不算记录时长。' },
} as const;
