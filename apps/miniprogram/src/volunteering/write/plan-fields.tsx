import { Text } from '@tarojs/components';
import { platform } from '../../kernel/platform/platform';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Segmented } from '../../kernel/ui/segmented';
import { TextArea } from '../../kernel/ui/text-area';
import { KIND_OPTIONS } from '../words';
import { BY_OPTIONS, YES_NO, spotOf, type Draft } from './model';

export interface FieldsProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  faults: Readonly<Record<string, string>>;
}

/** The place may be compared with the phones of those who check in. */
function SpotField({ draft: { spot }, change }: FieldsProps) {
  if (!platform.locate) return null;
  const take = async () => {
    const found = spotOf(await platform.locate?.());
    if (found) change({ spot: found });
    else toast('没有拿到手机的位置。不填也可以，签到照样有效。');
  };
  return (
    <Card>
      <Text className="block small">
        {spot
          ? '✓ 已记下集合地点。志愿者签到时可以核对是不是在附近，不保存位置。'
          : '在集合地点点一下，志愿者签到时可以核对是不是在附近。不填也可以。'}
      </Text>
      <PrimaryButton kind="plain" label={spot ? '重新取这里的位置' : '我就在集合地点'} onTap={() => void take()} />
    </Card>
  );
}

/** What the activity is, who organises it, where. */
export function PlanFields(props: FieldsProps) {
  const { draft, change, faults } = props;
  return (
    <>
      <Field
        label="活动名称"
        value={draft.title}
        placeholder="例如：周六义务理发"
        error={faults['title']}
        onChange={(title) => change({ title })}
      />
      <TextArea
        label="活动说明"
        value={draft.about}
        max={1000}
        hint="做什么、帮谁、怎么做"
        error={faults['about']}
        onChange={(about) => change({ about })}
      />
      <Field
        label="集合地点"
        value={draft.place}
        placeholder="例如：社区活动室门口"
        error={faults['place']}
        onChange={(place) => change({ place })}
      />
      <SpotField {...props} />
      <Text className="heading">哪一类服务</Text>
      <Segmented label="哪一类服务" options={KIND_OPTIONS} value={draft.kind} onChange={(kind) => change({ kind })} />
      <Text className="heading">谁主办</Text>
      <Segmented
        label="谁主办"
        options={BY_OPTIONS}
        value={draft.by.kind}
        onChange={(kind) => change({ by: { ...draft.by, kind } })}
      />
      <Field
        label="主办方名称"
        value={draft.by.name}
        error={faults['by.name']}
        onChange={(name) => change({ by: { ...draft.by, name } })}
      />
      <Field
        label="需要的技能"
        hint="没有就不填；几项用顿号隔开，最多 5 项"
        value={draft.skills}
        error={faults['skills'] ?? faults['skills.0']}
        onChange={(skills) => change({ skills })}
      />
      <Field
        label="要带的东西"
        hint="没有就不填"
        value={draft.bring}
        error={faults['bring']}
        onChange={(bring) => change({ bring })}
      />
      <Text className="heading">未满 18 周岁的能参加吗</Text>
      <Text className="block small">能参加的，要同一户的大人先同意。</Text>
      <Segmented
        label="未满 18 周岁的能参加吗"
        options={YES_NO}
        value={draft.minors ? 'yes' : 'no'}
        onChange={(value) => change({ minors: value === 'yes' })}
      />
    </>
  );
}
