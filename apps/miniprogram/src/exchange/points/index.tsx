import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { exchange } from '@gongzhi/shared/exchange/contract';
import type { Account, PointsRule } from '@gongzhi/shared/exchange/model';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { useLoaded } from '../../kernel/use-loaded';
import { useShownAs } from '../use-rule';
import { hoursWords, pointsWords, wayWords } from '../words';
import { Entries } from './entries';

function Own({ account, shownAs }: { account: Account; shownAs: PointsRule['shownAs'] }) {
  const { balance, debt, recorded, honorary } = account;
  return (
    <>
      <Card>
        <Text className="block small">现在能用</Text>
        <Text className="block code-large">{pointsWords(balance, shownAs)}</Text>
        <Text className="block small">积分只有您自己看得到，不排名，不能换钱，也不能转给别人。</Text>
      </Card>
      {debt > 0 ? (
        <Banner
          tone="waiting"
          title={`要先补上 ${pointsWords(debt, shownAs)}`}
          words="有时长后来更正减少了，而积分已经用掉。以后得到的积分会先补上，不需要您另外做什么。"
        />
      ) : null}
      <Card>
        <Row label="记录时长" value={hoursWords(recorded)} />
        {honorary > 0 ? <Row label="荣誉时长" value={hoursWords(honorary)} /> : null}
        {wayWords(recorded).map((words) => (
          <Text key={words} className="block small">
            {words}
          </Text>
        ))}
      </Card>
    </>
  );
}

/** One's own points: how many, where they come from, and what they are good for. */
export default function Points() {
  const { communityId } = useParams('exchange', 'points');
  const { loaded, reload } = useLoaded(communityId, () => call(exchange.readAccount, { communityId }));
  const shownAs = useShownAs(communityId);
  const [turn, setTurn] = useState(0);
  useDidShow(() => {
    reload();
    setTurn((before) => before + 1);
  });
  return (
    <Page title="我的积分" primary={{ label: '去兑换', onTap: () => open('exchange', 'list', { communityId }) }}>
      <ListState loaded={loaded} retry={reload}>
        {(account) => <Own account={account} shownAs={shownAs} />}
      </ListState>
      <Card>
        <Row label="积分怎样算" onTap={() => open('exchange', 'rule', { communityId })} />
        <Row label="收到的感谢" onTap={() => open('exchange', 'thanks', { communityId })} />
        <Row label="我的一年" value="可以存成图片" onTap={() => open('exchange', 'year', { communityId })} />
        <Row label="我的技能" onTap={() => open('exchange', 'skills', { communityId })} />
        <Row label="志愿队" onTap={() => open('exchange', 'teams', { communityId })} />
      </Card>
      <Text className="heading">每一笔</Text>
      <Entries key={turn} communityId={communityId} shownAs={shownAs} changed={reload} />
    </Page>
  );
}
