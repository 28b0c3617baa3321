import { TEMPLATE_KINDS } from '@gongzhi/shared/kernel/templates';
import type { Handle } from './repo';

export const listTemplates: Handle<'listTemplates'> = async (_, { templates }) => ({
  items: TEMPLATE_KINDS.flatMap((kind) => {
    const one = templates[kind];
    return one ? [{ kind, id: one.id, type: one.type }] : [];
  }),
});
