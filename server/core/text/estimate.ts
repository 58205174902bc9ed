/** How much of a model's context a text takes, roughly and without a tokenizer. */

/** A widely used rule of thumb for English prose and code. */
const CHARACTERS_PER_TOKEN = 4;

/**
 * The number of tokens that a text of `length` UTF-16 units takes, for people to compare sections by.
 * @example 480 characters are about 120 tokens. Nothing at all is 0, anything else at least 1.
 */
export const estimateTokens = (length: number): number => Math.ceil(length / CHARACTERS_PER_TOKEN);
