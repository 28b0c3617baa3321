import type { Evaluation } from '@gongzhi/shared/reports/evaluation-model';
import type { Outcome } from '../../kernel/answer-of';
import { useLoaded } from '../../kernel/use-loaded';

/** An evaluation, or that there is none yet: which is no failure here but what one may begin with. */
export const useEvaluation = (key: string, ask: () => Promise<Outcome<Evaluation>>) =>
  useLoaded<{ found: Evaluation | undefined }>(key, async () => {
    const outcome = await ask();
    if (outcome.ok) return { ok: true, value: { found: outcome.value } };
    return outcome.refused === 'NOT_FOUND' ? { ok: true, value: { found: undefined } } : outcome;
  });
