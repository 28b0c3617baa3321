import '@gongzhi/shared/kernel/zod';
import { units } from '@gongzhi/shared/units/contract';
import { composeChecked } from '../kernel/compose-checked';
import { createFindMember } from '../kernel/find-member';
import { serve, type Base } from '../kernel/serve';
import { createUnits } from '../kernel/units';
import { addAgreement } from './add-agreement';
import { addUnit } from './add-unit';
import { changeUnit } from './change-unit';
import { closeUnit } from './close-unit';
import { listAgreements } from './list-agreements';
import { listContacts } from './list-contacts';
import { listThanks } from './list-thanks';
import { listUnits } from './list-units';
import { readMine, readUnit } from './read-unit';
import { removeThanks } from './remove-thanks';
import { createRepo, type Deps } from './repo';
import { thankUnit } from './thank-unit';
import { withdrawAgreement } from './withdraw-agreement';

export const unitsHandler = (deps: Base & Deps) =>
  serve(units, deps, {
    ...{ listUnits, addUnit, readUnit, changeUnit, closeUnit, readMine, listContacts },
    ...{ listAgreements, addAgreement, withdrawAgreement, listThanks, thankUnit, removeThanks },
  });

export const handler = composeChecked('units', ['TABLE_UNITS'], ({ env, client, cursors, base, check }) =>
  unitsHandler({
    ...base,
    repo: createRepo(client, env.TABLE_UNITS, cursors),
    reader: createUnits(client, env.TABLE_UNITS),
    findMember: createFindMember(client, env.TABLE_DIRECTORY),
    check,
  }),
);
