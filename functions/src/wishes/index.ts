import '@gongzhi/shared/kernel/zod';
import { wishes } from '@gongzhi/shared/wishes/contract';
import { composeChecked } from '../kernel/compose-checked';
import { createRotatingCodes } from '../kernel/rotating-codes';
import { serve, type Base } from '../kernel/serve';
import { createPassKey } from '../kernel/service/create-pass-key';
import { serviceHandlers } from '../kernel/service/handlers';
import { arrangeVisit } from './arrange-visit';
import { claimWish } from './claim-wish';
import { confirmDone, sendBack } from './confirm-done';
import { handBack } from './hand-back';
import { listWishes } from './list-wishes';
import { makeWish } from './make-wish';
import { markDone } from './mark-done';
import { declineWish, publishWish } from './publish-wish';
import { readInside } from './read-inside';
import { changeRule, readRule } from './read-rule';
import { readWish } from './read-wish';
import { createRepo, type Deps } from './repo';
import { servicePort } from './service-port';
import { withdrawWish } from './withdraw-wish';

export const wishesHandler = (deps: Base & Deps) =>
  serve(wishes, deps, {
    ...{ makeWish, publishWish, declineWish, withdrawWish },
    ...listWishes,
    ...{ readRule, changeRule },
    ...{ readWish, readInside, claimWish, handBack, arrangeVisit, markDone, confirmDone, sendBack },
    ...serviceHandlers,
  });

export const handler = composeChecked('wishes', ['TABLE_WISHES'], ({ env, client, pepper, cursors, base, check }) => {
  const repo = createRepo(client, env.TABLE_WISHES, cursors);
  const machinery = { codes: createRotatingCodes(pepper), passKey: createPassKey(pepper) };
  return wishesHandler({ ...base, ...machinery, repo, service: servicePort(repo), check });
});
