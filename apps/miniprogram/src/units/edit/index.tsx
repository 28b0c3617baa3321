import { useState } from 'react';
import { units } from '@gongzhi/shared/units/contract';
import type { Unit } from '@gongzhi/shared/units/model';
import { call } from '../../kernel/call';
import { back, useParams } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Banner } from '../../kernel/ui/banner';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Segmented } from '../../kernel/ui/segmented';
import { TextArea } from '../../kernel/ui/text-area';
import { useLoaded } from '../../kernel/use-loaded';
import { KIND_OPTIONS, WHERE_OPTIONS } from '../words';
import { EMPTY, draftOf, missingWords, profileOf, type Draft } from './model';

function Form({ communityId, unit }: { communityId: string; unit?: Unit }) {
  const [draft, setDraft] = useState<Draft>(unit ? draftOf(unit) : EMPTY);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const type = (more: Partial<Draft>) => setDraft({ ...draft, ...more });
  const save = async () => {
    setBusy(true);
    const profile = { communityId, ...profileOf(draft) };
    const outcome = await (unit
      ? call(units.changeUnit, { ...profile, unitId: unit.unitId })
      : call(units.addUnit, profile));
    setBusy(false);
    if (!outcome.ok) return setFailure(outcome.says);
    toast('已保存，大家现在就能看到。');
    back();
  };
  const missing = missingWords(draft);
  return (
    <Page
      title={unit ? '修改单位资料' : '登记单位'}
      why={missing}
      primary={{ label: '保存', busy, disabled: missing !== undefined, onTap: () => void save() }}
    >
      <Field label="单位名称" value={draft.name} onChange={(name) => type({ name })} />
      <Segmented label="单位类别" options={KIND_OPTIONS} value={draft.kind} onChange={(kind) => type({ kind })} />
      <Segmented
        label="单位在不在本社区"
        options={WHERE_OPTIONS}
        value={draft.where}
        onChange={(where) => type({ where })}
      />
      <Field label="地址（可以不填）" value={draft.address} onChange={(address) => type({ address })} />
      <TextArea
        label="单位介绍（可以不填）"
        hint="能为社区做什么。不要写个人的姓名和电话。"
        value={draft.about}
        max={300}
        onChange={(about) => type({ about })}
      />
      {failure ? <Banner tone="danger" title="没有保存成功" words={failure} /> : null}
    </Page>
  );
}

/** A unit's profile, new or changed: by a worker, or by whoever speaks for it. */
export default function Edit() {
  const { communityId, unitId } = useParams('units', 'edit');
  const { loaded, reload } = useLoaded(unitId, () => call(units.readUnit, { communityId, unitId: unitId ?? '' }));
  if (!unitId) return <Form communityId={communityId} />;
  if (loaded.value) return <Form communityId={communityId} unit={loaded.value} />;
  return (
    <Page title="修改单位资料">
      <ListState loaded={loaded} retry={reload}>
        {() => null}
      </ListState>
    </Page>
  );
}
