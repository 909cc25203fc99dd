import { describe, expect, test } from 'vitest';
import { normalizationMetadata } from './normalization.mjs';
import { readModel, withMetadata } from './tflite.mjs';

/** The smallest model that has what is looked at: a root with version 3 and two buffers. */
function makeModel(): Uint8Array {
  const bytes = new Uint8Array(64);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 32, true);
  bytes.set(Buffer.from('TFL3'), 4);
  view.setUint16(8, 14, true);
  view.setUint16(10, 12, true);
  view.setUint16(12, 4, true);
  view.setUint16(20, 8, true);
  view.setInt32(32, 32 - 8, true);
  view.setUint32(36, 3, true);
  view.setUint32(40, 4, true);
  view.setUint32(44, 2, true);
  view.setUint32(48, 8, true);
  view.setUint32(52, 8, true);
  return bytes;
}

describe('a model with metadata', () => {
  const metadata = normalizationMetadata({ mean: 127.5, std: 127.5 });
  const model = makeModel();
  const packed = withMetadata(model, metadata);

  test('keeps every byte of the old file, at a multiple of 64', () => {
    const prefix = packed.length - model.length;
    expect(prefix % 64).toBe(0);
    expect([...packed.subarray(prefix)]).toEqual([...model]);
  });

  test('has the same version, the same buffers and one more', () => {
    const before = readModel(model);
    const after = readModel(packed);
    const prefix = packed.length - model.length;
    expect(after.version).toBe(3);
    expect(after.bufferTables.slice(0, -1)).toEqual(before.bufferTables.map((place) => place + prefix));
    expect(after.bufferTables).toHaveLength(3);
  });

  test('carries the metadata in that buffer, aligned to 16 bytes', () => {
    const place = readModel(packed).bufferTables.at(-1)!;
    const view = new DataView(packed.buffer, packed.byteOffset);
    const data = place + 4 + view.getUint32(place + 4, true);
    expect((data + 4) % 16).toBe(0);
    expect([...packed.subarray(data + 4, data + 4 + view.getUint32(data, true))]).toEqual([...metadata]);
  });

  test('is refused where the file is no model', () => {
    expect(() => withMetadata(new Uint8Array(100), metadata)).toThrow('TFL3');
  });
});

test('the metadata says M001', () => {
  expect(Buffer.from(normalizationMetadata({ mean: 0, std: 255 }).subarray(4, 8)).toString()).toBe('M001');
});
