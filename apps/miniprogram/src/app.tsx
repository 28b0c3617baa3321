import { useDidShow, useLaunch } from '@tarojs/taro';
import type { PropsWithChildren } from 'react';
import { councils } from '@gongzhi/shared/councils/contract';
import { votes } from '@gongzhi/shared/votes/contract';
import { directory } from '@gongzhi/shared/directory/contract';
import { identity } from '@gongzhi/shared/identity/contract';
import { resolutions } from '@gongzhi/shared/resolutions/contract';
import { volunteering } from '@gongzhi/shared/volunteering/contract';
import { wishes } from '@gongzhi/shared/wishes/contract';
import { messagesBy, prepareMessages } from './kernel/ask-messages';
import { call, renewBy } from './kernel/call';
import { platform } from './kernel/platform/platform';
import { listenForPrivacy } from './kernel/privacy';
import { drain, queueFor } from './kernel/queue';
import { belongingsBy, refreshStanding } from './kernel/standing';
import { prompt } from './notices/prompt';
import './app.scss';

renewBy(async (refreshToken) => {
  const outcome = await call(identity.refresh, { refreshToken }, { anonymous: true });
  if (outcome.ok) return outcome.value;
  return outcome.broken || outcome.refused === 'BUSY' ? 'unreachable' : 'ended';
});
belongingsBy(() => call(directory.listBelongings, {}));
messagesBy(prompt);
queueFor(councils, votes, directory, resolutions, volunteering, wishes);

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    platform.start?.();
    listenForPrivacy();
    platform.network.onReturn(() => void drain());
  });
  useDidShow(() => {
    void drain();
    void refreshStanding();
    void prepareMessages();
  });
  return children;
}
