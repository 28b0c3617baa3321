import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { exchange } from '@gongzhi/shared/exchange/contract';
import type { Entry, PointsRule } from '@gongzhi/shared/exchange/model';
import { timeInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { open } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import { useAct } from '../../kernel/use-act';
import { usePages } from '../../kernel/use-pages';
import { entryWords, signed } from '../words';

interface EntriesProps {
  communityId: string;
  shownAs: PointsRule['shownAs'];
  /** Called when something was given up: the balance is another. */
  changed: () => void;
}

function One({ entry, shownAs, giveUp }: { entry: Entry; shownAs: PointsRule['shownAs']; giveUp: () => void }) {
  return (
    <Card>
      <View className="between">
        <Text className="small">{timeInWords(entry.at)}</Text>
        <Text className="strong">{signed(entry.parts, shownAs)}</Text>
      </View>
      <Text className="block">{entryWords(entry)}</Text>
      {entry.state === 'waiting' ? <PrimaryButton kind="plain" label="不换了，退回积分" onTap={giveUp} /> : null}
    </Card>
  );
}

/** Every entry of one's own points, newest first; what was not yet handed over can be given up. */
export function Entries({ communityId, shownAs, changed }: EntriesProps) {
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(exchange.listEntries, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const [asked, ask] = useState<Entry>();
  const { busy, act } = useAct(() => {
    reload();
    changed();
  });
  const giveUp = async () => {
    if (!asked) return;
    await act(exchange.withdrawOrder, { communityId, orderId: asked.entryId }, '已取消，积分退回来了。');
    ask(undefined);
  };
  return (
    <>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{
          words: '还没有积分记录。参加一次志愿服务，时长记入后会有积分。',
          action: { label: '看看志愿活动', onTap: () => open('volunteering', 'find', { communityId }) },
        }}
      >
        {({ items, next }) => (
          <>
            {items.map((entry) => (
              <One key={entry.entryId} entry={entry} shownAs={shownAs} giveUp={() => ask(entry)} />
            ))}
            {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      {asked ? (
        <Sheet
          title="不换了？"
          words={`“${asked.title ?? ''}”还没有领取。取消后积分退回。`}
          onClose={() => ask(undefined)}
          confirm={{ label: '确定取消', busy, onTap: () => void giveUp() }}
        />
      ) : null}
    </>
  );
}
