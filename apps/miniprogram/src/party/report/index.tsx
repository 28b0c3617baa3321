import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { identity } from '@gongzhi/shared/identity/contract';
import { party } from '@gongzhi/shared/party/contract';
import { KINDS, type Kind } from '@gongzhi/shared/party/model';
import { call } from '../../kernel/call';
import { back, useParams } from '../../kernel/navigate';
import { usePresence } from '../../kernel/standing';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Segmented } from '../../kernel/ui/segmented';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { ChooseSkills } from '../choose-skills';
import { ChooseBranch } from './choose-branch';
import { ChooseUnit } from './choose-unit';
import { ConsentSheet } from './consent-sheet';
import { EMPTY, inputOf, missingOf, toggled, type Form } from './model';

const NOTES = {
  branch: '组织关系在本社区',
  inService: '组织关系在单位，住在这里',
  retired: '已经离退休',
  company: '在企业或社会组织工作',
} as const satisfies Record<Kind, string>;
const CHOICES = (Object.keys(KINDS) as Kind[]).map((value) => ({ value, label: KINDS[value], note: NOTES[value] }));

type Change = (part: Partial<Form>) => void;
function Questions({ communityId, form, change }: { communityId: string; form: Form; change: Change }) {
  return (
    <>
      <Card>
        <Text className="block strong">您是哪一类党员？</Text>
        <Segmented label="党员类别" options={CHOICES} value={form.kind} onChange={(kind) => change({ kind })} />
        <Field
          label="称呼"
          value={form.displayName}
          hint="请用支部和单位认得出的称呼，最多 12 个字"
          onChange={(displayName) => change({ displayName })}
        />
      </Card>
      {form.kind && form.kind !== 'branch' ? (
        <ChooseUnit communityId={communityId} form={form} change={change} />
      ) : null}
      <ChooseBranch communityId={communityId} value={form.branchId} onChange={(branchId) => change({ branchId })} />
      <Card>
        <Text className="block strong">愿意用什么帮邻居（可以不选，最多 5 项）</Text>
        <ChooseSkills chosen={form.skills} onToggle={(skill) => change({ skills: toggled(form.skills, skill) })} />
      </Card>
      <Card>
        <Field
          label="从别的社区转来（可以不填）"
          type="number"
          value={form.earlier}
          hint="那个社区的 12 位区划代码"
          onChange={(earlier) => change({ earlier })}
        />
      </Card>
    </>
  );
}

/** Reporting in: the consent first, then a few questions. */
export default function ReportIn() {
  const { communityId } = useParams('party', 'report');
  const { loaded, reload } = useLoaded(communityId, () => call(identity.readMe, {}));
  const name = usePresence().belongings.value?.find(({ scope }) => scope === communityId)?.displayName ?? '';
  const [form, setForm] = useState<Form>(EMPTY);
  const { busy, act } = useAct(reload);
  const change: Change = (part) => setForm((old) => ({ ...old, ...part }));
  useEffect(() => {
    if (name) setForm((old) => (old.displayName === '' ? { ...old, displayName: name } : old));
  }, [name]);
  const agreed = loaded.value?.consents.some(({ purpose, withdrawnAt }) => purpose === 'party' && !withdrawnAt);
  const missing = missingOf(form);
  const send = async () => {
    if (await act(party.reportIn, inputOf(communityId, form), '报到单已经交了，等确认。')) back();
  };
  const primary = { label: '交报到单', busy, disabled: !agreed || missing !== undefined, onTap: () => void send() };
  return (
    <Page title="党员报到" primary={primary} why={missing}>
      <ListState loaded={loaded} retry={reload}>
        {() => (
          <>
            <Questions communityId={communityId} form={form} change={change} />
            {agreed ? null : <ConsentSheet agreed={reload} close={back} />}
          </>
        )}
      </ListState>
    </Page>
  );
}
