import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { opinions } from '@gongzhi/shared/opinions/contract';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import { usePages } from '../../kernel/use-pages';

function Refusing({
  busy,
  onClose,
  onRefuse,
}: {
  busy: boolean;
  onClose: () => void;
  onRefuse: (reason: string) => void;
}) {
  const [reason, setReason] = useState('');
  const confirm = { label: '确定不公开', busy, disabled: reason.trim() === '', onTap: () => onRefuse(reason) };
  return (
    <Sheet title="不公开的理由" words="作者会看到这个理由。" onClose={onClose} confirm={{ kind: 'danger', ...confirm }}>
      <Field label="理由" value={reason} onChange={setReason} />
    </Sheet>
  );
}

/** Statements the content check was not sure of: a person decides each. */
export default function StatementReviews() {
  const { communityId } = useParams('opinions', 'reviews');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(opinions.listStatementReviews, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const [refusing, setRefusing] = useState<string>();
  const [busy, setBusy] = useState<string>();
  useDidShow(reload);
  const decide = async (reviewId: string, publish: boolean, reason?: string) => {
    setBusy(reviewId);
    const input = { communityId, reviewId, publish, ...(reason ? { reason } : {}) };
    const outcome = await call(opinions.decideStatement, input);
    setBusy(undefined);
    setRefusing(undefined);
    toast(outcome.ok ? (publish ? '已公开。' : '已告知作者。') : outcome.says);
    reload();
  };
  return (
    <Page title="看法审核">
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '没有等待审核的看法。' }}
      >
        {({ items, next }) => (
          <>
            {items.map(({ reviewId, title, body, authorName, askedAt, label }) => (
              <Card key={reviewId}>
                <Text className="block small">
                  {authorName} · {dateInWords(askedAt)} · {title}
                </Text>
                <Text className="block strong">{body}</Text>
                <Text className="block small">机器检查提示：{label}。机器只提示，公开与否由您决定。</Text>
                <View className="stack">
                  <PrimaryButton label="公开" busy={busy === reviewId} onTap={() => void decide(reviewId, true)} />
                  <PrimaryButton kind="plain" label="不公开，写明理由" onTap={() => setRefusing(reviewId)} />
                </View>
              </Card>
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      {refusing ? (
        <Refusing
          busy={busy === refusing}
          onClose={() => setRefusing(undefined)}
          onRefuse={(reason) => void decide(refusing, false, reason)}
        />
      ) : null}
    </Page>
  );
}
