import { Text, View } from '@tarojs/components';
import { calls } from '@gongzhi/shared/calls/contract';
import type { StreetCall } from '@gongzhi/shared/calls/model';
import { spanWords } from '../../kernel/service/time-words';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Tag } from '../../kernel/ui/tag';
import { usePages } from '../../kernel/use-pages';
import { causeWords, streetTag, streetWords } from '../words';

function One({ one, now }: { one: StreetCall; now: Date }) {
  const [label, tone] = streetTag(one, now);
  return (
    <Card>
      <View className="between">
        <Text className="strong">{one.title}</Text>
        <Tag label={label} tone={tone} />
      </View>
      <Text className="block small">{[one.communityName, causeWords(one)].filter(Boolean).join(' · ')}</Text>
      <Text className="block">{spanWords(one, now)}</Text>
      <Text className="block">{streetWords(one).join('\n')}</Text>
    </Card>
  );
}

/** Calls of the street's communities in numbers: nobody's name. */
export default function Street() {
  const { streetId } = useParams('calls', 'street');
  const { loaded, reload, more } = usePages(`street calls ${streetId}`, (cursor) =>
    call(calls.listStreetCalls, { streetId, ...(cursor ? { cursor } : {}) }),
  );
  const now = new Date();
  return (
    <Page title="应急召集情况">
      <Text className="block small">只有人数，没有名字，不作社区之间的比较。少于三人的不显示。</Text>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '街道里还没有应急召集。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((one) => (
              <One key={one.callId} one={one} now={now} />
            ))}
            {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
