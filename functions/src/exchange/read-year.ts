import { newId } from '@gongzhi/shared/kernel/ids';
import type { Handle } from './repo';
import { countOf } from './repo-accounts';

/** The ids between which everything lies that was made in a year, China time. */
const idsOf = (year: string): [string, string] => [
  newId(new Date(`${year}-01-01T00:00:00.000+08:00`), new Uint8Array(16)),
  newId(new Date(`${year}-12-31T23:59:59.999+08:00`), new Uint8Array(16).fill(31)),
];

export const readYear: Handle<'readYear'> = async ({ communityId, year }, { repo, caller }) => {
  const owner = { communityId, personId: caller.personId };
  const [account, thanks] = await Promise.all([repo.accounts.read(owner), repo.thanks.count(owner, idsOf(year))]);
  const prefix = `k${year}#`;
  const kinds = Object.entries(account ?? {})
    .filter(([name, minutes]) => name.startsWith(prefix) && Number(minutes) > 0)
    .map(([name, minutes]) => ({ kind: name.slice(prefix.length), minutes: Number(minutes) }))
    .sort((a, b) => b.minutes - a.minutes);
  return {
    year: Number(year),
    recorded: countOf(account, `r${year}`),
    honorary: countOf(account, `h${year}`),
    services: countOf(account, `s${year}`),
    thanks,
    kinds,
    total: countOf(account, 'recorded'),
  };
};
