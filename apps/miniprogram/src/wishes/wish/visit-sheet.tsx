import { Picker, Text } from '@tarojs/components';
import { useState } from 'react';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { wishes } from '@gongzhi/shared/wishes/contract';
import { spanWords } from '../../kernel/service/time-words';
import { Card } from '../../kernel/ui/card';
import { Row } from '../../kernel/ui/row';
import { Sheet } from '../../kernel/ui/sheet';
import type { SheetProps } from './sheets';
import { visitDraft, windowOf } from './visit-draft';

/** When the claimer comes; the door is told as soon as it is arranged. */
export function VisitSheet({ at, inside, busy, act, onClose }: SheetProps) {
  const now = new Date();
  const [draft, setDraft] = useState(() => visitDraft(now, inside?.visit?.inAt ? undefined : inside?.visit));
  const change = (part: Partial<typeof draft>) => setDraft((old) => ({ ...old, ...part }));
  const window = windowOf(draft);
  const arrange = async () => {
    if (await act(wishes.arrangeVisit, { ...at, window }, '约好了，已经告诉对方。')) onClose();
  };
  return (
    <Sheet
      title="什么时候上门"
      words="请先想好对方方便的时间。约好以后，会告诉您门牌。"
      onClose={onClose}
      confirm={{ label: '约好', busy, onTap: () => void arrange() }}
    >
      <Card>
        <Picker mode="date" value={draft.date} onChange={({ detail }) => change({ date: detail.value })}>
          <Row label="哪一天" value={dateInWords(window.startsAt)} />
        </Picker>
        <Picker mode="time" value={draft.start} onChange={({ detail }) => change({ start: String(detail.value) })}>
          <Row label="几点到" value={draft.start} />
        </Picker>
        <Picker mode="time" value={draft.end} onChange={({ detail }) => change({ end: String(detail.value) })}>
          <Row label="几点走" value={draft.end} />
        </Picker>
      </Card>
      <Text className="block small">{spanWords(window, now)}</Text>
    </Sheet>
  );
}
