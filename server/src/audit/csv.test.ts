import { expect, test } from 'vitest';
import { toCsv, toField } from './csv.ts';

test.each([
  ['Ana Ruiz', '"Ana Ruiz"'],
  ['says "no", then yes', '"says ""no"", then yes"'],
  ['=HYPERLINK("x")', `"'=HYPERLINK(""x"")"`],
  ['+49 30', `"'+49 30"`],
  ['-1', `"'-1"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['\tx', `"'\tx"`],
  ['two\nlines', '"two\nlines"'],
  ['', '""'],
])('%j is written as %s', (text, field) => {
  expect(toField(text)).toBe(field);
});

test('an entry is a line of eleven fields, whoever has no name is told by kind', () => {
  const actor = { kind: 'system', id: null, name: null };
  const entry = {
    seq: 7,
    at: '2026-11-24T10:00:00.000Z',
    actor,
    action: 'x',
    subject: null,
    outcome: 'done',
    address: null,
    why: null,
  };
  const [head, line, end] = toCsv([entry]).split('\r\n');
  expect(head?.split(',')).toHaveLength(11);
  expect(line).toBe('"7","2026-11-24T10:00:00.000Z","system","","x","","","","done","",""');
  expect(end).toBe('');
});
