// @ts-check

/** A refusal in one clear line, with the exit code it ends in. */
export class MeasureError extends Error {
  /**
   * @param {string} message
   * @param {number} [exitCode] 2: wrong use, 3: the file cannot be measured, 4: something needed is missing or broke.
   */
  constructor(message, exitCode = 2) {
    super(message);
    this.name = 'MeasureError';
    this.exitCode = exitCode;
  }
}
