import { Picker, Text } from '@tarojs/components';
import { MOST } from '@gongzhi/shared/announcements/model';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { TextArea } from '../../kernel/ui/text-area';
import { KIND_OPTIONS, type Draft, type WhenWhere } from './model';

export interface FieldsProps {
  communityId: string;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  faults: Readonly<Record<string, string>>;
}

/** What it says. */
export function WordsFields({ draft, change, faults }: Omit<FieldsProps, 'communityId'>) {
  return (
    <>
      <Text className="heading">写什么</Text>
      <Segmented label="种类" options={KIND_OPTIONS} value={draft.kind} onChange={(kind) => change({ kind })} />
      <TextArea
        label="标题"
        value={draft.title}
        max={MOST.title}
        hint="微信消息里只显示前 20 个字，先说最要紧的"
        error={faults['title']}
        onChange={(title) => change({ title })}
      />
      <TextArea
        label="正文"
        value={draft.body}
        max={MOST.body}
        hint="写清什么事、谁要做什么、找谁"
        error={faults['body']}
        onChange={(body) => change({ body })}
      />
    </>
  );
}

interface WhenProps {
  draft: WhenWhere;
  change: (part: Partial<WhenWhere>) => void;
  faults: Readonly<Record<string, string>>;
}
/** Where and when it is; both may be left out. */
export function WhenFields({ draft, change, faults }: WhenProps) {
  const { date, start, end } = draft;
  return (
    <>
      <Text className="heading">时间地点</Text>
      <Text className="block small">没有就不填。</Text>
      <Card>
        <Picker mode="date" value={date} onChange={({ detail }) => change({ date: detail.value })}>
          <Row label="哪一天" value={date ? dateInWords(`${date}T04:00:00.000Z`) : '不填'} picks />
        </Picker>
        {date ? (
          <>
            <Picker mode="time" value={start} onChange={({ detail }) => change({ start: String(detail.value) })}>
              <Row label="几点开始" value={start || '09:00'} picks />
            </Picker>
            <Picker mode="time" value={end} onChange={({ detail }) => change({ end: String(detail.value) })}>
              <Row label="几点结束" value={end || '不填'} picks />
            </Picker>
            <PrimaryButton kind="plain" label="不填时间" onTap={() => change({ date: '', start: '', end: '' })} />
          </>
        ) : null}
        {faults['until'] ? <Text className="block small">⚠ {faults['until']}</Text> : null}
      </Card>
      <Field
        label="地点"
        value={draft.place}
        placeholder="例如：3 号楼前"
        error={faults['place']}
        onChange={(place) => change({ place })}
      />
    </>
  );
}
