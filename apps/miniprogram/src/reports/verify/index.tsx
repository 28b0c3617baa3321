import { Text } from '@tarojs/components';
import { useState } from 'react';
import { dateInWords } from '@gongzhi/shared/kernel/time';
import { reports } from '@gongzhi/shared/reports/contract';
import { periodWords } from '@gongzhi/shared/kernel/periods';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { Row } from '../../kernel/ui/row';
import { useLoaded } from '../../kernel/use-loaded';
import { minutesWords } from '../../kernel/minutes-words';
import { fits, typedOf } from './model';

interface Asked {
  communityId: string;
  number: string;
  code: string;
}
function Verified(asked: Asked) {
  const { loaded, reload } = useLoaded(asked.number + asked.code, () => call(reports.verifyReport, asked));
  return (
    <ListState loaded={loaded} retry={reload}>
      {(proof) => (
        <>
          <Banner tone="ok" title="编号和校验码对得上" words="请再核对纸上的期间、次数、时长和姓名是不是一样。" />
          <Card>
            <Row label="期间" value={periodWords(proof.period)} />
            <Row label="姓名" value={proof.maskedName} />
            <Row label="服务和中心工作" value={`${proof.count} 次，${minutesWords(proof.minutes)}`} />
            <Row label="发出日期" value={dateInWords(proof.sentAt)} />
            <Text className="block small">{`数据的 SHA-256：${proof.hash}`}</Text>
          </Card>
        </>
      )}
    </ListState>
  );
}

/** Whether a report is true: opened by its code, or number and check code are typed. Nobody has to sign in. */
export default function VerifyPage() {
  const { communityId, number = '', code = '' } = useParams('reports', 'verify');
  const [typed, setTyped] = useState({ number, code });
  const [asked, setAsked] = useState(fits(typedOf(number, code)) ? typedOf(number, code) : undefined);
  const sought = typedOf(typed.number, typed.code);
  return (
    <Page title="核对报告" primary={{ label: '核对', disabled: !fits(sought), onTap: () => setAsked(sought) }}>
      <Card>
        <Field
          label="报告编号"
          value={typed.number}
          onChange={(value) => setTyped((old) => ({ ...old, number: value }))}
          hint="印在报告下面，例如 2026-AB2CD3EF4G"
        />
        <Field
          label="校验码"
          value={typed.code}
          onChange={(value) => setTyped((old) => ({ ...old, code: value }))}
          hint="编号旁边的 16 位字符"
        />
      </Card>
      {asked ? <Verified communityId={communityId} {...asked} /> : null}
    </Page>
  );
}
