import { createHmac, timingSafeEqual } from 'node:crypto';

/** Raised for a cursor that was changed or belongs to another list; the caller hears BAD_CURSOR. */
export class BadCursor extends Error {}

type Key = Record<string, unknown>;
export interface Cursors {
  /** Opaque text for the last evaluated key of the list named `list` (slice, scope, filter and order together). */
  seal(list: string, key: Key | undefined): string | undefined;
  /** @throws BadCursor */
  open(list: string, cursor: string | undefined): Key | undefined;
}

/** Cursors are signed with the pepper: a client cannot move a list to where it may not read. */
export const createCursors = (pepper: string): Cursors => {
  const mac = (list: string, body: string) =>
    createHmac('sha256', pepper).update(`cursor|${list}|${body}`).digest().subarray(0, 12).toString('base64url');
  return {
    seal: (list, key) => {
      if (!key) return undefined;
      const body = Buffer.from(JSON.stringify(key)).toString('base64url');
      return `${body}.${mac(list, body)}`;
    },
    open: (list, cursor) => {
      if (cursor === undefined) return undefined;
      // compared as text: base64 has many spellings of the same bytes, and a changed cursor is refused even when it means the same
      const body = cursor.slice(0, Math.max(0, cursor.indexOf('.')));
      const given = Buffer.from(cursor);
      const expected = Buffer.from(`${body}.${mac(list, body)}`);
      if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new BadCursor();
      return JSON.parse(Buffer.from(body, 'base64url').toString()) as Key;
    },
  };
};
