import type { Handle } from './repo';

/** Who came; somebody who only mistyped a code is not among them. */
export const listAttendance: Handle<'listAttendance'> = async ({ cursor, ...ids }, { repo }) => {
  const { items, next } = await repo.meetings.attendance(ids, cursor);
  return {
    items: items.flatMap(({ sk: personId, name, present, expected, arrivedAt, leftAt, via }) =>
      arrivedAt === undefined
        ? []
        : [{ personId, name, present: present === true, expected, arrivedAt, via, ...(leftAt ? { leftAt } : {}) }],
    ),
    next,
  };
};
