import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { councils } from '@gongzhi/shared/councils/contract';
import type { Review } from '@gongzhi/shared/councils/model';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { toast } from '../../kernel/toast';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Tag } from '../../kernel/ui/tag';
import { usePages } from '../../kernel/use-pages';
import { Paragraphs } from '../../kernel/ui/paragraphs';
import { KIND_WORDS } from './model';
import { RefuseSheet } from './refuse-sheet';

function ReviewCard({
  review,
  busy,
  publish,
  refuse,
}: {
  review: Review;
  busy: boolean;
  publish: () => void;
  refuse: () => void;
}) {
  return (
    <Card>
      <View className="between">
        <Text className="small">
          {review.authorName} · {dateInWords(review.askedAt)}
        </Text>
        <Tag label={KIND_WORDS[review.kind]} />
      </View>
      <Text className="block strong">{review.title}</Text>
      <Paragraphs text={review.body} />
      <Text className="block small">机器检查提示：{review.label}。机器只提示，公开与否由您决定。</Text>
      <View className="stack">
        <PrimaryButton label="公开" busy={busy} onTap={publish} />
        <PrimaryButton kind="plain" label="不公开，写明理由" onTap={refuse} />
      </View>
    </Card>
  );
}

/** Texts the content check was not sure of: a person decides each. */
export default function Reviews() {
  const { communityId } = useParams('councils', 'reviews');
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(councils.listReviews, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const [refusing, setRefusing] = useState<string>();
  const [busy, setBusy] = useState<string>();
  useDidShow(reload);
  const decide = async (reviewId: string, publish: boolean, reason?: string) => {
    setBusy(reviewId);
    const outcome = await call(councils.decideReview, {
      communityId,
      reviewId,
      publish,
      ...(reason ? { reason } : {}),
    });
    setBusy(undefined);
    setRefusing(undefined);
    toast(outcome.ok ? (publish ? '已公开。' : '已告知作者。') : outcome.says);
    reload();
  };
  return (
    <Page title="内容审核">
      <Card>
        <Row label="一句话看法" value="另行审核" onTap={() => open('opinions', 'reviews', { communityId })} />
      </Card>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{ words: '没有等待审核的内容。' }}
      >
        {({ items, next }) => (
          <>
            {items.map((review) => (
              <ReviewCard
                key={review.reviewId}
                review={review}
                busy={busy === review.reviewId}
                publish={() => void decide(review.reviewId, true)}
                refuse={() => setRefusing(review.reviewId)}
              />
            ))}
            {next ? <PrimaryButton kind="plain" label="看后面的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      {refusing ? (
        <RefuseSheet
          busy={busy === refusing}
          onClose={() => setRefusing(undefined)}
          onRefuse={(reason) => void decide(refusing, false, reason)}
        />
      ) : null}
    </Page>
  );
}
