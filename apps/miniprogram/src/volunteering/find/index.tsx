import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { directory } from '@gongzhi/shared/directory/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { platform } from '../../kernel/platform/platform';
import { usePresence } from '../../kernel/standing';
import { Card } from '../../kernel/ui/card';
import { ChoosePlace } from '../../kernel/ui/choose-place';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Segmented } from '../../kernel/ui/segmented';
import { useRolesIn } from '../../kernel/use-roles';
import { ActivityCard } from './activity-card';
import { KindSheet, SkillSheet } from './choice-sheets';
import { emptyWords, kindWords } from './model';
import { useFind } from './use-find';

type Finding = ReturnType<typeof useFind>;
const ORDERS = [
  { value: 'soon', label: '最近开始' },
  { value: 'near', label: '离我最近' },
] as const;

/** What to look for: the order, a kind, a skill. */
function Choosing({ communityId, finding }: { communityId: string; finding: Finding }) {
  const { choice, change, locate, needWhole, all, own } = finding;
  const [sheet, setSheet] = useState<'kind' | 'skill'>();
  const order = (value: 'soon' | 'near') => {
    const { near: _, ...rest } = choice;
    if (value === 'near') void locate();
    else change(rest);
  };
  const common = { choice, change, onClose: () => setSheet(undefined) };
  return (
    <>
      {platform.locate ? (
        <Segmented label="排列顺序" options={ORDERS} value={choice.near ? 'near' : 'soon'} onChange={order} />
      ) : null}
      <Card>
        <Row label="哪一类服务" value={kindWords(choice.kind)} onTap={() => setSheet('kind')} />
        <Row
          label="我会什么"
          value={choice.skills?.join('、') ?? '不限'}
          onTap={() => {
            needWhole();
            setSheet('skill');
          }}
        />
      </Card>
      {sheet === 'kind' ? <KindSheet {...common} /> : null}
      {sheet === 'skill' ? (
        <SkillSheet
          {...common}
          own={own && { skills: own, write: () => open('exchange', 'skills', { communityId }) }}
          all={all.loaded}
          retry={all.reload}
        />
      ) : null}
    </>
  );
}

/** What members do besides looking; a visitor only looks. */
function Doors({ communityId }: { communityId: string }) {
  const roles = useRolesIn(communityId);
  if (roles.length === 0) return null;
  return (
    <>
      <Text className="heading">也可以</Text>
      <Card>
        <Row label="邻里互助" value="求助，或帮一把" onTap={() => open('volunteering', 'ask-help', { communityId })} />
        <Row
          label="我组织的活动"
          value="发起、排班、签到"
          onTap={() => open('volunteering', 'organised', { communityId })}
        />
        {roles.includes('worker') ? (
          <Row
            label="活动审核"
            value="发布居民发起的活动"
            onTap={() => open('volunteering', 'approve', { communityId })}
          />
        ) : null}
      </Card>
    </>
  );
}

function Activities({ communityId }: { communityId: string }) {
  const finding = useFind(communityId);
  const { shown, more, reload, choice } = finding;
  const { signedIn } = usePresence();
  useDidShow(reload);
  const primary = signedIn
    ? { label: '我的服务', onTap: () => open('volunteering', 'my-day', { communityId }) }
    : { label: '登录后报名', onTap: () => open('identity', 'sign-in', {}) };
  return (
    <Page title="志愿活动" primary={primary}>
      <Choosing communityId={communityId} finding={finding} />
      <ListState
        loaded={shown}
        retry={reload}
        isEmpty={(found) => found.length === 0}
        empty={{ words: emptyWords(choice) }}
      >
        {(found) => (
          <>
            {found.slice(0, 40).map((one) => (
              <ActivityCard key={one.activity.activityId} communityId={communityId} found={one} near={choice.near} />
            ))}
            {more ? <PrimaryButton kind="plain" label="看后面的活动" busy={shown.loading} onTap={more} /> : null}
          </>
        )}
      </ListState>
      <Doors communityId={communityId} />
    </Page>
  );
}

/** Activities to come; anybody may look, also without signing in. */
export default function Find() {
  const { communityId } = useParams('volunteering', 'find');
  const [chosen, setChosen] = useState(communityId);
  if (chosen) return <Activities communityId={chosen} />;
  return (
    <Page title="志愿活动">
      <ChoosePlace
        words={{ street: '看哪个街道的活动', community: '看哪个社区的活动' }}
        streets={(cursor) => call(directory.listStreets, cursor ? { cursor } : {})}
        communities={(streetId, cursor) => call(directory.listCommunities, { streetId, ...(cursor ? { cursor } : {}) })}
        choose={setChosen}
      />
    </Page>
  );
}
