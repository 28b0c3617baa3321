import '@gongzhi/shared/kernel/zod';
import { councils } from '@gongzhi/shared/councils/contract';
import { composeChecked } from '../kernel/compose-checked';
import { serve, type Base } from '../kernel/serve';
import { addPoint } from './add-point';
import { decideReview } from './decide-review';
import { endorsePoint } from './endorse-point';
import { fileProposal } from './file-proposal';
import { listMyProposals } from './list-my-proposals';
import { listPoints } from './list-points';
import { listProposals } from './list-proposals';
import { listReplies } from './list-replies';
import { listReviews } from './list-reviews';
import { listSimilar } from './list-similar';
import { mergeMatter } from './merge-matter';
import { readProposal } from './read-proposal';
import { replyToPoint } from './reply-to-point';
import { createRepo, type Deps } from './repo';
import { splitMatter } from './split-matter';
import { supportProposal } from './support-proposal';

export const councilsHandler = (deps: Base & Deps) =>
  serve(councils, deps, {
    fileProposal,
    listProposals,
    listMyProposals,
    readProposal,
    supportProposal,
    addPoint,
    listPoints,
    endorsePoint,
    replyToPoint,
    listReplies,
    listReviews,
    decideReview,
    listSimilar,
    mergeMatter,
    splitMatter,
  });

export const handler = composeChecked('councils', ['TABLE_COUNCILS'], ({ env, client, cursors, base, check }) =>
  councilsHandler({ ...base, repo: createRepo(client, env.TABLE_COUNCILS, cursors), check }),
);
