// @ts-check

/** Fields of TFLite's `Model` table, by their place in the schema. */
const FIELD = {
  version: 0,
  operatorCodes: 1,
  subgraphs: 2,
  description: 3,
  buffers: 4,
  metadataBuffer: 5,
  metadata: 6,
  signatures: 7,
};
const FIELD_COUNT = 8;
const KEPT = [FIELD.operatorCodes, FIELD.subgraphs, FIELD.description, FIELD.metadataBuffer, FIELD.signatures];
const METADATA_NAME = 'TFLITE_METADATA';
/** TFLite wants the data of a buffer at multiples of 16 bytes; the old file keeps its own alignment behind a prefix of 64. */
const BUFFER_ALIGNMENT = 16;
const PREFIX_ALIGNMENT = 64;

/**
 * Reads where the fields of a model's root table are. Throws if it is not a TFLite model.
 * @param {Uint8Array} model
 */
export function readModel(model) {
  const view = new DataView(model.buffer, model.byteOffset, model.byteLength);
  if (model.byteLength < 8 || String.fromCharCode(...model.subarray(4, 8)) !== 'TFL3') {
    throw new Error('This is not a TFLite model: the identifier TFL3 is missing.');
  }
  const root = view.getUint32(0, true);
  const vtable = root - view.getInt32(root, true);
  const vtableSize = view.getUint16(vtable, true);
  /** @param {number} field */
  const placeOf = (field) => {
    const entry = 4 + 2 * field;
    const offset = entry < vtableSize ? view.getUint16(vtable + entry, true) : 0;
    return offset === 0 ? 0 : root + offset;
  };
  /** @param {number} field */
  const targetOf = (field) => {
    const place = placeOf(field);
    return place === 0 ? 0 : place + view.getUint32(place, true);
  };
  const buffers = targetOf(FIELD.buffers);
  const count = view.getUint32(buffers, true);
  const bufferTables = Array.from({ length: count }, (_, i) => {
    const place = buffers + 4 + 4 * i;
    return place + view.getUint32(place, true);
  });
  const version = placeOf(FIELD.version);
  return { version: version ? view.getUint32(version, true) : 0, targetOf, bufferTables };
}

/**
 * Puts metadata into a TFLite model without touching its bytes: a new root in front, whose vectors point forward into
 * the old file, with one buffer more that holds the metadata.
 * @param {Uint8Array} model
 * @param {Uint8Array} metadata
 * @returns {Uint8Array}
 */
export function withMetadata(model, metadata) {
  const { version, targetOf, bufferTables } = readModel(model);
  const out = createWriter();
  const rootPointer = out.reserve(4);
  out.text('TFL3');

  const vtable = out.at();
  out.uint16(4 + 2 * FIELD_COUNT);
  out.uint16(4 + 4 * FIELD_COUNT);
  const kept = KEPT.filter((field) => targetOf(field) !== 0);
  const present = new Set([FIELD.version, FIELD.buffers, FIELD.metadata, ...kept]);
  for (let field = 0; field < FIELD_COUNT; field++) out.uint16(present.has(field) ? 4 + 4 * field : 0);
  out.align(4);
  const table = out.at();
  out.point(rootPointer, table);
  out.int32(table - vtable);
  const fields = Array.from({ length: FIELD_COUNT }, () => out.reserve(4));
  const fieldAt = (/** @type {number} */ field) => /** @type {number} */ (fields[field]);
  out.uint32At(fieldAt(FIELD.version), version);

  out.point(fieldAt(FIELD.buffers), out.at());
  out.uint32(bufferTables.length + 1);
  const bufferPointers = Array.from({ length: bufferTables.length + 1 }, () => out.reserve(4));
  out.point(fieldAt(FIELD.metadata), out.at());
  out.uint32(1);
  const metadataPointer = out.reserve(4);

  const entryVtable = out.at();
  for (const value of [8, 12, 4, 8]) out.uint16(value);
  const entry = out.at();
  out.point(metadataPointer, entry);
  out.int32(entry - entryVtable);
  const namePointer = out.reserve(4);
  out.uint32(bufferTables.length);
  out.point(namePointer, out.at());
  out.uint32(METADATA_NAME.length);
  out.text(`${METADATA_NAME}\0`);
  out.align(4);

  const bufferVtable = out.at();
  for (const value of [6, 8, 4, 0]) out.uint16(value);
  const buffer = out.at();
  out.point(/** @type {number} */ (bufferPointers.at(-1)), buffer);
  out.int32(buffer - bufferVtable);
  const dataPointer = out.reserve(4);
  out.align(BUFFER_ALIGNMENT, 4);
  out.point(dataPointer, out.at());
  out.uint32(metadata.length);
  out.bytes(metadata);
  out.align(PREFIX_ALIGNMENT);

  const prefix = out.at();
  bufferTables.forEach((place, i) => {
    out.point(/** @type {number} */ (bufferPointers[i]), prefix + place);
  });
  for (const field of kept) out.point(fieldAt(field), prefix + targetOf(field));
  return Buffer.concat([out.done(), model]);
}

/** A little-endian byte writer with offsets that are filled in later. */
function createWriter() {
  /** @type {number[]} */
  const written = [];
  /** @param {number} value @param {number} size */
  const push = (value, size) => {
    for (let i = 0; i < size; i++) written.push((value >>> (8 * i)) & 255);
  };
  /** @param {number} place @param {number} value */
  const uint32At = (place, value) => {
    for (let i = 0; i < 4; i++) written[place + i] = (value >>> (8 * i)) & 255;
  };
  return {
    at: () => written.length,
    uint16: (/** @type {number} */ value) => push(value, 2),
    uint32: (/** @type {number} */ value) => push(value, 4),
    int32: (/** @type {number} */ value) => push(value, 4),
    uint32At,
    reserve(/** @type {number} */ size) {
      push(0, size);
      return written.length - size;
    },
    /** Fills the offset reserved at `place` so that it leads to `target`. */
    point: (/** @type {number} */ place, /** @type {number} */ target) => uint32At(place, target - place),
    text: (/** @type {string} */ text) => written.push(...Buffer.from(text, 'latin1')),
    bytes: (/** @type {Uint8Array} */ bytes) => written.push(...bytes),
    /** Pads so that the position plus `ahead` is a multiple of `size`. */
    align(/** @type {number} */ size, ahead = 0) {
      while ((written.length + ahead) % size !== 0) written.push(0);
    },
    done: () => Uint8Array.from(written),
  };
}
