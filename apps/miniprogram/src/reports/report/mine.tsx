import { Text } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { reports } from '@gongzhi/shared/reports/contract';
import type { Report } from '@gongzhi/shared/reports/model';
import type { PeriodId } from '@gongzhi/shared/kernel/periods';
import { call } from '../../kernel/call';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { usePrinting } from '../../kernel/use-printing';
import { FactsCard, TurnCards } from '../facts-card';
import { mineWords, stateTag } from '../words';
import { canAgree, canObject } from './model';
import { ObjectSheet } from './object-sheet';

/** Words of those who were served, which go along where the member wants it. */
function Thanks({ report, chosen, toggle }: { report: Report; chosen: number[]; toggle: (n: number) => void }) {
  if (report.offered.length === 0) return null;
  const open = canAgree(report);
  const on = (n: number) => (open ? chosen : report.chosen).includes(n);
  return (
    <Card>
      <Text className="block strong">服务对象的话</Text>
      {open ? <Text className="block small">点一下，选要附在报告里的。不选就不附。</Text> : null}
      {report.offered.map(({ n, words }) => (
        <Row key={n} label={words} value={on(n) ? '✓ 附上' : '不附'} {...(open ? { onTap: () => toggle(n) } : {})} />
      ))}
    </Card>
  );
}

/** The member’s own report: seen when it is opened, agreed to or objected to, kept when it was sent. */
export function Mine({ communityId, period }: { communityId: string; period: PeriodId }) {
  const ids = { communityId, period };
  const { loaded, reload } = useLoaded(`${communityId}${period}`, () => call(reports.readMyReport, ids));
  const [chosen, setChosen] = useState<number[]>([]);
  const [objecting, setObjecting] = useState(false);
  const { busy, act } = useAct(reload);
  const printing = usePrinting();
  const report = loaded.value;
  const unseen = report?.state === 'prepared';
  useEffect(() => {
    if (unseen) void call(reports.seeReport, { communityId, period }).then(reload);
  }, [unseen, communityId, period, reload]);
  const toggle = (n: number) => setChosen((old) => (old.includes(n) ? old.filter((one) => one !== n) : [...old, n]));
  const agree = () => void act(reports.agreeReport, { ...ids, words: chosen }, '已同意，等支部发出。');
  const print = () => void printing.print('mine', () => call(reports.printMyReport, ids));
  const primary =
    report && canAgree(report)
      ? { label: '没有意见，同意', busy, onTap: agree }
      : report?.sentAt
        ? { label: '打开报告 PDF', busy: printing.busy !== undefined, onTap: print }
        : undefined;
  return (
    <Page title="我的报告" {...(primary ? { primary } : {})}>
      <ListState loaded={loaded} retry={reload}>
        {(one) => (
          <>
            <Banner
              tone={one.state === 'stopped' ? 'note' : 'waiting'}
              title={stateTag(one.state)[0]}
              words={mineWords(one)}
            />
            <FactsCard facts={one.facts} />
            <TurnCards turns={one.turns} />
            <Thanks report={one} chosen={chosen} toggle={toggle} />
            {canObject(one, new Date()) ? (
              <PrimaryButton kind="plain" label="我有异议" onTap={() => setObjecting(true)} />
            ) : null}
            {objecting ? (
              <ObjectSheet communityId={communityId} report={one} onClose={() => setObjecting(false)} done={reload} />
            ) : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
