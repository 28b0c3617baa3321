import { useState } from 'react';
import { satisfaction } from '@gongzhi/shared/satisfaction/contract';
import type { Invitation } from '@gongzhi/shared/satisfaction/model';
import { call } from '../../kernel/call';
import { deviceOf, keptAnswers, newTicket } from '../phone';
import { answerOf, type Draft } from './model';

interface At {
  communityId: string;
  owner: string;
}
/** Keeps the answer with its ticket on the phone before it is sent, so that an answer that was lost is asked for again and not given twice. */
export const useAnswer = ({ communityId, owner }: At, done: () => void) => {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const send = async ({ roundId, subject, title }: Invitation, draft: Draft) => {
    setBusy(true);
    const whose = { owner, roundId, subject };
    const answer = answerOf(draft);
    const ticket = keptAnswers.find(whose)?.ticket ?? (await newTicket());
    const [level = 'satisfied'] = answer.levels;
    const kept = { ...whose, communityId, title, level, ticket, at: new Date().toISOString() };
    keptAnswers.keep({ ...kept, state: 'sent' });
    const input = { communityId, roundId, subject, ticket, device: await deviceOf(), answer };
    const outcome = await call(satisfaction.giveAnswer, input);
    setBusy(false);
    setFailure(outcome.ok ? undefined : outcome.says);
    if (outcome.ok) keptAnswers.keep({ ...kept, state: 'recorded' });
    else if (outcome.refused) keptAnswers.drop(whose);
    if (outcome.ok) done();
  };
  return { busy, failure, send };
};
