import { describe, expect, test } from 'vitest';
import { firstLanguage, formatLocale } from './languages.ts';

describe('the first language', () => {
  test.each([
    ['es', ['en-GB'], 'es'],
    [null, ['es-MX', 'en'], 'es'],
    [null, ['fr-FR', 'es'], 'es'],
    [null, ['fr-FR'], 'en'],
    ['klingon', ['en-US'], 'en'],
    ['toString', [], 'en'],
  ] as const)('chosen %o, browser %o → %s', (remembered, wanted, language) => {
    expect(firstLanguage(remembered, wanted)).toBe(language);
  });
});

test('dates follow the region of the language shown, not of another one', () => {
  expect(formatLocale('en', ['es-ES', 'en-GB'])).toBe('en-GB');
  expect(formatLocale('es', ['en-US'])).toBe('es');
});
