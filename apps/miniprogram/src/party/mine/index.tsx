import { Text, View } from '@tarojs/components';
import { useDidShow } from '@tarojs/taro';
import { useState } from 'react';
import { party } from '@gongzhi/shared/party/contract';
import { KINDS, type Report } from '@gongzhi/shared/party/model';
import { call } from '../../kernel/call';
import { open, useParams } from '../../kernel/navigate';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { Sheet } from '../../kernel/ui/sheet';
import { Tag } from '../../kernel/ui/tag';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { usePrinting } from '../../kernel/use-printing';
import { buildingWords, confirmWords, nextWords, skillWords, tagOf } from '../words';
import { isLive } from './model';

function State({ report }: { report: Report }) {
  return (
    <Card>
      <View className="between">
        <Text className="strong">{report.branch.name}</Text>
        <Tag {...tagOf(report)} />
      </View>
      <Text className="block">{nextWords(report)}</Text>
      {report.reason ? <Text className="block">{`原因：${report.reason}`}</Text> : null}
      <Row label="类别" value={KINDS[report.kind]} />
      {report.unit ? <Row label="单位" value={report.unit.name} /> : null}
      {confirmWords(report).map((one) => (
        <Row key={one.label} {...one} />
      ))}
      {report.building ? <Row label="楼栋" value={buildingWords(report.building)} /> : null}
      {report.skills.length > 0 ? <Row label="特长" value={skillWords(report.skills)} /> : null}
    </Card>
  );
}

type Asking = 'leave' | 'move' | undefined;
/** Ending it here, for good or to go on elsewhere. */
function Ending({ communityId, asking, close }: { communityId: string; asking: Asking; close: () => void }) {
  const [to, setTo] = useState('');
  const { busy, act } = useAct(close);
  const leave = () => act(party.leaveParty, { communityId }, '报到已结束。');
  const move = () => act(party.moveAway, { communityId, to }, '已转走，请到那个社区报到。');
  if (asking === 'leave')
    return (
      <Sheet
        title="结束在这里的报到？"
        words="支部、单位和社区不再看到您的报到。已经完成的服务时长保留，以后可以再报到。"
        onClose={close}
        confirm={{ label: '结束报到', kind: 'danger', busy, onTap: () => void leave() }}
      />
    );
  return (
    <Sheet
      title="转到别的社区"
      words="在这里的报到随之结束。到了那边，请再报到一次，并写明从这里转来。"
      onClose={close}
      confirm={{ label: '转走', busy, disabled: !/^\d{12}$/.test(to), onTap: () => void move() }}
    >
      <Field
        label="那个社区的区划代码（12 位）"
        type="number"
        value={to}
        onChange={setTo}
        hint="可以问那边的社区工作者"
      />
    </Sheet>
  );
}

function Papers({ communityId }: { communityId: string }) {
  const { busy, print } = usePrinting();
  const show = (paper: 'slip' | 'card') => print(paper, () => call(party.printReport, { communityId, paper }));
  return (
    <Card>
      <Text className="block strong">纸质表</Text>
      <PrimaryButton kind="plain" label="打开报到单" busy={busy === 'slip'} onTap={() => void show('slip')} />
      <PrimaryButton kind="plain" label="打开服务登记卡" busy={busy === 'card'} onTap={() => void show('card')} />
    </Card>
  );
}

/** One's own report-in: how it stands, who sees it, who looked, its papers, its end. */
export default function Mine() {
  const { communityId } = useParams('party', 'mine');
  const [asking, setAsking] = useState<Asking>();
  const { loaded, reload } = useLoaded(communityId, () => call(party.readReport, { communityId }));
  const { busy, act } = useAct(reload);
  useDidShow(reload);
  const report = loaded.value?.report;
  const toReport = { label: '报到', onTap: () => open('party', 'report', { communityId }) };
  const renew = {
    label: '申请续期',
    busy,
    onTap: () => void act(party.askRenewal, { communityId }, '已提出，等社区确认。'),
  };
  const primary = !isLive(report) ? toReport : report.endsSoon && !report.renewing ? renew : undefined;
  const close = () => {
    setAsking(undefined);
    reload();
  };
  return (
    <Page title="我的报到" {...(loaded.value && primary ? { primary } : {})}>
      <ListState loaded={loaded} retry={reload}>
        {() => (
          <>
            {report ? (
              <State report={report} />
            ) : (
              <Card>
                <Text className="block strong">党员到社区报到</Text>
                <Text className="block">
                  住在这里的党员，可以到社区报到，认领岗位和微心愿。自愿办理，不排名、不打分、不强制打卡。
                </Text>
                <Row label="公开的党员" onTap={() => open('party', 'open', { communityId })} />
              </Card>
            )}
            <Card>
              {report ? (
                <Row label="我的党员服务记录" onTap={() => open('reports', 'record', { communityId })} />
              ) : null}
              {isLive(report) ? (
                <Row label="别人看到的我" onTap={() => open('party', 'seen', { communityId })} />
              ) : null}
              <Row label="谁看过我" onTap={() => open('party', 'access', { communityId })} />
            </Card>
            {isLive(report) ? (
              <>
                <Papers communityId={communityId} />
                <Card>
                  <Row label="转到别的社区" onTap={() => setAsking('move')} />
                  <Row label="结束报到" onTap={() => setAsking('leave')} />
                  <Row label="撤回同意" value="隐私和授权" onTap={() => open('identity', 'consents', {})} />
                </Card>
              </>
            ) : null}
          </>
        )}
      </ListState>
      {asking ? <Ending communityId={communityId} asking={asking} close={close} /> : null}
    </Page>
  );
}
