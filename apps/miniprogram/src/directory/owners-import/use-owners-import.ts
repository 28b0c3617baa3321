import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import type { Door } from '@gongzhi/shared/kernel/door-key';
import { call, newKey } from '../../kernel/call';
import { platform } from '../../kernel/platform/platform';
import { allPages } from '../../kernel/use-pages';
import { readCsv } from '../../kernel/read-csv';
import { readRoll } from '../roll/read-roll';
import { fillMerged } from '@gongzhi/shared/directory/roll-grid';
import { buildingsOf, partsOf, unknownDoors } from './model';
import { readOwners, type OwnerLine } from './read-owners';

export type Stage =
  | { at: 'choose'; failure?: string; busy?: boolean }
  | { at: 'faulty'; wrong: readonly string[] }
  | { at: 'preview'; lines: readonly OwnerLine[]; failure?: string; busy?: boolean }
  | { at: 'done'; entered: number };

type Parts = ReturnType<typeof partsOf>;

/** The doors of the buildings a list names, as the roll has them. */
const doorsIn = async (communityId: string, buildings: readonly string[]) => {
  const doors: Door[] = [];
  for (const building of buildings) {
    const found = await allPages((cursor) =>
      call(directory.listDoors, { communityId, building, ...(cursor ? { cursor } : {}) }),
    );
    if (!found.ok) return found;
    doors.push(...found.value.map(({ unit, room }) => ({ building, unit, room })));
  }
  return { ok: true as const, value: doors };
};

/** An owners' list on its way: pasted or from a file, looked at, then sent part by part; a part that failed is sent again under its own key. */
export const useOwnersImport = (communityId: string) => {
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const [left, setLeft] = useState<Parts>([]);
  const look = async (cells: readonly (readonly string[])[]) => {
    const { lines, wrong } = readOwners(cells);
    if (wrong.length > 0) return setStage({ at: 'faulty', wrong });
    if (lines.length === 0) return setStage({ at: 'choose', failure: '没有读到业主。请粘贴表格里的内容。' });
    setStage({ at: 'choose', busy: true });
    const known = await doorsIn(communityId, buildingsOf(lines));
    if (!known.ok) return setStage({ at: 'choose', failure: known.says });
    const unknown = unknownDoors(lines, known.value);
    if (unknown.length > 0) return setStage({ at: 'faulty', wrong: unknown });
    setLeft(partsOf(lines, newKey));
    setStage({ at: 'preview', lines });
  };
  const choose = async () => {
    const picked = await platform.files.pick?.(['xlsx', 'csv']).catch(() => undefined);
    if (!picked) return;
    const file = await readRoll(new Uint8Array(picked.bytes));
    if ('wrong' in file) return setStage({ at: 'choose', failure: file.wrong });
    await look(fillMerged(file.sheet.grid));
  };
  const send = async (lines: readonly OwnerLine[]) => {
    setStage({ at: 'preview', lines, busy: true });
    for (const [i, { rows, key }] of left.entries()) {
      const outcome = await call(directory.importOwners, { communityId, rows }, { key });
      if (outcome.ok) continue;
      setLeft(left.slice(i));
      return setStage({ at: 'preview', lines, failure: outcome.says });
    }
    setStage({ at: 'done', entered: lines.length });
  };
  return {
    stage,
    paste: (text: string) => void look(readCsv(text)),
    choose: platform.files.pick ? () => void choose() : undefined,
    send: (lines: readonly OwnerLine[]) => void send(lines),
    again: () => setStage({ at: 'choose' }),
  };
};
