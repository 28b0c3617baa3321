import type { GrantableRole, Member } from '@gongzhi/shared/directory/model';
import { ROLE_WORDS } from '../../kernel/standing-core';

export const GRANT_WORDS = {
  councilMember: '议事员',
  chair: '议事会召集人',
  buildingHead: '楼组长',
  worker: '社区工作者',
  branchSecretary: '党支部书记',
} as const satisfies Record<GrantableRole, string>;
export const GRANTABLE = Object.keys(GRANT_WORDS) as GrantableRole[];

/** `3号楼2单元501 · 居民、议事员` */
export const memberWords = ({ household, roles }: Pick<Member, 'household' | 'roles'>): string => {
  const duties = roles.map((role) => ROLE_WORDS[role]);
  return [household?.label, duties.join('、')].filter(Boolean).join(' · ');
};

export const changeWords = (name: string, role: GrantableRole, held: boolean): string =>
  held ? `撤销${name}的“${GRANT_WORDS[role]}”？撤销后立即生效。` : `请${name}担任“${GRANT_WORDS[role]}”？立即生效。`;
