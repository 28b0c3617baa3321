import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { line, text } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { SKILLS, type Skill as SkillName } from '@gongzhi/shared/kernel/skills';
import { SHOWN_FROM } from './rule-sets';

export const Skill = z.enum(Object.keys(SKILLS) as [SkillName, ...SkillName[]], '请从列出的技能中选择');

/** Somebody who chose to say that they can do something, as a worker who looks for help sees them. */
export const Skilled = z.strictObject({ personId: Id, name: z.string() });
export type Skilled = z.infer<typeof Skilled>;

/** What a worker writes of a team: its name, and what it is for. */
export const TeamPlan = z.strictObject({ name: line(20, '队名'), about: text(200, '做什么') });
export type TeamPlan = z.infer<typeof TeamPlan>;

/** A team as it stands. `minutes`: recorded minutes its members gave while in it; absent where one could read a member's own off it. */
export const Team = z.strictObject({
  teamId: Id,
  name: z.string(),
  about: z.string(),
  members: z.int(),
  minutes: z.optional(z.int()),
  mine: z.boolean(),
});
export type Team = z.infer<typeof Team>;

/** A member who wished to be named. There is no order among members but that of their ids. */
export const TeamMember = z.strictObject({ personId: Id, name: z.string() });
export type TeamMember = z.infer<typeof TeamMember>;

/** The hours of a team, shown when it has members enough that nobody's own can be read off. */
export const minutesShown = ({ members, minutes }: { members: number; minutes: number }): { minutes?: number } =>
  members < SHOWN_FROM ? {} : { minutes };
