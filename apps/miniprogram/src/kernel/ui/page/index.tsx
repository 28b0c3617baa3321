import Taro, { useRouter } from '@tarojs/taro';
import { Text, View } from '@tarojs/components';
import { useEffect, type PropsWithChildren } from 'react';
import { back } from '../../navigate';
import { platform } from '../../platform/platform';
import { isTab } from '../../routes';
import { useTheme } from '../../theme';
import { a11y } from '../a11y';
import { Help } from '../help';
import { PrimaryButton, type PrimaryButtonProps } from '../primary-button';
import { PrivacyPopup } from '../privacy-popup';
import { QueueBanner } from '../queue-banner';
import { Toast } from '../toast';

export interface PageProps {
  title: string;
  /** The one action of this page, at the bottom in reach of the thumb. */
  primary?: PrimaryButtonProps;
  /** Why the action is not possible now, said above it. */
  why?: string | undefined;
}

/** The frame of every page: title, 打给社区, what waits to be sent, content, the one action. */
export function Page({ title, primary, why, children }: PropsWithChildren<PageProps>) {
  const theme = useTheme();
  const leadsBack = !platform.ownBack && !isTab(useRouter().path);
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title });
  }, [title]);
  return (
    <View className={theme.className} style={theme.style} {...a11y({ role: 'main' })}>
      <View className="page-top">
        {leadsBack ? (
          <View
            className="page-back"
            hoverClass="help-pressed"
            onClick={back}
            {...a11y({ role: 'button', label: '返回' })}
          >
            <Text>‹ 返回</Text>
          </View>
        ) : null}
        <Text className="page-title" {...a11y({ role: 'heading', level: 1 })}>
          {title}
        </Text>
        <Help />
      </View>
      <View className="page-body">
        <QueueBanner />
        {children}
      </View>
      {primary ? (
        <View className="page-action">
          {why ? <Text className="page-why">{why}</Text> : null}
          <PrimaryButton {...primary} />
        </View>
      ) : null}
      <Toast />
      <PrivacyPopup />
    </View>
  );
}
