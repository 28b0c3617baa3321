import { TEMPLATES, TEMPLATE_KINDS } from '@gongzhi/shared/kernel/templates';
import type { Template } from './field-rules';

const idOf = (kind: string) => `tmpl-${kind}`;

/** The templates of the local cloud: every kind there is, one accept one message, with the fields' usual numbers. */
export const LOCAL_TEMPLATES: readonly Template[] = TEMPLATE_KINDS.map((kind) => ({
  id: idOf(kind),
  fields: Object.values(TEMPLATES[kind].fields),
  kind: 'once',
}));
/** The same as the deployment's parameter says it. */
export const LOCAL_CONFIGURATION = JSON.stringify(
  Object.fromEntries(TEMPLATE_KINDS.map((kind) => [kind, { id: idOf(kind) }])),
);
