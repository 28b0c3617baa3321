/** Why a list is not accepted. `kind` decides the exit code (main.mjs). */
export class Fault extends Error {
  /** @param {'format' | 'signature' | 'key' | 'count'} kind */
  constructor(kind, zh, en) {
    super(en);
    Object.assign(this, { kind, zh, en });
  }
}

/** Throws unless `held`. */
export const demand = (held, kind, zh, en) => {
  if (!held) throw new Fault(kind, zh, en);
};
