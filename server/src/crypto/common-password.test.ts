import { expect, test } from 'vitest';
import { isCommonPassword } from './common-password.ts';

const WORDS = ['tom.weber@clinic.test', 'tom.weber'];

test.each(['1qaz2wsx3edc', 'Password1234', 'qwertyqwerty', 'aaaaaaaaaaaaaa', '121212121212', 'Tom.Weber2026'])(
  'the password %s is refused: it is guessed first',
  (password) => expect(isCommonPassword(password, WORDS)).toBe(true),
);

test.each(['plumb-line-and-bob', 'correct horse battery staple', 'señal verde en el río', 'xk7Qm2vTz9Lw'])(
  'the password %s is taken: there are no rules about its letters',
  (password) => expect(isCommonPassword(password, WORDS)).toBe(false),
);
