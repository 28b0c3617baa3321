import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { standing } from '@gongzhi/shared/kernel/hour-lines';
import type { Entry } from '@gongzhi/shared/hours/model';
import { CENTRAL } from '@gongzhi/shared/reports/facts';
import { Source, type RecordLine } from '@gongzhi/shared/reports/model';
import type { Cursors } from '../kernel/cursor';
import { caseKey, lineKey, lineOf, linesBetween, linesPk, type Account, type LineIds } from '../kernel/hour-lines';
import { createPages, type Key } from '../kernel/pages';
import type { Servings } from './create-servings';

/** A line as the ledger keeps it. */
type Line = Omit<Entry, 'title' | 'question'> & { reasons?: unknown; named?: string };
/** From one instant to another; what ends a span is outside it. */
export interface Span {
  from: string;
  to: string;
}
type Page = { items: RecordLine[]; next: string | undefined };
/** Lines of the ledger of hours, as a record shows them. */
export interface Lines {
  /** Twenty lines of a span, the latest first: two queries over the same lines and two items a service. */
  page(place: Account, span: Span, cursor: string | undefined): Promise<Page>;
  /** All that stands of a span, without what is still questioned. */
  standing(place: Account, span: Span): Promise<RecordLine[]>;
  /** Whether every one of these lines is there. */
  have(place: Account, refs: readonly LineIds[]): Promise<boolean>;
}

const sourceOf = (line: Line): Source => {
  const told = Source.safeParse((line as { source?: unknown }).source);
  return told.success ? told.data : 'volunteering';
};
const lastBefore = (instant: string): string => `${new Date(Date.parse(instant) - 1).toISOString()}~`;

export const createLines = (
  client: DynamoDBDocumentClient,
  table: string,
  { cursors, servings }: { cursors: Cursors; servings: Servings },
): Lines => {
  const pages = createPages({ client, table, cursors });
  /** `around`: every line of the same services, so that a reversal on another page is known. */
  const shown = async (place: Account, lines: readonly Line[], around: readonly Line[]): Promise<RecordLine[]> => {
    const services = lines.map((line) => ({ ...line, source: sourceOf(line) }));
    const known = await servings.of(place.communityId, place.volunteerId, services);
    const stands = new Set(standing(around).map(({ entryId }) => entryId));
    const stateOf = ({ entryId, reverses }: Line) =>
      reverses ? 'reversal' : stands.has(entryId) ? 'stands' : 'takenBack';
    return lines.map((line) => {
      const { entryId, activityId, shiftId, kind, from, to, minutes, grade, track, named } = line;
      const { title = '', served } = known.get(shiftId) ?? {};
      return {
        ...{ entryId, activityId, shiftId, kind, from, to, minutes, grade, track },
        ...{ title: named ?? title, source: sourceOf(line), central: kind === CENTRAL, state: stateOf(line) },
        ...(served ? { served } : {}),
      };
    });
  };
  const certain = async (communityId: string, lines: readonly Line[]): Promise<Line[]> => {
    const keyOf = ({ entryId }: Line) => caseKey(communityId, `q-${entryId}`);
    const asked = lines.filter(({ reasons }) => reasons);
    const found = await pages.getAll(asked.map(keyOf), { consistent: true });
    return lines.filter((line) => found<{ state: string }>(keyOf(line))?.state !== 'open');
  };
  return {
    page: async (place, { from, to }, cursor) => {
      const listing = { pk: linesPk(place), newestFirst: true, cursor, after: from, before: lastBefore(to) };
      const { items, next } = await pages.page<Key>(listing);
      const lines = items.map((item) => lineOf<Line>(item));
      const [newest, oldest] = [lines[0], lines.at(-1)];
      const around = newest && oldest ? await linesBetween<Line>(pages, place, oldest.from, `${newest.from}~`) : [];
      return { items: await shown(place, lines, around), next };
    },
    standing: async (place, { from, to }) => {
      const lines = standing(await linesBetween<Line>(pages, place, from, lastBefore(to)));
      const sure = await certain(place.communityId, lines);
      return shown(place, sure, sure);
    },
    have: async (place, refs) => {
      const keys = refs.map((ref) => lineKey(place, ref));
      const found = await pages.getAll(keys, { consistent: true });
      return keys.every((key) => found(key) !== undefined);
    },
  };
};
