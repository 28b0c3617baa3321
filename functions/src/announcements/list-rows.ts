import type { Row, Tally, ToSay } from '@gongzhi/shared/announcements/model';
import { isTaken } from '@gongzhi/shared/announcements/rules';
import { buildingKey } from '@gongzhi/shared/directory/model';
import { doorLabel } from '@gongzhi/shared/kernel/door-key';
import { isRefusal, refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { dayInChina } from '@gongzhi/shared/kernel/working-days';
import type { Ctx } from '../kernel/caller';
import type { RollHousehold } from '../kernel/households';
import { sentAs, type Sent } from '../kernel/deliveries';
import { writeTogether } from '../kernel/write-together';
import type { Deps, Handle } from './repo';
import type { HeadItem, InOne } from './repo-heads';
import type { ListItem, RowItem } from './repo-rows';
import { showHead } from './show-head';

type With = Pick<Ctx & Deps, 'caller' | 'membersOf'>;
/** Whose households somebody may see: a worker's are all, a 楼组长's those of the building they live in. */
export const reachOf = async (
  communityId: string,
  { caller, membersOf }: With,
): Promise<{ building?: string } | Refusal<'NO_HOME'>> => {
  if (caller.roles.includes('worker')) return {};
  const member = (await membersOf(communityId, [caller.personId]))(caller.personId);
  return member?.home ? { building: buildingKey(member.home.building) } : refuse('NO_HOME');
};

const tallyOf = ({ rows, phone, door, opened, wechat = 0 }: ListItem): Tally => ({ rows, phone, door, opened, wechat });

export const listCallLists: Handle<'listCallLists'> = async ({ communityId, cursor }, { repo }) => {
  const { items, next } = await repo.rows.lists(communityId, cursor);
  const heads = await repo.heads.some(
    communityId,
    items.map(({ announcementId }) => announcementId),
  );
  const headAt = new Map(heads.map((head) => [head.sk, head]));
  const shown = items.flatMap((item) => {
    const head = headAt.get(item.announcementId);
    return head ? [{ ...showHead(head), tally: tallyOf(item) }] : [];
  });
  return { items: shown, next };
};

/** What became of a household since the list was made: somebody of it opened it, or WeChat delivered it after all. */
const becameOf = async ({ sendId, noticeId }: Sent, rows: readonly RowItem[], { openedBy, deliveredOf }: Deps) => {
  const people = rows.flatMap((row) => row.people);
  const late = Object.fromEntries(rows.flatMap((row) => Object.entries(row.late ?? {})));
  const [opened, delivered] = await Promise.all([openedBy(noticeId, people), deliveredOf(sendId, late)]);
  return (row: RowItem): 'opened' | 'wechat' | undefined => {
    if (row.people.some((id) => opened.has(id))) return 'opened';
    return row.people.some((id) => delivered.has(id)) ? 'wechat' : undefined;
  };
};
/** Rows of whose households somebody heard of it meanwhile are taken off and counted. */
const stillThere = async (ids: InOne, rows: readonly RowItem[], { at, kind }: HeadItem, ctx: Ctx & Deps) => {
  const { repo, now } = ctx;
  const became = await becameOf(sentAs({ ...ids, at }), rows, ctx);
  const urgent = kind === 'urgent';
  await Promise.all(
    rows.flatMap((row) => {
      const outcome = became(row);
      if (!outcome) return [];
      const writes = repo.rows.doneWrites(ids, row, { outcome, by: row.by ?? '', now, urgent });
      return [writeTogether(repo.client, 'announcements.rowHeard', writes)];
    }),
  );
  return rows.filter((row) => !became(row));
};

/** In whose hand it is, for whoever reads it. */
const handOf = (
  row: RowItem,
  { caller: { personId }, now }: Pick<Ctx, 'caller' | 'now'>,
): Pick<Row, 'hand' | 'until'> => {
  const { by, until } = row;
  if (by === undefined || until === undefined || until <= now.toISOString()) return { hand: 'free' };
  return { hand: isTaken(row, { personId, now }) ? 'taken' : 'mine', until };
};
const rowShown = (row: RowItem, household: RollHousehold | undefined, ctx: Pick<Ctx, 'caller' | 'now'>): Row => ({
  ...{ row: row.sk, door: doorLabel(row), needs: row.needs, absent: row.absent },
  ...(row.again && { again: true }),
  adults: (household?.adults ?? []).map(({ name, phone }) => ({ name, ...(phone ? { phone } : {}) })),
  ...handOf(row, ctx),
});

const changedSince = ({ correctedAt, state, reason = '' }: Omit<HeadItem, 'title'>) => ({
  ...(correctedAt ? { correctedAt } : {}),
  ...(state === 'withdrawn' ? { withdrawn: reason } : {}),
});
const toSay = ({ title, place, when, until, ...rest }: HeadItem): ToSay => ({
  ...{ title, ...(place ? { place } : {}) },
  ...(when ? { when } : {}),
  ...(until ? { until } : {}),
  ...changedSince(rest),
});

export const listRows: Handle<'listRows'> = async ({ cursor, ...ids }, ctx) => {
  const { repo, caller, now, roll } = ctx;
  const reach = await reachOf(ids.communityId, ctx);
  if (isRefusal(reach)) return reach;
  const head = await repo.heads.read(ids);
  const urgent = head?.kind === 'urgent';
  const list = await repo.rows.list(ids, urgent);
  if (!head || !list) return refuse('NOT_FOUND');
  const { items, next } = reach.building
    ? await repo.rows.ofBuilding(ids, reach.building, cursor)
    : await repo.rows.byNeed(ids, cursor);
  const rows = await stillThere(ids, items, head, ctx);
  const day = dayInChina(now);
  if (rows.length > 0) await repo.rows.logReading(ids, { readerId: caller.personId, day, rows: rows.length });
  const householdOf = await roll.at(ids.communityId, rows);
  return {
    items: rows.map((row) => rowShown(row, householdOf(row), ctx)),
    ...{ next, ...toSay(head), tally: tallyOf(list) },
  };
};
