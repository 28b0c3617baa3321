/** `Date` as a function sees it: this computer's, `ahead()` milliseconds later. Dates that are made of given numbers are as ever. */
export const moveDate = (ahead: () => number): DateConstructor =>
  new Proxy(Date, {
    construct: (real, given, made) =>
      Reflect.construct(real, given.length === 0 ? [real.now() + ahead()] : given, made) as Date,
    apply: (real) => new real(real.now() + ahead()).toString(),
    get: (real, name, made): unknown => (name === 'now' ? () => real.now() + ahead() : Reflect.get(real, name, made)),
  });
