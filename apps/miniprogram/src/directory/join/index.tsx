import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { usePresence } from '../../kernel/standing';
import { Card } from '../../kernel/ui/card';
import { ChoosePlace } from '../../kernel/ui/choose-place';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Segmented } from '../../kernel/ui/segmented';
import { useLoaded } from '../../kernel/use-loaded';
import { AskWay } from './ask-way';
import { InviteWay } from './invite-way';
import { WAYS, wayFrom, type Way } from './model';
import { PhoneWay } from './phone-way';

function Ways({ communityId, code, asked }: { communityId: string; code: string; asked: string | undefined }) {
  const { loaded, reload } = useLoaded(communityId, () => call(directory.readCommunity, { communityId }));
  const [displayName, setDisplayName] = useState(usePresence().standing?.belonging.displayName ?? '');
  const [way, setWay] = useState<Way>(wayFrom(asked, code));
  return (
    <>
      <ListState loaded={loaded} retry={reload}>
        {({ name, streetName }) => (
          <Card>
            <Text className="block strong">{name}</Text>
            <Text className="block small">{streetName}</Text>
          </Card>
        )}
      </ListState>
      <Field
        label="邻居怎么称呼您"
        hint="发言时显示，如 王阿姨、李师傅，最多 12 个字"
        value={displayName}
        onChange={setDisplayName}
      />
      <Text className="heading">怎样确认您的身份</Text>
      <Segmented label="怎样确认您的身份" options={WAYS} value={way} onChange={setWay} />
      <View className="stack">
        {way === 'phone' ? <PhoneWay communityId={communityId} displayName={displayName} /> : null}
        {way === 'invite' ? <InviteWay communityId={communityId} displayName={displayName} given={code} /> : null}
        {way === 'ask' ? <AskWay communityId={communityId} displayName={displayName} as="resident" /> : null}
        {way === 'owner' ? <AskWay communityId={communityId} displayName={displayName} as="owner" /> : null}
      </View>
      {displayName.trim() === '' ? <Text className="block small">请先填写邻居怎么称呼您。</Text> : null}
    </>
  );
}

export default function Join() {
  const { communityId, code = '', way } = useParams('directory', 'join');
  const { signedIn } = usePresence();
  const [chosen, setChosen] = useState(communityId);
  if (!signedIn) {
    return (
      <Page title="加入社区" primary={{ label: '登录', onTap: () => open('identity', 'sign-in', {}) }}>
        <Card>
          <Text className="block">
            先用微信登录，再加入您家所在的社区。{code ? '您的邀请码已经带上，登录后不用再输入。' : ''}
          </Text>
        </Card>
      </Page>
    );
  }
  return (
    <Page title="加入社区">
      {chosen ? (
        <Ways communityId={chosen} code={code} asked={way} />
      ) : (
        <ChoosePlace
          words={{ street: '选择您住的街道', community: '选择您住的社区' }}
          streets={(cursor) => call(directory.listStreets, cursor ? { cursor } : {})}
          communities={(streetId, cursor) =>
            call(directory.listCommunities, { streetId, ...(cursor ? { cursor } : {}) })
          }
          choose={setChosen}
        />
      )}
    </Page>
  );
}
