import type { Objection } from '@gongzhi/shared/procedures/model';
import type { Handle } from './repo';
import type { ObjectionItem } from './repo-objections';

const show = ({ sk, at, authorName, text, waiting, answer, answeredAt }: ObjectionItem, sees: boolean): Objection => ({
  ...{ objectionId: sk, at, authorName },
  ...(sees ? { text } : {}),
  ...(waiting ? { waiting: true } : {}),
  ...(answer && answeredAt ? { answer, answeredAt } : {}),
});

/** What the content check was not sure of is read by its author and by those who answer, and by everybody once it is answered. */
export const listObjections: Handle<'listObjections'> = async ({ cursor, ...ids }, { repo, caller }) => {
  const { items, next } = await repo.objections.list(ids, cursor);
  const answers = caller.roles.some((role) => role === 'worker' || role === 'chair');
  return {
    items: items.map((item) =>
      show(item, answers || !item.waiting || item.answer !== undefined || item.authorId === caller.personId),
    ),
    ...(next ? { next } : {}),
  };
};
