import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { Output } from '@gongzhi/shared/kernel/contract';
import { notices } from '@gongzhi/shared/notices/contract';
import { askMessages } from '../../kernel/ask-messages';
import { call } from '../../kernel/call';
import { platform } from '../../kernel/platform/platform';
import { toast } from '../../kernel/toast';
import { a11y } from '../../kernel/ui/a11y';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { PACES, askedWords, balanceRows, hourOf, paceOf, toggled, topicRows } from './model';

type Own = Output<typeof notices.readPreferences>;
const ALWAYS = '紧急通知和应急召集总会发。其他的，晚上 10 点以后的等到早上 8 点再发。';
const ONE_EACH = '微信规定：您每允许一次，只能发一条。用完了要再点一次。';

/** One kind of message that is sent over WeChat or not. */
function Topic({ label, on, onTap }: { label: string; on: boolean; onTap: () => void }) {
  return (
    <View className="row" hoverClass="row-pressed" onClick={onTap} {...a11y({ role: 'checkbox', checked: on, label })}>
      <Text className="row-label">{label}</Text>
      <Text className="row-value">{on ? '✓ 发' : '不发'}</Text>
    </View>
  );
}

function Choices({ own, reload }: { own: Own; reload: () => void }) {
  const { busy, act } = useAct(reload);
  const save = (off: Own['off'], pace: string) => {
    const digestHour = hourOf(pace);
    if (!busy) void act(notices.savePreferences, { off, ...(digestHour ? { digestHour } : {}) }, '已保存。');
  };
  const pace = paceOf(own.digestHour);
  return (
    <>
      <Text className="heading">微信里多久发一次</Text>
      <Segmented label="微信里多久发一次" options={PACES} value={pace} onChange={(to) => save(own.off, to)} />
      {own.digestHour ? (
        <Card>
          <Text className="block small">一天只发一条，说有几条新通知。</Text>
          <Text className="block small">{ALWAYS}</Text>
        </Card>
      ) : (
        <>
          <Text className="heading">微信里发哪些</Text>
          <Card>
            {topicRows(own.off).map(({ topic, label, on }) => (
              <Topic key={topic} label={label} on={on} onTap={() => save(toggled(own.off, topic), pace)} />
            ))}
            <Text className="block small">{ALWAYS}</Text>
          </Card>
        </>
      )}
      <Text className="heading">微信还能收几条</Text>
      <Card>
        {balanceRows(own.balances).map(({ kind, label, left }) => (
          <Row key={kind} label={label} value={left} />
        ))}
        {own.balances.length === 0 ? <Text className="block small">这里还没有开通微信提醒。</Text> : null}
        {own.balances.length > 0 ? <Text className="block small">{ONE_EACH}</Text> : null}
      </Card>
    </>
  );
}

/** What is sent over WeChat, how often, and how many messages are left. In the app everything arrives. */
export default function Preferences() {
  const { loaded, reload } = useLoaded('preferences', () => call(notices.readPreferences, {}));
  const [asking, setAsking] = useState(false);
  const ask = async () => {
    setAsking(true);
    toast(askedWords(await askMessages('asked')));
    setAsking(false);
    reload();
  };
  const offers = platform.subscribe && (loaded.value?.balances.length ?? 0) > 0;
  return (
    <Page
      title="通知设置"
      {...(offers ? { primary: { label: '在微信里多收几条', busy: asking, onTap: () => void ask() } } : {})}
    >
      <Card>
        <Text className="block">所有通知都在小程序的“通知”里，不会少。这里只管微信里发不发。</Text>
      </Card>
      <ListState loaded={loaded} retry={reload}>
        {(own) => <Choices own={own} reload={reload} />}
      </ListState>
    </Page>
  );
}
