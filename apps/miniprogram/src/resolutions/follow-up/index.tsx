import { Text } from '@tarojs/components';
import { useState } from 'react';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import { FOLLOW_UP_SOURCE, type FollowUp } from '@gongzhi/shared/resolutions/rule-sets';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Segmented } from '../../kernel/ui/segmented';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { isStaff, useRolesIn } from '../../kernel/use-roles';
import { NUMBERS, NUMBER_KEYS, changedRule, faultOf, hasFault, ruleWords, typedOf, type Typed } from './model';

const ALONE = [
  { value: 'yes', label: '提案人一人退回就重办' },
  { value: 'no', label: '要几位一起退回' },
] as const;
const REVIEWERS = [
  { value: 'followers', label: '提案人和附议人评议' },
  { value: 'residents', label: '全体居民评议' },
] as const;

interface EditProps {
  rule: FollowUp;
  typed: Typed;
  type: (typed: Typed) => void;
  draft: FollowUp;
  setDraft: (draft: FollowUp) => void;
}
function Edit({ rule, typed, type, draft, setDraft }: EditProps) {
  return (
    <Card>
      <Segmented
        label="谁能退回"
        options={ALONE}
        value={draft.authorAlone ? 'yes' : 'no'}
        onChange={(value) => setDraft({ ...draft, authorAlone: value === 'yes' })}
      />
      {NUMBER_KEYS.map((key) => {
        const value = typed[key] ?? typedOf(rule, key);
        const changed = typed[key] !== undefined && value !== typedOf(rule, key);
        return (
          <Field
            key={key}
            label={NUMBERS[key].label}
            hint={NUMBERS[key].unit}
            type="number"
            value={value}
            error={changed ? faultOf(key, value) : undefined}
            onChange={(next) => type({ ...typed, [key]: next })}
          />
        );
      })}
      <Segmented
        label="谁来评议"
        options={REVIEWERS}
        value={draft.reviewers}
        onChange={(reviewers) => setDraft({ ...draft, reviewers })}
      />
    </Card>
  );
}

function Rule({ communityId, rule, reload }: { communityId: string; rule: FollowUp; reload: () => void }) {
  const staff = isStaff(useRolesIn(communityId));
  const [draft, setDraft] = useState<FollowUp>();
  const [typed, type] = useState<Typed>({});
  const { busy, act } = useAct(reload);
  const save = async () => {
    if (!draft) return;
    const next = changedRule({ ...rule, authorAlone: draft.authorAlone, reviewers: draft.reviewers }, typed);
    if (!(await act(resolutions.changeFollowUp, { communityId, ...next }, '已保存，以后完成的任务按新规则。'))) return;
    setDraft(undefined);
    type({});
  };
  const edit = { label: '修改', kind: 'plain' as const, onTap: () => setDraft(rule) };
  const keep = { label: '保存', busy, disabled: hasFault(rule, typed), onTap: () => void save() };
  return (
    <Page title="怎样跟进决议" {...(staff ? { primary: draft ? keep : edit } : {})}>
      <Card>
        {ruleWords(rule).map((words) => (
          <Text key={words} className="block">
            {words}
          </Text>
        ))}
        <Text className="block small">依据：{FOLLOW_UP_SOURCE.source}</Text>
      </Card>
      {draft ? <Edit rule={rule} typed={typed} type={type} draft={draft} setDraft={setDraft} /> : null}
    </Page>
  );
}

/** How resolutions are followed up here, for everybody; the chair and workers change it. */
export default function FollowUpPage() {
  const { communityId } = useParams('resolutions', 'follow-up');
  const { loaded, reload } = useLoaded(communityId, () => call(resolutions.readFollowUp, { communityId }));
  if (loaded.value) return <Rule communityId={communityId} rule={loaded.value} reload={reload} />;
  return (
    <Page title="怎样跟进决议">
      <ListState loaded={loaded} retry={reload}>
        {() => null}
      </ListState>
    </Page>
  );
}
