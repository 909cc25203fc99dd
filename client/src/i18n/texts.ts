/** The same keys as the English texts, each with some text: another language must be complete to compile. */
export type TextsLike<T> = { [K in keyof T]: T[K] extends string ? string : TextsLike<T[K]> };
