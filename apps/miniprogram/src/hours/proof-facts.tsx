import { Text } from '@tarojs/components';
import type { Proof } from '@gongzhi/shared/hours/certificate-model';
import { Card } from '../kernel/ui/card';
import { provesWords } from './certificate-words';

/** What a certificate proves, as anybody may read it. */
export function ProofFacts({ proof }: { proof: Proof }) {
  return (
    <Card>
      <Text className="block strong">{proof.maskedName}</Text>
      <Text className="block small">编号 {proof.number}</Text>
      <Text className="block">{`${provesWords(proof).join('；')}。`}</Text>
      <Text className="block small">出具单位：{proof.issuer}</Text>
    </Card>
  );
}
