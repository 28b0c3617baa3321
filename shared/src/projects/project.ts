import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { Instant, line, text } from '@gongzhi/shared/kernel/fields';
import { Id } from '@gongzhi/shared/kernel/ids';
import { PROJECTS } from './rule-sets';

const most = PROJECTS.mostResources.value;

/** What a project is made of: a need, resources of units, or both. */
export const ProjectPlan = z
  .strictObject({
    title: line(30, '项目名称'),
    about: text(500, '怎么做'),
    needId: z.optional(Id),
    resourceIds: z.array(Id).check(z.maxLength(most, `最多用 ${most} 项资源`)),
  })
  .check(
    z.refine(({ needId, resourceIds }) => needId !== undefined || resourceIds.length > 0, {
      error: '请至少选一条需求或一项资源',
      path: ['needId'],
    }),
    z.refine(({ resourceIds }) => new Set(resourceIds).size === resourceIds.length, {
      error: '同一项资源选了两次',
      path: ['resourceIds'],
    }),
  );
export type ProjectPlan = z.infer<typeof ProjectPlan>;

/** `gathering`: looks for people; `underway` from the first step told on. */
export const ProjectState = z.enum(['gathering', 'underway', 'done', 'cancelled']);
export type ProjectState = z.infer<typeof ProjectState>;
export const Project = z.strictObject({
  projectId: Id,
  title: z.string(),
  about: z.string(),
  state: ProjectState,
  at: Instant,
  needId: z.optional(Id),
  resources: z.array(z.strictObject({ resourceId: Id, title: z.string(), unitId: Id, unitName: z.string() })),
  /** Neighbours who joined. */
  members: z.int(),
  steps: z.int(),
  /** What came of it, or why it was called off. */
  result: z.optional(z.string()),
  endedAt: z.optional(Instant),
  /** Whether the caller joined, and whether they lead it. */
  mine: z.boolean(),
  led: z.boolean(),
});
export type Project = z.infer<typeof Project>;

export const Step = z.strictObject({ stepId: Id, words: z.string(), at: Instant });
export type Step = z.infer<typeof Step>;
