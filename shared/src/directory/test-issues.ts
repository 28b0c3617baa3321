/** `path: sentence` of every issue of a parse. For tests. */
export const issuesOf = (answer: {
  success: boolean;
  error?: { issues: { path: PropertyKey[]; message: string }[] } | undefined;
}): string[] => (answer.error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`);
