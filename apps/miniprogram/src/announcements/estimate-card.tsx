import { Text } from '@tarojs/components';
import { useEffect } from 'react';
import { announcements } from '@gongzhi/shared/announcements/contract';
import type { Audience } from '@gongzhi/shared/kernel/audience';
import { call } from '../kernel/call';
import { Card } from '../kernel/ui/card';
import { Progress } from '../kernel/ui/progress';
import { useLoaded } from '../kernel/use-loaded';
import { audienceWords, estimateWords } from './words';

/** How long the page waits before it asks again whether the members have been counted. */
const AGAIN_MS = 3_000;

/** For whom it is, how many they are, and by which way they are reached; before it is sent. */
export function EstimateCard(props: { communityId: string; announcementId: string; audience: Audience }) {
  const { audience, ...at } = props;
  const { loaded, reload } = useLoaded(`estimate ${at.announcementId}`, () => call(announcements.estimateAudience, at));
  const { value, failure } = loaded;
  const counting = !loaded.loading && !value && failure?.refused === 'NOT_COUNTED';
  useEffect(() => {
    if (!counting) return undefined;
    const timer = setTimeout(reload, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [counting, loaded, reload]);
  return (
    <Card>
      <Text className="block strong">发给：{audienceWords(audience)}</Text>
      {value ? (
        <>
          {value.wechat !== undefined && value.people > 0 ? (
            <Progress base={value.people} done={value.wechat} unit="人" verb="能收到微信消息" />
          ) : null}
          {estimateWords(value).map((words) => (
            <Text key={words} className="block small">
              {words}
            </Text>
          ))}
        </>
      ) : (
        <Text className="block small">{failure ? failure.says : '正在数人数…'}</Text>
      )}
    </Card>
  );
}
