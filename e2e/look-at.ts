import { faultsOf, misfitsOf, settled } from './find-faults';
import type { Person } from './person';
import { layOut, type Look } from './world';

/** Sizes at which every page is looked at: the usual one, a small phone with large text, and elder mode. */
export const LOOKS = [
  ['375 px', {}, false],
  ['elder mode', {}, true],
  ['320 px with text at 1.5', { width: 320, text: 1.5 }, false],
] as const;

/**
 * The phones that pages are looked at with: a person's is opened once, at the usual size, and comes back to the home page
 * for each look. Large text is read when the app starts, so it starts anew, as somebody finds it who chose nothing yet.
 */
export const phonesToLookWith = (open: (key: string) => Promise<Person>) => {
  const opened = new Map<string, Person>();
  return async (key: string, look: Look): Promise<Person> => {
    const known = opened.get(key);
    const person = known ?? (await open(key));
    opened.set(key, person);
    if (!known && Object.keys(look).length === 0) return person;
    await layOut(person.page, look);
    await person.goHome();
    if (!look.text) return person;
    await person.page.evaluate(() => localStorage.removeItem('reading'));
    await person.page.reload();
    await person.goHome();
    return person;
  };
};

/** What a small phone shows with large text is the usual page, laid out anew: what axe finds in one it finds in the other. */
const checkFor = (name: string) => (name.includes('320 px') ? misfitsOf : faultsOf);

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
  }
  return faults;
};
