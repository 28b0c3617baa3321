import { Text } from '@tarojs/components';
import { useState } from 'react';
import { party } from '@gongzhi/shared/party/contract';
import { call } from '../../kernel/call';
import { Card } from '../../kernel/ui/card';
import { Field } from '../../kernel/ui/field';
import { ListState } from '../../kernel/ui/list-state';
import { PrimaryButton } from '../../kernel/ui/primary-button';
import { Sheet } from '../../kernel/ui/sheet';
import { useAct } from '../../kernel/use-act';
import { useLoaded } from '../../kernel/use-loaded';

/** How long a report-in counts, whose rule that is, and the community's own choice. */
export function TermCard({ communityId }: { communityId: string }) {
  const { loaded, reload } = useLoaded(communityId, () => call(party.readTerm, { communityId }));
  const [typed, setTyped] = useState<string>();
  const { busy, act } = useAct(reload);
  const save = async () => {
    if (await act(party.setTerm, { communityId, months: Number(typed) }, '已改好，从下一份报到起用。'))
      setTyped(undefined);
  };
  return (
    <ListState loaded={loaded} retry={reload}>
      {({ months, source, verified }) => (
        <Card>
          <Text className="block strong">{`一次报到有效 ${months} 个月`}</Text>
          <Text className="block small">{`依据：${source}${verified ? '' : '。没有核实过当地的规定。'}`}</Text>
          <PrimaryButton kind="plain" label="改有效期" onTap={() => setTyped(String(months))} />
          {typed === undefined ? null : (
            <Sheet
              title="一次报到有效几个月？"
              words="1 到 36 个月。已经有效的报到不变。"
              onClose={() => setTyped(undefined)}
              confirm={{ label: '保存', busy, disabled: !/^\d{1,2}$/.test(typed), onTap: () => void save() }}
            >
              <Field label="月数" type="number" value={typed} onChange={setTyped} />
            </Sheet>
          )}
        </Card>
      )}
    </ListState>
  );
}
