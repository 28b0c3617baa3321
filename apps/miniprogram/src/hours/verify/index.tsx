import { Text } from '@tarojs/components';
import { useState } from 'react';
import { hours } from '@gongzhi/shared/hours/contract';
import { CertificateNumber } from '@gongzhi/shared/hours/certificate-model';
import { call } from '../../kernel/call';
import { useParams } from '../../kernel/navigate';
import { Banner } from '../../kernel/ui/banner';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { Page } from '../../kernel/ui/page';
import { useLoaded } from '../../kernel/use-loaded';
import { stateWords } from '../certificate-words';
import { ProofFacts } from '../proof-facts';

function Verified({ communityId, number }: { communityId: string; number: string }) {
  const { loaded, reload } = useLoaded(`${communityId}${number}`, () =>
    call(hours.verifyCertificate, { communityId, number }),
  );
  return (
    <ListState loaded={loaded} retry={reload}>
      {(proof) => (
        <>
          <Banner {...stateWords(proof)} />
          <ProofFacts proof={proof} />
          <Text className="block small">姓名只显示一部分，请和纸上的姓名对一对。没有接入全国志愿服务信息系统。</Text>
        </>
      )}
    </ListState>
  );
}

/** Whether a certificate is true: opened by its code, or its number is typed. Nobody has to sign in. */
export default function Verify() {
  const { communityId, number = '' } = useParams('hours', 'verify');
  const [typed, setTyped] = useState(number);
  const [asked, setAsked] = useState(number);
  const sought = typed.trim().toUpperCase();
  const fits = CertificateNumber.safeParse(sought).success;
  return (
    <Page title="核对证明" primary={{ label: '核对', disabled: !fits, onTap: () => setAsked(sought) }}>
      <Card>
        <Field
          label="证明编号"
          value={typed}
          onChange={setTyped}
          hint="印在证明上，例如 2026-AB2CD3EF4G"
          error={typed.trim() !== '' && !fits ? '编号是 4 位年份、一条短横和 10 位字符' : undefined}
        />
      </Card>
      {asked ? <Verified communityId={communityId} number={asked} /> : null}
    </Page>
  );
}
