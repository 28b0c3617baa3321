import { Picker, Text } from '@tarojs/components';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { Card } from '../kernel/ui/card';
import { Field } from '../kernel/ui/field';
import { Row } from '../kernel/ui/row';
import { Segmented } from '../kernel/ui/segmented';
import { REPEAT_OPTIONS, timesOf, type TimesDraft } from './times-draft';
import { spanWords } from '../kernel/service/time-words';

/** When a shift is and how many it takes. `recurs`: several at once may be meant. */
export function TimesFields({
  draft,
  change,
  recurs,
}: {
  draft: TimesDraft;
  change: (part: Partial<TimesDraft>) => void;
  recurs: boolean;
}) {
  const all = timesOf(draft);
  const now = new Date();
  return (
    <>
      <Card>
        <Picker mode="date" value={draft.date} onChange={({ detail }) => change({ date: detail.value })}>
          <Row label="哪一天" value={dateInWords(all[0]?.startsAt ?? now)} />
        </Picker>
        <Picker mode="time" value={draft.start} onChange={({ detail }) => change({ start: String(detail.value) })}>
          <Row label="几点开始" value={draft.start} />
        </Picker>
        <Picker mode="time" value={draft.end} onChange={({ detail }) => change({ end: String(detail.value) })}>
          <Row label="几点结束" value={draft.end} />
        </Picker>
      </Card>
      <Field label="要多少人" type="number" value={draft.slots} onChange={(slots) => change({ slots })} />
      {recurs ? (
        <>
          <Text className="heading">是不是定期</Text>
          <Segmented
            label="是不是定期"
            options={REPEAT_OPTIONS}
            value={draft.repeat}
            onChange={(repeat) => change({ repeat })}
          />
        </>
      ) : null}
      {draft.repeat === 'once' ? null : (
        <Field
          label="一共几次"
          hint="一次最多排 12 次，以后可以再加"
          type="number"
          value={draft.times}
          onChange={(times) => change({ times })}
        />
      )}
      {all.length > 1 ? (
        <Card>
          <Text className="block strong">会排这些班次</Text>
          {all.map((one) => (
            <Text key={one.startsAt} className="block small">
              {spanWords(one, now)}
            </Text>
          ))}
        </Card>
      ) : null}
    </>
  );
}
