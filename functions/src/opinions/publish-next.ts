import { refuse, type Refusal } from '@gongzhi/shared/kernel/refusals';
import { Busy, isLost, type Lost, type Write } from '../kernel/commit';
import type { InMatter } from './matter-key';
import type { Repo } from './repo';
import type { StatementItem } from './repo-statements';

/** Somebody else may take the number first; then the next one is tried. */
const ATTEMPTS = 8;
type Text = Pick<StatementItem, 'id' | 'body' | 'authorId' | 'at'>;

/** Makes a statement public under the next number, with whatever else `act` commits. @throws Busy when others were always first */
export const publishNext = async <A extends object>(
  repo: Repo,
  matter: InMatter,
  text: Text,
  act: (write: Write, no: number) => Promise<A | Lost>,
): Promise<A | Lost | Refusal<'STATEMENTS_FULL'>> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const no = await repo.statements.total(matter);
    if (repo.statements.isFull(no)) return refuse('STATEMENTS_FULL');
    const done = await act(repo.statements.publishWrite(matter, no, text), no);
    if (!isLost(done) || done.lost !== 'TAKEN') return done;
  }
  throw new Busy('opinions.statement-published');
};
