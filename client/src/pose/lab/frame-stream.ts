/** Bytes before each picture: capture time in ms (float64), width and height (uint32), all little-endian. */
export const HEADER_BYTES = 16;

/** The pictures of a stream of `header, RGBA bytes`, each as a VideoFrame that the reader must close. */
export async function* readPictures(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<{ image: VideoFrame; captureMs: number }> {
  const take = createTaker(body.getReader());
  for (let header = await take(HEADER_BYTES); header; header = await take(HEADER_BYTES)) {
    const view = new DataView(header.buffer);
    const captureMs = view.getFloat64(0, true);
    const codedWidth = view.getUint32(8, true);
    const codedHeight = view.getUint32(12, true);
    const rgba = await take(codedWidth * codedHeight * 4);
    if (!rgba) throw new Error('the stream of pictures was cut off');
    yield {
      captureMs,
      image: new VideoFrame(rgba, {
        format: 'RGBX',
        codedWidth,
        codedHeight,
        timestamp: Math.round(captureMs * 1_000),
      }),
    };
  }
}

function createTaker(reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>>) {
  let held: Uint8Array = new Uint8Array(0);
  return async (length: number): Promise<Uint8Array<ArrayBuffer> | null> => {
    const whole = new Uint8Array(length);
    let filled = 0;
    while (filled < length) {
      if (held.length === 0) {
        const { done, value } = await reader.read();
        if (done) return null;
        held = value;
      }
      const part = held.subarray(0, length - filled);
      whole.set(part, filled);
      filled += part.length;
      held = held.subarray(part.length);
    }
    return whole;
  };
}
