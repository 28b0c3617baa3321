/** What somebody may say they can do, as they choose. The words are those an activity's own list of skills is searched by. */
export const SKILLS = {
  haircut: '理发',
  repair: '水电维修',
  medical: '医护',
  care: '照料陪护',
  teaching: '辅导功课',
  digital: '教用手机',
  law: '法律咨询',
  mediation: '调解',
  music: '文艺表演',
  sports: '体育指导',
  crafts: '手工裁缝',
  photo: '摄影写作',
  gardening: '园艺',
  driving: '开车接送',
  language: '外语手语',
} as const;
export type Skill = keyof typeof SKILLS;
