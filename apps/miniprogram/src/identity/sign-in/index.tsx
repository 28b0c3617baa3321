import { Text } from '@tarojs/components';
import { useEffect } from 'react';
import { identity } from '@gongzhi/shared/identity/contract';
import { call, sessions } from '../../kernel/call';
import { back } from '../../kernel/navigate';
import { platform } from '../../kernel/platform/platform';
import { useStore } from '../../kernel/store';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { useLoaded } from '../../kernel/use-loaded';
import { Agree } from './agree';
import { People } from './people';
import { useSignIn } from './use-sign-in';

export default function SignIn() {
  const { step, busy, failure, signIn, consented } = useSignIn();
  const signedIn = useStore(sessions) !== undefined;
  const { loaded, reload } = useLoaded('privacy', () => call(identity.readNotice, { purpose: 'privacy' }));
  useEffect(() => {
    if (step === 'done') back();
  }, [step]);
  const { people } = platform.signIn;
  if (step === 'done')
    return (
      <Page title="登录">
        <Banner tone="ok" words="已登录。" />
      </Page>
    );
  if (!signedIn || step === 'who') {
    return (
      <Page title="登录" {...(people ? {} : { primary: { label: '微信登录', busy, onTap: () => void signIn() } })}>
        {failure ? <Banner tone="danger" title="没有登录成功" words={failure} /> : null}
        <Card>
          <Text className="block">
            用微信账号登录，不需要另设密码。登录后才能附议、发言和表决；只看公开内容不需要登录。
          </Text>
        </Card>
        {people ? <People ask={people} choose={(key) => void signIn(key)} /> : null}
      </Page>
    );
  }
  return (
    <Page title="隐私说明">
      <ListState loaded={loaded} retry={reload}>
        {(notice) => <Agree notice={notice} reload={reload} done={consented} />}
      </ListState>
    </Page>
  );
}
