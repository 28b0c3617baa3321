import type { Gate, Procedure } from './definition';
import { COUNCIL, DELIBERATIONS } from './definitions-council';
import { STATUTORY } from './definitions-statutory';

/** Every procedure there is. */
export const PROCEDURES: readonly Procedure[] = [COUNCIL, ...STATUTORY, ...DELIBERATIONS];
export const PROCEDURE_IDS = PROCEDURES.map(({ procedureId }) => procedureId) as [string, ...string[]];
/** By which a matter goes for which nobody chose another. */
export const DEFAULT_ID = COUNCIL.procedureId;

export const procedureOf = (procedureId: string): Procedure | undefined =>
  PROCEDURES.find((one) => one.procedureId === procedureId);
/** Its gates, in the order in which they are passed. */
export const gatesOf = ({ stages }: Pick<Procedure, 'stages'>): readonly Gate[] => stages.flatMap(({ gates }) => gates);

/** A community's own numbers: `procedure/gate` → number. */
export type OwnNumbers = Readonly<Record<string, number>>;
export const numberKey = (procedureId: string, gateId: string): string => `${procedureId}/${gateId}`;
/** The numbers a matter goes by from now on, by gate: the community's own, otherwise the procedure's. */
export const numbersOf = (procedure: Procedure, own: OwnNumbers): Record<string, number> =>
  Object.fromEntries(
    gatesOf(procedure).flatMap(({ gateId, number }) =>
      number ? [[gateId, own[numberKey(procedure.procedureId, gateId)] ?? number.value]] : [],
    ),
  );
