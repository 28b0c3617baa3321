import '@gongzhi/shared/kernel/zod';
import * as z from 'zod/mini';
import { fieldTypeOf, fitText } from './fit';

/**
 * The subscribe messages of this product. WeChat gives each template an id and numbers its fields when a deployment picks it
 * from the library; which is which is deployment configuration (docs/deploy.md). `fields`: what we say, and the key it has
 * unless the configuration says another of the same type.
 */
export const TEMPLATES = {
  notice: { says: '社区通知', fields: { title: 'thing1', kind: 'phrase2', time: 'time3', note: 'thing4' } },
  vote: { says: '表决和议事', fields: { title: 'thing1', kind: 'phrase2', time: 'time3' } },
  service: { says: '志愿服务和班次', fields: { title: 'thing1', time: 'time2', note: 'thing3' } },
  answer: { says: '办理结果', fields: { title: 'thing1', kind: 'phrase2', time: 'time3' } },
} as const satisfies Record<string, { says: string; fields: Record<string, string> }>;
export type TemplateKind = keyof typeof TEMPLATES;
export const TEMPLATE_KINDS = Object.keys(TEMPLATES) as [TemplateKind, ...TemplateKind[]];
/** WeChat's prompt takes at most so many at once (the documents say 3, typings of 2026-05 say 5: the lower). */
export const MOST_ASKED = 3;

/** What a deployment says of one template. `long`: granted once, until it is turned off; `once`: one accept, one message. */
const Configured = z.strictObject({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  type: z._default(z.enum(['once', 'long']), 'once'),
  fields: z.optional(z.record(z.string(), z.string().check(z.refine((key) => fieldTypeOf(key) !== undefined)))),
});
const Configuration = z.partialRecord(z.enum(TEMPLATE_KINDS), Configured);
export type Configured = z.infer<typeof Configured>;
export type Templates = z.infer<typeof Configuration>;

/** The templates of a deployment, from its parameter. An empty text: none, and everything stays in the app. @throws for one that cannot be read */
export const readTemplates = (json: string): Templates =>
  Configuration.parse(JSON.parse(json === '' ? '{}' : json), { jitless: true });

/** The fields of a template as this deployment numbers them: what we say to WeChat's key. */
export const fieldsOf = (kind: TemplateKind, { fields = {} }: Partial<Configured> = {}): Record<string, string> => ({
  ...TEMPLATES[kind].fields,
  ...fields,
});

/** What stands in a field of which nothing can be shown: none may be empty. */
const BLANK: Readonly<Record<string, string>> = { thing: '请点开查看', phrase: '请查看', name: '社区' };

/**
 * The data of one message, every field fitted to its format. A field that nothing can be said of takes a word that fits, or,
 * where it must be an instant, `at`.
 */
export const messageOf = (
  kind: TemplateKind,
  says: Readonly<Record<string, string>>,
  { at, configured }: { at: string; configured?: Configured | undefined },
): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fieldsOf(kind, configured)).map(([name, key]) => [
      key,
      fitText(key, says[name] ?? '') || BLANK[fieldTypeOf(key) ?? ''] || fitText(key, at),
    ]),
  );
