import { expect, test } from 'vitest';
import { en } from './en/index.ts';
import { es } from './es/index.ts';

function flatten(texts: object, path = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') flat.set(`${path}${key}`, value);
    else for (const [deep, text] of flatten(value, `${path}${key}.`)) flat.set(deep, text);
  }
  return flat;
}

const english = flatten(en);
const spanish = flatten(es);

test('English and Spanish have the same keys', () => {
  expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
});

test('a text names the same values in both languages', () => {
  const values = (text = '') => [...new Set([...text.matchAll(/{{\s*(\w+)/g)].map((found) => found[1]))].sort();
  const different = [...english].filter(([key, text]) => `${values(text)}` !== `${values(spanish.get(key))}`);
  expect(different.map(([key]) => key)).toEqual([]);
});

test('no text is empty', () => {
  const empty = [...english, ...spanish].filter(([, text]) => text.trim() === '');
  expect(empty.map(([key]) => key)).toEqual([]);
});
