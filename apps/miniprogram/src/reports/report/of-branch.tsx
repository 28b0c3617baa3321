import { useState } from 'react';
import { reports } from '@gongzhi/shared/reports/contract';
import type { Report } from '@gongzhi/shared/reports/model';
import { call } from '../../kernel/call';
import { open } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { ListState } from '../../kernel/ui/list-state';
import { Page, type PageProps } from '../../kernel/ui/page';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Row } from '../../kernel/ui/row';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';
import { usePrinting } from '../../kernel/use-printing';
import { FactsCard, TurnCards } from '../facts-card';
import { stateTag } from '../words';
import { AnswerSheet } from './answer-sheet';
import { whySend } from './model';

interface Ids {
  communityId: string;
  memberId: string;
  period: string;
}
type Primary = Pick<PageProps, 'primary' | 'why'>;

/** A report as the secretary of its member’s branch has it: answered, sent, printed. */
export function OfBranch(ids: Ids) {
  const { loaded, reload } = useLoaded(Object.values(ids).join(), () => call(reports.readBranchReport, ids));
  const [answering, setAnswering] = useState(false);
  const { busy, act } = useAct(reload);
  const printing = usePrinting();
  const actionOf = (report: Report | undefined): Primary => {
    if (!report) return {};
    if (report.state === 'objected') return { primary: { label: '答复异议', onTap: () => setAnswering(true) } };
    if (report.sentAt) {
      const onTap = () => void printing.print('one', () => call(reports.printReport, ids));
      return { primary: { label: '打开 PDF，可以打印', busy: printing.busy !== undefined, onTap } };
    }
    const why = whySend(report, new Date());
    const onTap = () => void act(reports.sendReport, ids, '已发出，一两分钟后单位可以看到。');
    return { why, primary: { label: '发给单位', busy, disabled: why !== undefined, onTap } };
  };
  return (
    <Page title="服务情况报告" {...actionOf(loaded.value)}>
      <ListState loaded={loaded} retry={reload}>
        {(report) => (
          <>
            <Banner tone="note" title={stateTag(report.state)[0]} words="只写事实。您看过这份报告，本人会知道。" />
            <FactsCard facts={report.facts} />
            <TurnCards turns={report.turns} />
            <Card>
              <Row label="评议" value="发起、填写、查看" onTap={() => open('reports', 'evaluation', ids)} />
            </Card>
            {report.state === 'sent' ? (
              <PrimaryButton
                kind="plain"
                label="纸质报告已交给单位"
                busy={busy}
                onTap={() => void act(reports.handOver, ids, '已记下。')}
              />
            ) : null}
            {answering ? <AnswerSheet ids={ids} onClose={() => setAnswering(false)} done={reload} /> : null}
          </>
        )}
      </ListState>
    </Page>
  );
}
