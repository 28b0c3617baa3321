import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { hours } from '@gongzhi/shared/hours/contract';
import { GRADES, TRACKS } from '@gongzhi/shared/kernel/hour-grades';
import { type HoursRule } from '@gongzhi/shared/hours/rule-sets';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { isStaff, useRolesIn } from '../../kernel/use-roles';
import { NUMBERS, NUMBER_KEYS, changedRule, faultOf, hasFault, ruleWords, type Typed } from './model';

function Explained({ title, all }: { title: string; all: Readonly<Record<string, { label: string; hint: string }>> }) {
  return (
    <Card>
      <Text className="block strong">{title}</Text>
      <View className="stack">
        {Object.entries(all).map(([key, { label, hint }]) => (
          <View key={key}>
            <Text className="block">{label}</Text>
            <Text className="block small">{hint}</Text>
          </View>
        ))}
      </View>
    </Card>
  );
}

function Edit({ rule, typed, type }: { rule: HoursRule; typed: Typed; type: (typed: Typed) => void }) {
  return (
    <Card>
      {NUMBER_KEYS.map((key) => (
        <Field
          key={key}
          label={NUMBERS[key].label}
          type="number"
          value={typed[key] ?? String(rule[key])}
          error={typed[key] === undefined ? undefined : faultOf(key, typed[key] ?? '')}
          onChange={(next) => type({ ...typed, [key]: next })}
        />
      ))}
    </Card>
  );
}

function Rule({ communityId, rule, reload }: { communityId: string; rule: HoursRule; reload: () => void }) {
  const staff = isStaff(useRolesIn(communityId));
  const [typed, type] = useState<Typed>();
  const { busy, act } = useAct(reload);
  const save = async () => {
    if (await act(hours.changeRule, { communityId, ...changedRule(rule, typed ?? {}) }, '已保存，以后按新规则。'))
      type(undefined);
  };
  const edit = { label: '修改', kind: 'plain' as const, onTap: () => type({}) };
  const keep = { label: '保存', busy, disabled: hasFault(typed ?? {}), onTap: () => void save() };
  return (
    <Page title="时长是怎么算的" {...(staff ? { primary: typed ? keep : edit } : {})}>
      <Explained title="三种时长，分开记" all={TRACKS} />
      <Explained title="每一条的证据" all={GRADES} />
      <Card>
        <Text className="block strong">社区的规则</Text>
        <View className="stack">
          {ruleWords(rule).map(({ words, source }) => (
            <View key={words}>
              <Text className="block">{words}</Text>
              <Text className="block small">{source}</Text>
            </View>
          ))}
        </View>
      </Card>
      {typed ? <Edit rule={rule} typed={typed} type={type} /> : null}
    </Page>
  );
}

/** How hours are counted here, for everybody; the chair and workers change the numbers. */
export default function RulePage() {
  const { communityId } = useParams('hours', 'rule');
  const { loaded, reload } = useLoaded(communityId, () => call(hours.readRule, { communityId }));
  if (loaded.value) return <Rule communityId={communityId} rule={loaded.value} reload={reload} />;
  return (
    <Page title="时长是怎么算的">
      <ListState loaded={loaded} retry={reload}>
        {() => null}
      </ListState>
    </Page>
  );
}
