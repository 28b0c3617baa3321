import { Picker, Text } from '@tarojs/components';
import { useState } from 'react';
import { exchange } from '@gongzhi/shared/exchange/contract';
import type { RuleVersion } from '@gongzhi/shared/exchange/model';
import { POINTS_SOURCE } from '@gongzhi/shared/exchange/rule-sets';
import { dayAfter, dayInChina } from '@gongzhi/shared/kernel/working-days';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { useRolesIn } from '../../kernel/use-roles';
import { fromWords, ruleWords } from '../words';
import { draftOf, faultOf, ruleOf, type Draft } from './model';

const SHOWN = [
  { value: 'points', label: '积分' },
  { value: 'time', label: '时间币', note: '一小时存一个的社区常用' },
] as const;

function Rule({ title, rule }: { title: string; rule: RuleVersion }) {
  return (
    <Card>
      <Text className="block strong">
        {title}：{fromWords(rule)}
      </Text>
      {ruleWords(rule).map((words) => (
        <Text key={words} className="block">
          {words}
        </Text>
      ))}
    </Card>
  );
}

function Edit({ draft, type }: { draft: Draft; type: (more: Partial<Draft>) => void }) {
  const today = dayInChina(new Date());
  return (
    <>
      <Text className="heading">新的办法</Text>
      <Segmented label="叫什么" options={SHOWN} value={draft.shownAs} onChange={(shownAs) => type({ shownAs })} />
      <Field
        label="每小时记录时长给多少"
        type="number"
        value={draft.recorded}
        error={faultOf(draft.recorded)}
        onChange={(recorded) => type({ recorded })}
      />
      <Field
        label="每小时荣誉时长给多少"
        hint="0 表示不给。"
        type="number"
        value={draft.honorary}
        error={faultOf(draft.honorary)}
        onChange={(honorary) => type({ honorary })}
      />
      <Card>
        <Picker
          mode="date"
          value={draft.from}
          start={today}
          end={dayAfter(today, 730)}
          onChange={({ detail }) => type({ from: detail.value })}
        >
          <Row picks label="从哪天起" value={draft.from} />
        </Picker>
      </Card>
    </>
  );
}

/** How points are given here, for everybody; a worker decides it anew, and what was given stays. */
export default function RulePage() {
  const { communityId } = useParams('exchange', 'rule');
  const { loaded, reload } = useLoaded(communityId, () => call(exchange.readRule, { communityId }));
  const worker = useRolesIn(communityId).includes('worker');
  const [draft, setDraft] = useState<Draft>();
  const { busy, act } = useAct(reload);
  const save = async () => {
    if (!draft) return;
    const done = await act(exchange.setRule, { communityId, ...ruleOf(draft) }, '已保存，到那一天按新办法算。');
    if (done) setDraft(undefined);
  };
  const begin = () => setDraft(draftOf(loaded.value?.now, dayAfter(dayInChina(new Date()), 1)));
  const wrong = draft && (faultOf(draft.recorded) ?? faultOf(draft.honorary));
  const primary = draft
    ? { label: '保存', busy, disabled: wrong !== undefined, onTap: () => void save() }
    : { label: '定新的办法', kind: 'plain' as const, onTap: begin };
  return (
    <Page title="积分怎样算" {...(worker && loaded.value ? { primary } : {})}>
      <ListState loaded={loaded} retry={reload}>
        {({ now, later }) => (
          <>
            {now ? (
              <Rule title="现在" rule={now} />
            ) : (
              <Banner tone="note" title="还没有积分" words="社区还没有定积分办法。服务时长照常记录，不受影响。" />
            )}
            {later ? <Rule title="以后" rule={later} /> : null}
            <Card>
              <Text className="block small">
                积分自愿使用，只有本人看得到，不排名，不能换钱。办法改了，以前得到的不变。
              </Text>
              <Text className="block small">依据：{POINTS_SOURCE.source}</Text>
            </Card>
          </>
        )}
      </ListState>
      {draft ? <Edit draft={draft} type={(more) => setDraft({ ...draft, ...more })} /> : null}
    </Page>
  );
}
