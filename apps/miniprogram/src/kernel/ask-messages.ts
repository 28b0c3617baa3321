/** What somebody just did that says that they want to hear of it; `asked`: they tapped the button for it. */
export type Moment = 'follow' | 'signUp' | 'cast' | 'asked';

interface Prompt {
  /** Asks at once, while the tap still counts; how many templates were accepted. */
  ask: (moment: Moment) => Promise<number>;
  /** Reads what asking needs, before there is a tap. */
  prepare: () => Promise<void>;
}
let prompt: Prompt | undefined;

/** Says who asks; app.tsx calls it once, so that the kernel knows no slice. */
export const messagesBy = (given: Prompt): void => {
  prompt = given;
};

/**
 * Asks whether somebody wants to be told over WeChat. It is the first thing a tap does: WeChat shows its prompt for a tap and
 * not for what comes after an answer from the network.
 */
export const askMessages = (moment: Moment): Promise<number> => prompt?.ask(moment) ?? Promise.resolve(0);
export const prepareMessages = (): Promise<void> => prompt?.prepare() ?? Promise.resolve();
