import { useEffect, useRef, useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import type { RollRow, RowOutcome } from '@gongzhi/shared/directory/model';
import { call, newKey } from '../../kernel/call';
import { platform } from '../../kernel/platform/platform';
import { fileHash } from './file-hash';
import { differing, rollOf, type Roll } from './model';
import { readRoll } from './read-roll';
import { compareRows, runJob, startJob, type Job, type Stopped } from './run-import';

/** Where the worker is: choosing, reading the file, comparing it with the roll, looking, importing, done. */
export type Stage =
  | ({ at: 'choose' } & Stopped)
  | { at: 'reading'; step: string }
  | ({ at: 'compare'; roll: Roll; outcomes: readonly RowOutcome[]; busy: boolean } & Stopped)
  | { at: 'faulty'; roll: Roll }
  | { at: 'preview'; roll: Roll; outcomes: readonly RowOutcome[] }
  | ({ at: 'import'; roll: Roll; job: Job; busy: boolean } & Stopped)
  | { at: 'done'; roll: Roll; job: Job };

const ENDINGS = ['xlsx', 'csv', 'xls'];
const UNREADABLE = '文件没有打开。请确认它没有被移走，再选一次。';
/** Lets the screen say what is being done before the work takes the only thread. */
const breath = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 30);
  });

export const useImport = (communityId: string) => {
  const [stage, setStage] = useState<Stage>({ at: 'choose' });
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const show = (next: Stage): boolean => {
    if (here.current) setStage(next);
    return here.current;
  };

  const compare = async (roll: Roll, known: readonly RowOutcome[]) => {
    const ask = (rows: readonly RollRow[]) =>
      call(directory.previewRoll, { communityId, fileHash: roll.fileHash, rows: [...rows] });
    const told = (outcomes: readonly RowOutcome[]) => show({ at: 'compare', roll, outcomes, busy: true });
    told(known);
    const { outcomes, failure } = await compareRows(roll.rows, known, { ask, told });
    show(failure ? { at: 'compare', roll, outcomes, busy: false, failure } : { at: 'preview', roll, outcomes });
  };

  const read = async (name: string, bytes: Uint8Array) => {
    show({ at: 'reading', step: '正在读取表格' });
    await breath();
    const file = await readRoll(bytes);
    if ('wrong' in file) return show({ at: 'choose', failure: file.wrong });
    show({ at: 'reading', step: '正在逐行核对' });
    await breath();
    const roll = rollOf(file, name, fileHash(bytes));
    if (roll.errors.length > 0) return show({ at: 'faulty', roll });
    return compare(roll, []);
  };

  const choose = async () => {
    const picked = await platform.files.pick?.(ENDINGS).catch(() => 'unreadable' as const);
    if (picked === 'unreadable') show({ at: 'choose', failure: UNREADABLE });
    else if (picked) await read(picked.name, new Uint8Array(picked.bytes));
  };

  const run = async (roll: Roll, from: Job) => {
    const told = (job: Job) => show({ at: 'import', roll, job, busy: true });
    told(from);
    const { failure, ...job } = await runJob(from, {
      told,
      send: (rows, key) =>
        call(directory.importRoll, { communityId, fileHash: roll.fileHash, rows: [...rows] }, { key }),
    });
    show(failure ? { at: 'import', roll, job, busy: false, failure } : { at: 'done', roll, job });
  };

  return {
    stage,
    choose: () => void choose(),
    /** Goes on comparing where it stopped. */
    compareOn: () => {
      if (stage.at === 'compare') void compare(stage.roll, stage.outcomes);
    },
    confirm: () => {
      if (stage.at === 'preview') void run(stage.roll, startJob(differing(stage.roll.rows, stage.outcomes), newKey));
    },
    /** Goes on importing where it stopped, with the same keys. */
    importOn: () => {
      if (stage.at === 'import') void run(stage.roll, stage.job);
    },
  };
};
