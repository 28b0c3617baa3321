import { REFUSALS } from '@gongzhi/shared/kernel/refusals';
import { AFFAIRS } from '@gongzhi/shared/procedures/affairs';
import { PROCEDURES, procedureOf } from '@gongzhi/shared/kernel/ways/definitions';
import type { AffairKind } from '@gongzhi/shared/kernel/ways/shapes';
import type { Input } from '@gongzhi/shared/kernel/contract';
import type { procedures } from '@gongzhi/shared/procedures/contract';
import { FORCE_WORDS, sourceWords } from '../words';

export type Choice = Input<typeof procedures.chooseProcedure>['procedureId'];

/** The procedures that fit a kind first, then the others; an election is there to be told where it belongs. */
export const optionsFor = (kind: AffairKind): { value: string; label: string; note: string }[] => {
  const fits = AFFAIRS[kind].procedureIds;
  const rest = PROCEDURES.filter(({ procedureId }) => !fits.includes(procedureId));
  const shown = [...fits.flatMap((id) => procedureOf(id) ?? []), ...rest];
  return [
    ...shown.map(({ procedureId, name, force }) => ({
      value: procedureId,
      label: name,
      note: `${fits.includes(procedureId) ? '适合这类事 · ' : ''}${FORCE_WORDS[force]}`,
    })),
    { value: 'election', label: '选举、换届、罢免', note: '不在这里办' },
  ];
};

/** When to take a procedure, its steps and where it is written. */
export const purposeOf = (choice: Choice): string => {
  const procedure = procedureOf(choice);
  if (!procedure) return REFUSALS.ELECTION_NOT_HERE[1];
  const steps = procedure.stages.map(({ name }) => name).join(' → ');
  return `${procedure.purpose}步骤：${steps}。${sourceWords(procedure)}`;
};
