/** Refusals of the slice of projects: status, and the sentence with what is missing and what to do. */
export const PROJECTS_REFUSALS = {
  NEED_SHUT: [409, '这条需求还没有公布，或者已经认领、结束了。请选别的需求。'],
  RESOURCE_SHUT: [409, '这项资源还没有公布，或者单位已经收回。请选别的资源。'],
  NOT_PROJECT_LEAD: [403, '只有项目负责人和社区工作者可以这样做。'],
  PROJECT_OVER: [409, '这个项目已经完成或者取消，不能再改。请看看别的项目。'],
  PROJECT_FULL: [409, '这个项目已经有 {most} 人参加，满了。请看看别的项目。'],
  CLASS_UNKNOWN: [409, '没有这一类岗位，可能刚改过。请重新选择岗位类别。'],
  POST_SHUT: [409, '这个岗位已经不再认领。请看看别的岗位。'],
  POST_FULL: [409, '这个岗位的名额刚刚满了。请看看别的岗位，或者请社区增加名额。'],
  NOT_PARTY: [403, '岗位由已经报到的党员认领。请先在“党员报到”里报到，等社区确认以后再来。'],
  NOMINEE_GONE: [409, '这位党员的报到已经失效或者撤回，不能确认。请填写原因，不予确认。'],
  OTHER_BRANCH: [403, '您只能确认自己支部的党员。请由社区工作者或这位党员的支部书记确认。'],
  DECIDE_OWN: [403, '不能确认自己的认领。请由社区工作者或支部书记确认。'],
} as const;
