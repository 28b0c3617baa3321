import './zod';
import * as z from 'zod/mini';

/** Items in a page of any list, the same at 10 and at 100,000 records. */
export const PAGE_SIZE = 20;

/** Opaque and signed: a changed cursor is refused with BAD_CURSOR. */
export const Cursor = z.string().check(z.minLength(1), z.maxLength(512));

/** A page of a list. `next` is absent on the last page. */
export const pageOf = <T extends z.ZodMiniType>(item: T) =>
  z.strictObject({ items: z.array(item), next: z.optional(Cursor) });
export type PageOf<T> = { items: T[]; next?: string | undefined };
