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
import { useLoaded } from '../../kernel/use-loaded';
import { useRolesIn } from '../../kernel/use-roles';
import { Joined, Offered } from '../given';
import { ProfileCard } from '../profile-card';
import { Agreements, Thanks } from '../said';
import { Service } from '../service';
import { Contacts } from './contacts';
import { Sheets, type At, type Doing } from './sheets';

/** What a worker does for a unit. */
function Keeping({ at, start }: { at: At; start: (doing: Doing) => void }) {
  return (
    <>
      <Text className="heading">联系人</Text>
      <Contacts at={at} />
      <Card>
        <Row label="邀请联系人" onTap={() => start({ what: 'invite' })} />
        <Row label="修改单位资料" onTap={() => open('units', 'edit', at)} />
        <Row label="单位停止参加共建" onTap={() => start({ what: 'close' })} />
        <Row label="登记共建协议" onTap={() => start({ what: 'agree' })} />
      </Card>
    </>
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
    reload();
  };
  const keeps = worker && loaded.value !== undefined && !loaded.value.closed;
  const end = (what: 'withdraw' | 'remove') => (worker ? (id: string) => setDoing({ what, id }) : undefined);
  const thank = { label: '感谢这个单位', onTap: () => setDoing({ what: 'thank' }) };
  return (
    <Page title={loaded.value?.name ?? '单位'} {...(keeps ? { primary: thank } : {})}>
      <ListState loaded={loaded} retry={reload}>
        {(unit) => (
          <>
            <ProfileCard unit={unit} />
            {keeps ? <Keeping at={at} start={setDoing} /> : null}
            <Text className="heading">共建协议</Text>
            <Agreements at={at} turn={turn} end={end('withdraw')} />
            <Text className="heading">提供的资源</Text>
            <Offered at={at} turn={turn} />
            <Text className="heading">参加的项目</Text>
            <Joined at={at} />
            <Text className="heading">党员的服务</Text>
            <Service at={at} />
            <Text className="heading">社区的感谢</Text>
            <Thanks at={at} turn={turn} end={end('remove')} />
          </>
        )}
      </ListState>
      <Sheets at={at} doing={doing} done={done} />
    </Page>
  );
}
