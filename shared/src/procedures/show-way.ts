import type { Procedure } from '@gongzhi/shared/kernel/ways/definition';
import type { GateNow, StageNow } from './model';
import { nextOf, type Judged } from '@gongzhi/shared/kernel/ways/gates';

const gateNow = (
  { gate, state, why, earliest, evidence }: Judged,
  numbers: Readonly<Record<string, number>>,
): GateNow => {
  const { gateId, kind, name, says, by, may, number } = gate;
  return {
    ...{ gateId, kind, name, says, by, state, may: [...may] },
    ...(why ? { why } : {}),
    ...(earliest ? { earliest } : {}),
    ...(number ? { number: numbers[gateId] ?? number.value, unit: number.unit } : {}),
    ...(evidence ? { evidence } : {}),
  };
};

/** A procedure as a page shows it: which stages are done, which is now, and what is next. */
export const showWay = (
  procedure: Procedure,
  judged: readonly Judged[],
  numbers: Readonly<Record<string, number>>,
): { stages: StageNow[]; nextStep?: { stageId: string; gateId: string } } => {
  const next = nextOf(judged)?.gate.gateId;
  const at = procedure.stages.findIndex(({ gates }) => gates.some(({ gateId }) => gateId === next));
  const stages = procedure.stages.map(({ stageId, name, says, gates }, index) => ({
    ...{ stageId, name, says },
    state: at < 0 || index < at ? ('done' as const) : index === at ? ('now' as const) : ('later' as const),
    gates: judged
      .filter(({ gate }) => gates.some(({ gateId }) => gateId === gate.gateId))
      .map((one) => gateNow(one, numbers)),
  }));
  const stage = stages[at];
  return { stages, ...(stage && next ? { nextStep: { stageId: stage.stageId, gateId: next } } : {}) };
};
