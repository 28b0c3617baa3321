import type { Role } from '@gongzhi/shared/kernel/contract';

/** One community or street a person belongs to, as the directory tells it. `scope`: 12 digits a community, 9 a street. */
export interface Belonging {
  scope: string;
  name: string;
  roles: Role[];
  displayName: string;
  household?: { householdId: string; label: string } | undefined;
}
/** What the person chose to act as on this device. */
export interface Chosen {
  scope?: string;
  role?: Role;
}
/** Where and as whom somebody acts now. */
export interface Standing {
  belonging: Belonging;
  role: Role;
}

export const ROLE_WORDS = {
  resident: '居民',
  owner: '业主',
  councilMember: '议事员',
  chair: '议事会召集人',
  buildingHead: '楼组长',
  worker: '社区工作者',
  branchSecretary: '党支部书记',
  unitContact: '驻区单位联系人',
  supervisor: '街道',
} as const satisfies Record<Role, string>;

/** Roles whose first tab is 工作台: there is a list of things waiting for them. */
const WORKING: readonly Role[] = ['worker', 'supervisor', 'chair', 'branchSecretary'];
export const works = (role: Role | undefined): boolean => role !== undefined && WORKING.includes(role);

/** The chosen role while it is held; otherwise the one nearest to home. */
const roleIn = (held: readonly Role[], chosen: Role | undefined): Role | undefined =>
  held.find((role) => role === chosen) ?? held.find((role) => role === 'resident') ?? held[0];

/** The chosen place and role while they still hold; otherwise the first place. */
export const standingOf = (belongings: readonly Belonging[], chosen: Chosen): Standing | undefined => {
  const belonging = belongings.find(({ scope }) => scope === chosen.scope) ?? belongings[0];
  const role = belonging && roleIn(belonging.roles, chosen.role);
  return belonging && role ? { belonging, role } : undefined;
};

/** Everything a person may switch to: one choice for each role in each place, a resident who is an owner being one. The place is named where there are several. */
export const facesOf = (belongings: readonly Belonging[]): { scope: string; role: Role; label: string }[] =>
  belongings.flatMap(({ scope, name, roles }) =>
    roles
      .filter((role) => role !== 'owner' || !roles.includes('resident'))
      .map((role) => ({
        scope,
        role,
        label: belongings.length > 1 ? `${ROLE_WORDS[role]} · ${name}` : ROLE_WORDS[role],
      })),
  );

export const chosenOf = (text: string | undefined): Chosen => {
  try {
    const found: unknown = JSON.parse(text ?? '{}');
    return typeof found === 'object' && found !== null ? (found as Chosen) : {};
  } catch {
    return {};
  }
};
