/** What a thrown value says. Functions run in a realm of their own, where `instanceof Error` does not hold. */
export const sayError = (error: unknown): string =>
  (error as { message?: string } | null | undefined)?.message ?? String(error);

/** The same with its trace, for the developer. */
export const traceError = (error: unknown): string =>
  (error as { stack?: string } | null | undefined)?.stack ?? sayError(error);
