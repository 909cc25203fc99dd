import type { RouteContract } from '@plumbline/shared/http';
import { v7 as uuid } from 'uuid';
import type { z } from 'zod';

/** Values by the name of their field, which a contract alone cannot know: ids that exist, a password that is right. */
export type Known = Record<string, unknown>;

export interface RouteInput {
  params: Record<string, string>;
  query: Record<string, unknown>;
  body: unknown;
}

const FORMATS: Record<string, () => unknown> = {
  uuid,
  guid: uuid,
  email: () => 'someone@clinic.test',
  datetime: () => '2026-11-24T10:00:00.000Z',
  date: () => '2026-11-24',
  time: () => '10:00',
  url: () => 'https://clinic.test/',
  base64: () => 'AAAA',
  base64url: () => 'AAAA',
};

/** A valid input of the route, made from its contract. Throws where the contract does not take what was made: it needs a known value. */
export function validInput(contract: RouteContract, known: Known): RouteInput {
  const parts = { params: contract.params, query: contract.query, body: contract.body };
  const made = Object.entries(parts).map(([part, schema]) => {
    const value = validValue(schema, known);
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      const path = [part, ...(parsed.error.issues[0]?.path ?? [])].map(String).join('.');
      throw new Error(`${contract.name} needs a known value at ${path}: ${parsed.error.issues[0]?.message}`);
    }
    return [part, value];
  });
  return Object.fromEntries(made) as RouteInput;
}

/** A value the schema takes, as far as its shape alone tells. Fields named in `known` get that value. */
export function validValue(schema: z.ZodType, known: Known, name = ''): unknown {
  if (name && Object.hasOwn(known, name)) return known[name];
  const { def } = schema as unknown as { def: Definition };
  switch (def.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(def.shape ?? {})
          .map(([key, inner]) => [key, validValue(inner, known, key)] as const)
          .filter(([, value]) => value !== undefined),
      );
    case 'string':
      return FORMATS[formatOf(schema)]?.() ?? 'word'.padEnd(lengthOf(schema).min, 'x').slice(0, lengthOf(schema).max);
    case 'number':
      return numberOf(schema);
    case 'boolean':
      return true;
    case 'enum':
      return Object.values(def.entries ?? {})[0];
    case 'literal':
      return def.values?.[0];
    case 'array':
      return Array.from({ length: Math.max(1, lengthOf(schema).min) }, () =>
        validValue(def.element as z.ZodType, known),
      );
    case 'tuple':
      return (def.items ?? []).map((item) => validValue(item, known));
    case 'record':
      return {};
    case 'union':
      return validValue(def.options?.[0] as z.ZodType, known);
    case 'optional':
      return undefined;
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
      return validValue(def.innerType as z.ZodType, known, name);
    case 'pipe':
      return validValue(def.in as z.ZodType, known, name);
    default:
      return null;
  }
}

interface Definition {
  type: string;
  format?: string;
  shape?: Record<string, z.ZodType>;
  entries?: Record<string, unknown>;
  values?: unknown[];
  element?: z.ZodType;
  items?: z.ZodType[];
  options?: z.ZodType[];
  innerType?: z.ZodType;
  in?: z.ZodType;
}

const bagOf = (schema: z.ZodType) =>
  (schema as unknown as { _zod: { bag: Record<string, unknown> } })._zod.bag as {
    format?: string;
    minimum?: number;
    maximum?: number;
    length?: number;
  };

const formatOf = (schema: z.ZodType) =>
  (schema as unknown as { def: Definition }).def.format ?? bagOf(schema).format ?? '';

function lengthOf(schema: z.ZodType): { min: number; max: number } {
  const { minimum, maximum, length } = bagOf(schema);
  return { min: length ?? minimum ?? 0, max: length ?? maximum ?? 40 };
}

function numberOf(schema: z.ZodType): number {
  return [1, 0, 5, 10, 100, 1000, 0.5].find((value) => schema.safeParse(value).success) ?? 1;
}

/** Where a request of this input goes. */
export function pathOf(contract: RouteContract, { params, query }: RouteInput): string {
  const path = contract.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(textOf(params?.[name])));
  const search = new URLSearchParams(
    Object.entries(query ?? {}).map(([name, value]) => [name, textOf(value)]),
  ).toString();
  return path + (search ? `?${search}` : '');
}

/** As it stands in an address; half a character cannot. */
function textOf(value: unknown): string {
  return Buffer.from(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toString();
}
