/** A value of Python's as data. A tuple is a list; the keys of a dictionary are strings. */
export type Literal = string | number | boolean | null | readonly Literal[] | { readonly [key: string]: Literal };
