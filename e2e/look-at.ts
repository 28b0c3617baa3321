import { faultsOf, misfitsOf, settled } from './find-faults';
import type { Person } from './person';

/** Sizes at which every page is looked at: the usual one, a small phone with large text, and elder mode. */
export const LOOKS = [
  ['375 px', {}, false],
  ['320 px with text at 1.5', { width: 320, text: 1.5 }, false],
  ['elder mode', {}, true],
] as const;

/** What a small phone shows with large text is the usual page, laid out anew: what axe finds in one it finds in the other. */
const checkFor = (name: string) => (name === '320 px with text at 1.5' ? misfitsOf : faultsOf);

/** What is wrong with each of these pages, by its name; each is put where somebody looks at it when pictures are asked for. */
export const lookAt = async (
  pages: readonly (readonly [Person, Record<string, string>])[],
  { slice, name, elder }: { slice: string; name: string; elder: boolean },
): Promise<Record<string, string[]>> => {
  const faults: Record<string, string[]> = {};
  for (const [person, addresses] of pages) {
    if (elder) await person.tap(/长辈版/);
    for (const [page, address] of Object.entries(addresses)) {
      await person.go(address);
      await settled(person.page);
      await person.page.waitForFunction(() =>
        [...document.querySelectorAll('.picture')].every(
          (it) => it.querySelector('.picture-gone') ?? it.querySelector('img')?.naturalHeight,
        ),
      );
      await person.shoot(`${slice}-${page}-${name.replaceAll(' ', '-')}`);
      const found = await checkFor(name)(person.page, elder ? 60 : 48);
      if (found.length > 0) faults[page] = found;
    }
    await person.page.close();
  }
  return faults;
};
