/** Refusals of merging and splitting matters: status, and the sentence with what is missing and what to do. */
export const REGROUP_REFUSALS = {
  SAME_MATTER: [409, '不能把一件事并入它自己，请另选一件。'],
  NOT_REGROUPABLE: [409, '这件事已经进入表决，或者已经合并、拆分过，不能再合并或拆分。'],
  MERGE_RUNNING: [409, '正在转入另一件事的附议，请等一会儿再试。'],
  MATTER_MERGED: [409, '这件事已经并入另一件，请到并入的那件事里发起表决。'],
  MATTER_SPLIT: [409, '这件事已经拆成两件，请到拆出的事项里发起表决。'],
  POINTS_MOVED: [409, '这件事已经并入“{title}”，新的观点请写到那件事里。'],
  NOT_DIVIDED: [409, '每条建议要正好分到其中一件，请检查后再提交。'],
  TEXT_WAITS: [409, '标题没有通过内容检查，请换一个说法。'],
} as const;
