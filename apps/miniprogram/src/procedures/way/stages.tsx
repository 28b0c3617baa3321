import { Text, View } from '@tarojs/components';
import type { GateNow, StageNow, Way } from '@gongzhi/shared/procedures/model';
import { Card } from '../../kernel/ui/card';
import { Tag } from '../../kernel/ui/tag';
import { STAGE_WORDS, gateWords, signOf } from './model';

function Gate({ gate, now }: { gate: GateNow; now: boolean }) {
  return (
    <View className="stack">
      <Text className="block">
        {signOf(gate)} {gate.name}
      </Text>
      <Text className="block small">{gateWords(gate)}</Text>
      {now && gate.state !== 'passed' && gate.why ? (
        <Text className="block small">还不能通过：{gate.why}。</Text>
      ) : null}
    </View>
  );
}

function Stage({ stage }: { stage: StageNow }) {
  const [words, tone] = STAGE_WORDS[stage.state];
  return (
    <Card>
      <View className="between">
        <Text className="strong">{stage.name}</Text>
        <Tag label={words} tone={tone} />
      </View>
      <Text className="block small">{stage.says}</Text>
      {stage.gates.map((gate) => (
        <Gate key={gate.gateId} gate={gate} now={stage.state === 'now'} />
      ))}
    </Card>
  );
}

/** Every stage in order, with what each gate was passed by or still lacks. */
export function Stages({ way }: { way: Way }) {
  return (
    <>
      <Text className="heading">一步一步</Text>
      {way.stages.map((stage) => (
        <Stage key={stage.stageId} stage={stage} />
      ))}
    </>
  );
}
