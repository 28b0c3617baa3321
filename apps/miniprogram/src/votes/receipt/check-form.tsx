import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { votes } from '@gongzhi/shared/votes/contract';
import { markOf } from '@gongzhi/shared/votes/receipt';
import { call } from '../../kernel/call';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { useLoaded } from '../../kernel/use-loaded';
import { VERDICTS, codeFault, grouped, hexGroups, verdictOf, type Address, type Verdict } from './model';

interface Found {
  verdict: Verdict;
  /** What to say when nobody knows. */
  says: string;
  root?: string;
  key?: string;
}

function Answer({ found: { verdict, says, root, key } }: { found: Found }) {
  return (
    <>
      {verdict === 'unknown' ? <Banner tone="note" title="没有查成" words={says} /> : <Banner {...VERDICTS[verdict]} />}
      {root && key ? (
        <Card>
          <Text className="block small">清单的根（整份清单算出来的一串数，清单改一个字它就变）</Text>
          <Text className="block mono">{hexGroups(root)}</Text>
          <Text className="block small">签名密钥指纹</Text>
          <Text className="block mono">{hexGroups(key)}</Text>
          <Text className="block small">
            大家看到的根和指纹应当都一样：可以和邻居手机上的、社区公告栏上贴的对一对。
          </Text>
        </Card>
      ) : null}
    </>
  );
}

/** Checks one code: asks for the proof and computes it here. */
export function CheckForm({ communityId, voteId, code: given }: Address) {
  const { loaded } = useLoaded(voteId, () => call(votes.readVote, { communityId, voteId }));
  const [code, setCode] = useState(grouped(given));
  const [fault, setFault] = useState<string>();
  const [busy, setBusy] = useState(false);
  const [found, setFound] = useState<Found>();
  const check = async () => {
    const wrong = codeFault(code);
    setFault(wrong);
    setFound(undefined);
    if (wrong) return;
    const mark = markOf(voteId, code);
    setBusy(true);
    const outcome = await call(votes.proveMark, { communityId, voteId, mark });
    setBusy(false);
    setFound({
      verdict: verdictOf(mark, outcome),
      says: outcome.ok ? '' : outcome.says,
      ...(outcome.ok ? { root: outcome.value.root, key: outcome.value.key } : {}),
    });
  };
  return (
    <>
      <Card>
        {loaded.value ? <Text className="block strong">{loaded.value.question}</Text> : null}
        <Field label="查票码" hint="投票回执上的 16 位，不分大小写" value={code} error={fault} onChange={setCode} />
        <View className="stack">
          <PrimaryButton label="查票" busy={busy} onTap={() => void check()} />
        </View>
      </Card>
      {found ? <Answer found={found} /> : null}
    </>
  );
}
