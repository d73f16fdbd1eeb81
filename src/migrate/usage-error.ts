/** A call, or a project, that is not as it should be: the message says what to write or do. */
export class UsageError extends Error {}
