import { useState } from 'react';
import { hours } from '@gongzhi/shared/hours/contract';
import type { PastRow } from '@gongzhi/shared/hours/past-row';
import { MOST_ROWS } from '@gongzhi/shared/hours/rule-sets';
import { call, newKey } from '../../kernel/call';
import { partsOf, type Done, type Part } from './model';

const NONE: Done = { imported: 0, skipped: 0 };
/** Sends part by part; what failed is sent again under its own key, and what came through is not sent twice. */
export const useSending = (communityId: string) => {
  const [left, setLeft] = useState<readonly Part[]>([]);
  const [done, setDone] = useState<Done>();
  const [failure, setFailure] = useState<string>();
  const [busy, setBusy] = useState(false);
  const send = async (parts: readonly Part[], before: Done) => {
    setBusy(true);
    setFailure(undefined);
    const sum = { ...before };
    for (const [i, { rows, key }] of parts.entries()) {
      const outcome = await call(hours.importRecords, { communityId, rows: [...rows] }, { key });
      setDone({ ...sum });
      if (!outcome.ok) {
        setLeft(parts.slice(i));
        setFailure(outcome.says);
        return setBusy(false);
      }
      sum.imported += outcome.value.imported;
      sum.skipped += outcome.value.skipped;
    }
    setLeft([]);
    setDone(sum);
    setBusy(false);
  };
  return {
    ...{ left, done, failure, busy },
    /** Another table was chosen: what came of the one before is no longer said. */
    forget: () => {
      setLeft([]);
      setDone(undefined);
      setFailure(undefined);
    },
    send: (rows: readonly PastRow[]) => void send(partsOf(rows, MOST_ROWS, newKey), NONE),
    /** Goes on where it stopped, with the same keys. */
    again: () => void send(left, done ?? NONE),
  };
};
