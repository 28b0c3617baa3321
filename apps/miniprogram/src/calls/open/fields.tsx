import { Picker, Text, View } from '@tarojs/components';
import { SKILLS } from '@gongzhi/shared/kernel/skills';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { spanWords } from '../../kernel/service/time-words';
import { a11y } from '../../kernel/ui/a11y';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { TextArea } from '../../kernel/ui/text-area';
import { CAUSE_OPTIONS, timesOf, toggled, type Draft } from './model';

export interface FieldsProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  faults: Readonly<Record<string, string>>;
}

/** What it is for, and where. */
export function WhatFields({ draft, change, faults }: FieldsProps) {
  return (
    <>
      <Text className="heading">什么事</Text>
      <Segmented label="什么事" options={CAUSE_OPTIONS} value={draft.cause} onChange={(cause) => change({ cause })} />
      <Field
        label="要做什么"
        value={draft.title}
        placeholder="例如：搬沙袋挡车库"
        error={faults['title']}
        onChange={(title) => change({ title })}
      />
      <TextArea
        label="说明"
        value={draft.about}
        max={300}
        hint="情况怎样、带什么、注意什么"
        error={faults['about']}
        onChange={(about) => change({ about })}
      />
      <Field
        label="集合地点"
        value={draft.place}
        placeholder="例如：1 号楼前"
        error={faults['place']}
        onChange={(place) => change({ place })}
      />
    </>
  );
}

/** When it is. */
export function WhenFields({ draft, change, faults }: FieldsProps) {
  const times = timesOf(draft);
  return (
    <>
      <Text className="heading">时间</Text>
      <Card>
        <Picker mode="date" value={draft.date} onChange={({ detail }) => change({ date: detail.value })}>
          <Row label="哪一天" value={dateInWords(times.startsAt)} />
        </Picker>
        <Picker mode="time" value={draft.start} onChange={({ detail }) => change({ start: String(detail.value) })}>
          <Row label="几点开始" value={draft.start} />
        </Picker>
        <Picker mode="time" value={draft.end} onChange={({ detail }) => change({ end: String(detail.value) })}>
          <Row label="几点结束" value={draft.end} />
        </Picker>
        <Text className="block small">{spanWords(times, new Date())}</Text>
        {faults['endsAt'] ? <Text className="block small">⚠ {faults['endsAt']}</Text> : null}
      </Card>
    </>
  );
}

/** Whom it asks, and how many it needs. */
export function WhomFields({ draft, change, faults }: FieldsProps) {
  return (
    <>
      <Text className="heading">召集谁</Text>
      <Field
        label="要多少人"
        type="number"
        value={draft.needed}
        error={faults['needed']}
        onChange={(needed) => change({ needed })}
      />
      <Field
        label="住在哪些楼"
        hint="不填就是所有楼；几栋用顿号隔开"
        value={draft.buildings}
        error={faults['buildings']}
        onChange={(buildings) => change({ buildings })}
      />
      <Text className="heading">会什么</Text>
      <Text className="block small">不选就不限；选了几项的，会一项就行。</Text>
      <View className="seg">
        {Object.entries(SKILLS).map(([skill, label]) => {
          const on = draft.skills.includes(skill);
          return (
            <View
              key={skill}
              className={on ? 'seg-one seg-on' : 'seg-one'}
              hoverClass="seg-pressed"
              onClick={() => change({ skills: toggled(draft.skills, skill) })}
              {...a11y({ role: 'checkbox', checked: on, label })}
            >
              <Text>{on ? `✓ ${label}` : label}</Text>
            </View>
          );
        })}
      </View>
    </>
  );
}
