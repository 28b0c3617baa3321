import { Text } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { units } from '@gongzhi/shared/units/contract';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { TextSheet } from '../../kernel/ui/text-sheet';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { useRolesIn } from '../../kernel/use-roles';
import { Joined, Offered } from '../given';
import { ProfileCard } from '../profile-card';
import { Agreements, Thanks } from '../said';
import { Service } from '../service';
import { AgreeSheet } from './agree-sheet';
import { Contacts } from './contacts';
import { InviteSheet } from './invite-sheet';

type At = { communityId: string; unitId: string };
type Doing = 'invite' | 'agree' | 'thank';

/** What a worker does for a unit. */
function Keeping({ at, start }: { at: At; start: (what: Doing) => void }) {
  return (
    <>
      <Text className="heading">联系人</Text>
      <Contacts at={at} />
      <Card>
        <Row label="邀请联系人" onTap={() => start('invite')} />
        <Row label="修改单位资料" onTap={() => open('units', 'edit', at)} />
        <Row label="登记共建协议" onTap={() => start('agree')} />
      </Card>
    </>
  );
}

function Sheets({ at, doing, done }: { at: At; doing: Doing | undefined; done: () => void }) {
  const { busy, act } = useAct(() => undefined);
  if (doing === 'invite') return <InviteSheet at={at} onClose={done} />;
  if (doing === 'agree') return <AgreeSheet at={at} done={done} />;
  if (doing !== 'thank') return null;
  return (
    <TextSheet
      title="感谢这个单位"
      words="大家都能看到。请写做了什么，不要写个人的姓名。"
      label="感谢的话"
      max={200}
      confirm="公布感谢"
      busy={busy}
      onConfirm={(words) => act(units.thankUnit, { ...at, words }, '已公布。')}
      onClose={done}
    />
  );
}

/** A unit: what it is, agreed to, gave and was thanked for. */
export default function UnitPage() {
  const at = useParams('units', 'unit');
  const worker = useRolesIn(at.communityId).includes('worker');
  const [doing, setDoing] = useState<Doing>();
  const [turn, setTurn] = useState(0);
  const { loaded, reload } = useLoaded(at.unitId, () => call(units.readUnit, at));
  useDidShow(reload);
  const done = () => {
    setDoing(undefined);
    setTurn(turn + 1);
  };
  const thank = { label: '感谢这个单位', onTap: () => setDoing('thank') };
  return (
    <Page title={loaded.value?.name ?? '单位'} {...(worker ? { primary: thank } : {})}>
      <ListState loaded={loaded} retry={reload}>
        {(unit) => (
          <>
            <ProfileCard unit={unit} />
            {worker ? <Keeping at={at} start={setDoing} /> : null}
            <Text className="heading">共建协议</Text>
            <Agreements at={at} turn={turn} />
            <Text className="heading">提供的资源</Text>
            <Offered at={at} turn={turn} />
            <Text className="heading">参加的项目</Text>
            <Joined at={at} />
            <Text className="heading">党员的服务</Text>
            <Service at={at} />
            <Text className="heading">社区的感谢</Text>
            <Thanks at={at} turn={turn} />
          </>
        )}
      </ListState>
      <Sheets at={at} doing={doing} done={done} />
    </Page>
  );
}
