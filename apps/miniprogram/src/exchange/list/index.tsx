import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { exchange } from '@gongzhi/shared/exchange/contract';
import type { PointsRule } from '@gongzhi/shared/exchange/model';
import type { Offer } from '@gongzhi/shared/exchange/offers';
import { call } from '../../kernel/call';
import { open, toTab, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Sheet } from '../../kernel/ui/sheet';
import { Tag } from '../../kernel/ui/tag';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { usePages } from '../../kernel/use-pages';
import { useRolesIn } from '../../kernel/use-roles';
import { useShownAs } from '../use-rule';
import { KIND_WORDS, pointsWords, priceWords, stockWords } from '../words';
import { whyNot } from './model';

interface OneProps {
  offer: Offer;
  shownAs: PointsRule['shownAs'];
  why: string | undefined;
  take: () => void;
  change?: () => void;
}
function One({ offer, shownAs, why, take, change }: OneProps) {
  return (
    <Card>
      <View className="between">
        <Text className="strong">{offer.title}</Text>
        <Tag label={KIND_WORDS[offer.kind]} />
      </View>
      <Text className="block">{offer.about}</Text>
      <Text className="block small">
        {priceWords(offer.points, shownAs)} · {stockWords(offer)}
      </Text>
      {why ? <Text className="block small">{why}</Text> : <PrimaryButton kind="plain" label="兑换" onTap={take} />}
      {change ? <PrimaryButton kind="plain" label="修改" onTap={change} /> : null}
    </Card>
  );
}

/** The sure question before points are paid. */
function Taking({
  communityId,
  offer,
  shownAs,
  done,
}: {
  communityId: string;
  offer: Offer;
  shownAs: PointsRule['shownAs'];
  done: () => void;
}) {
  const { busy, act } = useAct(done);
  const { offerId, points, title, about } = offer;
  const take = () =>
    void act(exchange.takeOffer, { communityId, offerId, points }, '换好了，请到社区领取。在“我的积分”里可以看到。');
  return (
    <Sheet
      title={`用 ${priceWords(points, shownAs)} 换“${title}”？`}
      words={about}
      onClose={done}
      confirm={{ label: '确定兑换', busy, onTap: take }}
    />
  );
}

/** What points can be exchanged for; a worker adds to it and hands over. */
export default function ExchangeList() {
  const { communityId } = useParams('exchange', 'list');
  const roles = useRolesIn(communityId);
  const worker = roles.includes('worker');
  const shownAs = useShownAs(communityId);
  const account = useLoaded(roles.length > 0 ? communityId : undefined, () =>
    call(exchange.readAccount, { communityId }),
  );
  const { loaded, reload, more } = usePages(communityId, (cursor) =>
    call(exchange.listOffers, { communityId, ...(cursor ? { cursor } : {}) }),
  );
  const [taking, setTaking] = useState<Offer>();
  const again = () => {
    reload();
    account.reload();
  };
  useDidShow(again);
  const balance = account.loaded.value?.balance;
  return (
    <Page
      title="兑换"
      {...(worker ? { primary: { label: '添加一项', onTap: () => open('exchange', 'offer', { communityId }) } } : {})}
    >
      <Card>
        {balance === undefined ? null : (
          <Row
            label="我的积分"
            value={pointsWords(balance, shownAs)}
            onTap={() => open('exchange', 'points', { communityId })}
          />
        )}
        <Row label="积分怎样算" onTap={() => open('exchange', 'rule', { communityId })} />
        {worker ? <Row label="等待领取" onTap={() => open('exchange', 'orders', { communityId })} /> : null}
        {worker ? <Row label="感谢待审核" onTap={() => open('exchange', 'reviews', { communityId })} /> : null}
      </Card>
      <ListState
        loaded={loaded}
        retry={reload}
        isEmpty={({ items }) => items.length === 0}
        empty={{
          words: '社区还没有放上可以兑换的东西。',
          action: { label: '看看志愿服务', onTap: () => toTab('service') },
        }}
      >
        {({ items, next }) => (
          <>
            {items.map((offer) => (
              <One
                key={offer.offerId}
                offer={offer}
                shownAs={shownAs}
                why={whyNot(offer, balance, shownAs)}
                take={() => setTaking(offer)}
                {...(worker
                  ? { change: () => open('exchange', 'offer', { communityId, offerId: offer.offerId }) }
                  : {})}
              />
            ))}
            {next ? <PrimaryButton kind="plain" label="看更早的" busy={loaded.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      {taking ? (
        <Taking
          communityId={communityId}
          offer={taking}
          shownAs={shownAs}
          done={() => {
            setTaking(undefined);
            again();
          }}
        />
      ) : null}
    </Page>
  );
}
