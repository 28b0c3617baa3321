import { Text } from '@tarojs/components';
import { useState } from 'react';
import { wishes } from '@gongzhi/shared/wishes/contract';
import { call } from '../../kernel/call';
import { replaceBy, useParams } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Field } from '../../kernel/ui/field';
import { Page } from '../../kernel/ui/page';
import { Segmented } from '../../kernel/ui/segmented';
import { TextArea } from '../../kernel/ui/text-area';
import { useLoaded } from '../../kernel/use-loaded';
import { useRolesIn } from '../../kernel/use-roles';
import { LEVEL_OPTIONS, WHAT_OPTIONS, budgetHint, byField, emptyDraft, missingOf, wishOf, type Draft } from './model';

interface FieldsProps {
  draft: Draft;
  faults: Record<string, string>;
  change: (part: Partial<Draft>) => void;
}

const WHOSE = [
  { value: 'own', label: '我自己的' },
  { value: 'behalf', label: '替没有手机的居民' },
] as const;

/** What is wished for. */
function WhatFields({ draft, faults, change, communityId }: FieldsProps & { communityId: string }) {
  const { value: rule } = useLoaded(communityId, () => call(wishes.readRule, { communityId })).loaded;
  return (
    <>
      <Segmented
        label="要帮忙还是要东西"
        options={WHAT_OPTIONS}
        value={draft.what}
        onChange={(what) => change({ what })}
      />
      <Field
        label="什么心愿"
        value={draft.title}
        placeholder="例如：修厨房的水龙头"
        error={faults['title']}
        onChange={(title) => change({ title })}
      />
      <TextArea
        label="说明"
        hint="大家都能看到，请不要写姓名、电话和门牌"
        value={draft.about}
        max={200}
        error={faults['about']}
        onChange={(about) => change({ about })}
      />
      <Field
        label="大概要花多少元"
        hint={budgetHint(rule)}
        type="digit"
        value={draft.yuan}
        error={faults['budget']}
        onChange={(yuan) => change({ yuan })}
      />
    </>
  );
}

/** Whose it is, and who may know. */
function WhoFields({ draft, faults, change }: FieldsProps) {
  return (
    <>
      <Text className="heading">别人能看到什么</Text>
      <Segmented
        label="别人能看到什么"
        options={LEVEL_OPTIONS}
        value={draft.level}
        onChange={(level) => change({ level })}
      />
      <Field
        label="怎么称呼"
        placeholder="例如：王阿姨"
        value={draft.callName}
        error={faults['callName']}
        onChange={(callName) => change({ callName })}
      />
      <Field
        label="楼栋"
        placeholder="例如：3号楼"
        value={draft.building}
        error={faults['building']}
        onChange={(building) => change({ building })}
      />
      <Field
        label="门牌（要上门才填）"
        hint="约好上门时间以后，只告诉认领的人"
        placeholder="例如：2单元501"
        value={draft.door}
        error={faults['door']}
        onChange={(door) => change({ door })}
      />
    </>
  );
}

/** Writes a wish; a worker looks at it before anybody else does. */
export default function Make() {
  const { communityId } = useParams('wishes', 'make');
  const worker = useRolesIn(communityId).includes('worker');
  const [draft, setDraft] = useState(emptyDraft);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [faults, setFaults] = useState<Record<string, string>>({});
  const change = (part: Partial<Draft>) => setDraft((old) => ({ ...old, ...part }));
  const missing = missingOf(draft);
  const send = async () => {
    setBusy(true);
    const outcome = await call(wishes.makeWish, { communityId, ...wishOf(draft) });
    setBusy(false);
    if (!outcome.ok) {
      setFaults(byField(outcome.invalid ?? []));
      return setFailure(outcome.says);
    }
    toast('已提交，社区工作者看过以后就公布。');
    replaceBy('wishes', 'wish', { communityId, wishId: outcome.value.wishId });
  };
  const primary = { label: '提交', busy, disabled: missing !== undefined, onTap: () => void send() };
  return (
    <Page title="许个微心愿" why={missing} primary={primary}>
      {failure ? <Banner tone="danger" title="没有提交" words={failure} /> : null}
      {worker ? (
        <Segmented
          label="谁的心愿"
          options={WHOSE}
          value={draft.behalf ? 'behalf' : 'own'}
          onChange={(whose) => change({ behalf: whose === 'behalf' })}
        />
      ) : null}
      <WhatFields communityId={communityId} draft={draft} faults={faults} change={change} />
      <WhoFields draft={draft} faults={faults} change={change} />
    </Page>
  );
}
