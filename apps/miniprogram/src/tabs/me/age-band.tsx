import { Text } from '@tarojs/components';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import { AgeBand } from '@gongzhi/shared/directory/model';
import { call } from '../../kernel/call';
import { usePresence } from '../../kernel/standing';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { Sheet } from '../../kernel/ui/sheet';

const WORDS = { '18-34': '18 至 34 岁', '35-59': '35 至 59 岁', '60-74': '60 至 74 岁', '75+': '75 岁以上' } as const;
const OPTIONS = AgeBand.options.map((value) => ({ value, label: WORDS[value] }));

/** One's age band, if one wants to tell it: with its own sentence of consent, and taken back in two taps. */
function Telling({ communityId }: { communityId: string }) {
  const [asking, setAsking] = useState(false);
  const [band, setBand] = useState<AgeBand>();
  const save = async (told: AgeBand | undefined) => {
    const outcome = await call(directory.setAgeBand, {
      communityId,
      agreed: told !== undefined,
      ...(told ? { band: told } : {}),
    });
    setAsking(false);
    toast(outcome.ok ? (outcome.value.told ? '已填写，谢谢您。' : '已删除年龄段。') : outcome.says);
  };
  return (
    <Card>
      <Row label="年龄段（自愿填写）" value="填写、删除" onTap={() => setAsking(true)} />
      {asking ? (
        <Sheet
          title="年龄段（自愿填写）"
          onClose={() => setAsking(false)}
          confirm={{ label: '同意并填写', disabled: !band, onTap: () => void save(band) }}
        >
          <Text className="block">
            我同意社区仅为了解表决有没有顾及各年龄段的人而记录我的年龄段。只按 5
            人以上的组统计，不公开个人的年龄段；不填不影响任何事，可以随时删除。
          </Text>
          <Segmented label="年龄段" options={OPTIONS} value={band} onChange={setBand} />
          <PrimaryButton kind="plain" label="删除已填的年龄段" onTap={() => void save(undefined)} />
        </Sheet>
      ) : null}
    </Card>
  );
}

/** For those who belong to a household here; nobody else is counted by age. */
export function AgeBandCard() {
  const belonging = usePresence().standing?.belonging;
  return belonging?.household ? <Telling communityId={belonging.scope} /> : null;
}
