/** The current instant. Passed in everywhere, so that tests can freeze time and move it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();
