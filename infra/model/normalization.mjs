// @ts-check
import { Builder } from 'flatbuffers';

/** `ProcessUnitOptions.NormalizationOptions` in TFLite's metadata schema. */
const NORMALIZATION_OPTIONS = 1;

/**
 * The metadata MediaPipe asks of a model with one input picture: a `ModelMetadata` buffer (identifier M001) that says
 * only how pixels are normalised.
 * @param {{ mean: number, std: number }} normalization
 * @returns {Uint8Array}
 */
export function normalizationMetadata({ mean, std }) {
  const builder = new Builder(256);
  /** @param {number} value */
  const floats = (value) => {
    builder.startVector(4, 1, 4);
    builder.addFloat32(value);
    return builder.endVector();
  };
  /** @param {number} offset */
  const vectorOf = (offset) => {
    builder.startVector(4, 1, 4);
    builder.addOffset(offset);
    return builder.endVector();
  };
  /** @param {number} fields @param {() => void} fill */
  const table = (fields, fill) => {
    builder.startObject(fields);
    fill();
    return builder.endObject();
  };
  const means = floats(mean);
  const stds = floats(std);
  const options = table(2, () => {
    builder.addFieldOffset(0, means, 0);
    builder.addFieldOffset(1, stds, 0);
  });
  const processUnit = table(2, () => {
    builder.addFieldInt8(0, NORMALIZATION_OPTIONS, 0);
    builder.addFieldOffset(1, options, 0);
  });
  const processUnits = vectorOf(processUnit);
  const tensor = table(7, () => builder.addFieldOffset(4, processUnits, 0));
  const tensors = vectorOf(tensor);
  const subgraph = table(7, () => builder.addFieldOffset(2, tensors, 0));
  const subgraphs = vectorOf(subgraph);
  const model = table(8, () => builder.addFieldOffset(3, subgraphs, 0));
  builder.finish(model, 'M001');
  return builder.asUint8Array();
}
