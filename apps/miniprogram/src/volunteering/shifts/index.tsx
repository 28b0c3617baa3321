import { Text } from '@tarojs/components';
import { useState } from 'react';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { mayMove } from '@gongzhi/shared/volunteering/rules';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { Sheet } from '../../kernel/ui/sheet';
import { useAct, type Act } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { timesOf, usualTimes } from '../times-draft';
import { TimesFields } from '../times-fields';
import { shiftTag } from '../words';
import { spanWords } from '../../kernel/service/time-words';
import { ShiftSheet } from './shift-sheet';

interface At {
  communityId: string;
  activityId: string;
}
function AddSheet({ at, busy, act, onClose }: { at: At; busy: boolean; act: Act; onClose: () => void }) {
  const [draft, setDraft] = useState(() => usualTimes(new Date()));
  const add = async () => {
    const input = { ...at, shifts: timesOf(draft) };
    if (await act(volunteering.addShifts, input, ({ shiftIds }) => `已排 ${shiftIds.length} 个班次。`)) onClose();
  };
  return (
    <Sheet title="加班次" onClose={onClose} confirm={{ label: '排上', busy, onTap: () => void add() }}>
      <TimesFields draft={draft} change={(part) => setDraft((old) => ({ ...old, ...part }))} recurs />
    </Sheet>
  );
}

/** An activity's shifts for whoever leads it: adding, moving, calling off. */
export default function Shifts() {
  const at = useParams('volunteering', 'shifts');
  const { loaded, reload } = useLoaded(at.activityId, () => call(volunteering.readPlan, at));
  const { busy, act } = useAct(reload);
  const [open, setOpen] = useState<string>();
  const close = () => setOpen(undefined);
  const now = new Date();
  const chosen = loaded.value?.shifts.find(({ shiftId }) => shiftId === open);
  return (
    <Page title="排班" primary={{ label: '加班次', onTap: () => setOpen('add') }}>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ shifts }) => shifts.length === 0}
        empty={{ words: '还没有班次。排了班次，社区才能发布。' }}
      >
        {({ title, status, shifts }) => (
          <>
            <Text className="heading">{title}</Text>
            <Card>
              {shifts.map((shift) => (
                <Row
                  key={shift.shiftId}
                  label={spanWords(shift, now)}
                  value={`${shiftTag(shift, now)[0]} · 要 ${shift.slots} 人，已报名 ${shift.taken} 人`}
                  {...(mayMove(status, shift, now) ? {} : { onTap: () => setOpen(shift.shiftId) })}
                />
              ))}
            </Card>
            <Text className="block small">点一个还没开始的班次，可以改时间、改人数或取消。</Text>
          </>
        )}
      </ListState>
      {open === 'add' ? <AddSheet at={at} busy={busy} act={act} onClose={close} /> : null}
      {chosen ? <ShiftSheet key={chosen.shiftId} {...{ at, busy, act }} shift={chosen} onClose={close} /> : null}
    </Page>
  );
}
