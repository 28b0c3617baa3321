import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '@gongzhi/shared/kernel/contract';
import { wishes } from '@gongzhi/shared/wishes/contract';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { useRolesIn } from '../../kernel/use-roles';
import { draftOf, ruleOf, wrongOf } from './model';

type Rule = Output<typeof wishes.readRule>;
const TITLE = '微心愿的办法';

function Read({ rule }: { rule: Rule }) {
  const { yuan, claimDays, visitDays } = draftOf(rule);
  return (
    <Card>
      <Row label="一个心愿最多花" value={`${yuan} 元`} />
      <Row label="认领以后保留" value={`${claimDays} 天`} />
      <Row label="认领以后上门" value={`${visitDays} 天以内`} />
      <Text className="block small">{`依据：${rule.source}（${rule.sourceDate}）`}</Text>
    </Card>
  );
}

/** A worker sets the community's own; what was wished and claimed before goes on as it was. */
function Form({ communityId, rule, done }: { communityId: string; rule: Rule; done: () => void }) {
  const [draft, setDraft] = useState(() => draftOf(rule));
  const { busy, act } = useAct(done);
  const wrong = wrongOf(draft);
  const save = () => void act(wishes.changeRule, { communityId, ...ruleOf(draft) }, '已保存，以后的心愿按这个来。');
  const primary = { label: '保存', busy, disabled: wrong !== undefined, onTap: save };
  const type = (field: keyof typeof draft) => (value: string) => setDraft({ ...draft, [field]: value });
  return (
    <Page title={TITLE} why={wrong} primary={primary}>
      <Text className="block">改了以后，新的心愿和新的认领按新办法；已经认领的不变。</Text>
      <Field label="一个心愿最多花多少元" type="number" value={draft.yuan} onChange={type('yuan')} />
      <Field
        label="认领以后保留几天"
        hint="到期没有完成，别人可以再认领"
        type="number"
        value={draft.claimDays}
        onChange={type('claimDays')}
      />
      <Field label="认领以后几天内上门" type="number" value={draft.visitDays} onChange={type('visitDays')} />
      <Field label="依据" hint="例如哪次会议定的" value={draft.source} onChange={type('source')} />
      <Text className="block small">{`现在的依据：${rule.source}（${rule.sourceDate}）`}</Text>
    </Page>
  );
}

/** What a wish may cost and how long a claim holds, for everybody; a worker changes it. */
export default function RulePage() {
  const { communityId } = useParams('wishes', 'rule');
  const worker = useRolesIn(communityId).includes('worker');
  const { loaded, reload } = useLoaded(communityId, () => call(wishes.readRule, { communityId }));
  if (worker && loaded.value) return <Form communityId={communityId} rule={loaded.value} done={reload} />;
  return (
    <Page title={TITLE}>
      <ListState loaded={loaded} retry={reload}>
        {(rule) => <Read rule={rule} />}
      </ListState>
    </Page>
  );
}
