/** What a sheet of a building is called when it is saved. */
export const issuedWords = (building: string, invites: number): string =>
  invites === 0 ? `${building}每户都已有人加入，不需要再印。` : `${building}的 ${invites} 个邀请码已生成。`;
