import { describe, expect, test } from 'vitest';
import { whenIn } from './when.ts';

const at = (time: string) => new Date(time);

describe("a visit's start", () => {
  test('is a time only, when it is today', () => {
    expect(whenIn(at('2026-11-24T12:30:00Z'), at('2026-11-24T08:00:00Z'), 'en-GB', 'Europe/London')).toEqual({
      day: null,
      time: '12:30',
    });
  });

  test('is told in the zone asked for, where it may be another day', () => {
    const [start, now] = [at('2026-11-24T23:30:00Z'), at('2026-11-24T12:00:00Z')];
    expect(whenIn(start, now, 'en-GB', 'Europe/London')).toEqual({ day: null, time: '23:30' });
    expect(whenIn(start, now, 'en-GB', 'Europe/Madrid')).toEqual({ day: 'Wednesday 25 November', time: '00:30' });
  });

  test('speaks the language', () => {
    expect(whenIn(at('2026-11-26T09:00:00Z'), at('2026-11-24T09:00:00Z'), 'es-ES', 'Europe/Madrid').day).toBe(
      'jueves, 26 de noviembre',
    );
  });
});
