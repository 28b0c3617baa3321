import type { Facts, Signed } from '@gongzhi/shared/reports/model';

/** What a signed report says, as its unit reads it. */
export interface SentFacts {
  facts: Facts;
  words: string[];
  objection?: { lines: number[]; words: string; answer?: string };
}

/** The signed JSON as it is shown; what is shown is what was signed. */
export const sentFacts = ({ json }: Pick<Signed, 'json'>): SentFacts | undefined => {
  try {
    const { words = [], objection, ...facts } = JSON.parse(json) as Facts & Omit<SentFacts, 'facts'>;
    return Array.isArray(facts.lines) ? { facts, words, ...(objection ? { objection } : {}) } : undefined;
  } catch {
    return undefined;
  }
};

/** The data for the unit’s own files: the signed text and what proves it, UTF-8 in base64. */
export const dataFile = (signed: Signed): { name: string; text: string } => ({
  name: `党员服务情况报告-${signed.number}.json`,
  text: JSON.stringify(signed, undefined, 2),
});
