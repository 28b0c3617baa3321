import './zod';
import * as z from 'zod/mini';
import { ROLES } from './contract';
import { line } from './fields';
import { Id } from './ids';
import { MOST_WORKING_DAYS } from './working-days';

/** Tasks of one decision, or promised after one survey: what fits a page, and what is read together. */
export const MOST_TASKS = 20;

/**
 * Under which list a task stands for the community (基层减负: 依法履职事项清单、协助事项清单、准入制度; the lists are local
 * and change, so a task names the list and not an article). What stands on none may be refused.
 */
export const LIST_REFS = {
  duty: { label: '依法履职', hint: '在社区依法履职事项清单内。' },
  assist: { label: '协助', hint: '在社区协助事项清单内，由有关部门负责，社区协助。' },
  none: { label: '不在清单', hint: '不在社区事项清单内。社区可以拒绝，或者请交办部门按准入制度办理。' },
} as const;
export const ListRef = z.enum(Object.keys(LIST_REFS) as (keyof typeof LIST_REFS)[]);
export type ListRef = z.infer<typeof ListRef>;

/** Who does a task: somebody of this community in a role, or a department or company by its name, with where it was handed in. */
export const Owner = z.strictObject({
  kind: z.enum(['member', 'outside']),
  name: z.string(),
  personId: z.optional(Id),
  role: z.optional(z.enum(ROLES)),
  reference: z.optional(z.string()),
});
export type Owner = z.infer<typeof Owner>;

/** A last day, or how many working days there are: `{ date: '2026-12-31' }`, `{ workingDays: 10 }`. */
export const Due = z.union([
  z.strictObject({ date: z.iso.date() }),
  z.strictObject({ workingDays: z.int().check(z.minimum(1), z.maximum(MOST_WORKING_DAYS)) }),
]);
export type Due = z.infer<typeof Due>;

/** Who shall do it: a member by id, whose name and role are looked up, or somebody outside by name. */
export const Asked = z.union([
  z.strictObject({ personId: Id }),
  z.strictObject({ outside: line(30, '负责单位'), reference: z.optional(line(30, '交办编号')) }),
]);
export type Asked = z.infer<typeof Asked>;
/** Whether it says who: what is typed may be empty still. */
export const isNamed = (asked: Asked): boolean =>
  'outside' in asked ? asked.outside.trim() !== '' : asked.personId !== '';

/** Whether a task is late: nobody has finished it and its last day is over. The instant at which the day ends is late. */
export const isOverdue = ({ state, dueAt }: { state: string; dueAt: string }, now: Date): boolean =>
  state !== 'done' && state !== 'accepted' && now.getTime() >= Date.parse(dueAt);
