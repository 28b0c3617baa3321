import type { Procedure } from '@gongzhi/shared/kernel/ways/definition';
import { DEFAULT_ID, numbersOf, procedureOf } from '@gongzhi/shared/kernel/ways/definitions';
import type { WayFacts } from '@gongzhi/shared/kernel/ways/gates';
import type { MatterFacts } from './matters';
import type { FoundWay, WayItem } from './ways';

/** A way that begins now: by this procedure, with the numbers the community has today. */
export const newWay = (procedure: Procedure, { rules }: FoundWay): WayItem => ({
  procedureId: procedure.procedureId,
  chosen: false,
  numbers: numbersOf(procedure, rules?.own ?? {}),
  rulesVersion: rules?.version ?? 0,
  evidence: {},
  raised: 0,
  answered: 0,
  rev: 0,
});

/** The procedure a matter goes by, and what is known of its way. `otherwise`: by which it goes while nobody chose one. */
export const wayOf = (
  found: FoundWay,
  matter: Pick<MatterFacts, 'agendaAt' | 'supports' | 'threshold'>,
  otherwise = DEFAULT_ID,
): { procedure: Procedure; item: WayItem; facts: WayFacts } => {
  const procedure = procedureOf(found.way?.procedureId ?? otherwise);
  if (!procedure) throw new Error(`no procedure ${found.way?.procedureId ?? otherwise}`);
  const item = found.way ?? newWay(procedure, found);
  const { numbers, evidence, raised, answered, ended } = item;
  const { agendaAt, supports, threshold } = matter;
  return {
    procedure,
    item,
    facts: { numbers, evidence, ended, objections: { raised, answered }, matter: { agendaAt, supports, threshold } },
  };
};
