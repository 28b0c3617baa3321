import { MOST_SKILLS } from '@gongzhi/shared/party/rule-sets';
import type { Kind } from '@gongzhi/shared/party/model';

export interface Form {
  kind?: Kind;
  branchId?: string;
  unitId?: string;
  unitName: string;
  displayName: string;
  skills: string[];
  earlier: string;
}
export const EMPTY: Form = { unitName: '', displayName: '', skills: [], earlier: '' };

const lacksUnit = ({ kind, unitId, unitName }: Form): boolean => kind !== 'branch' && !unitId && unitName.trim() === '';

/** What is still missing, in the words under the button; nothing when it may be sent. */
export const missingOf = (form: Form): string | undefined => {
  if (!form.kind) return '请先选是哪一类党员。';
  if (form.displayName.trim() === '') return '请填写称呼。';
  if (lacksUnit(form)) return '请选择所在单位，或者写下名称。';
  if (!form.branchId) return '请选择报到的支部。';
  return form.earlier !== '' && !/^\d{12}$/.test(form.earlier) ? '区划代码是 12 位数字。' : undefined;
};

/** What is sent: a unit chosen from the list stands before its name in words, and a branch's own member has none. */
export const inputOf = (communityId: string, form: Form) => {
  const unit = form.unitId ? { unitId: form.unitId } : { unitName: form.unitName };
  return {
    ...{ communityId, kind: form.kind as Kind, branchId: form.branchId as string },
    ...{ displayName: form.displayName, skills: form.skills },
    ...(form.kind === 'branch' ? {} : unit),
    ...(form.earlier ? { earlier: form.earlier } : {}),
  };
};

/** Chosen or taken back; more than may be chosen are not taken. */
export const toggled = (skills: readonly string[], skill: string): string[] => {
  if (skills.includes(skill)) return skills.filter((one) => one !== skill);
  return skills.length < MOST_SKILLS ? [...skills, skill] : [...skills];
};
