/** Bytes before each picture: capture time in ms (float64), width and height (uint32), all little-endian. */
const HEADER_BYTES = 16;

/** One decoded picture, upright, four bytes a pixel. */
export interface RawPicture {
  captureMs: number;
  widthPx: number;
  heightPx: number;
  rgba: Uint8Array<ArrayBuffer>;
}

/** The pictures of a stream of `header, RGBA bytes`. */
export async function* readPictures(url: string): AsyncGenerator<RawPicture> {
  const response = await fetch(url);
  if (!response.ok || !response.body) throw new Error(`no pictures: HTTP ${response.status}`);
  const take = createTaker(response.body.getReader());
  for (let header = await take(HEADER_BYTES); header; header = await take(HEADER_BYTES)) {
    const view = new DataView(header.buffer);
    const picture = {
      captureMs: view.getFloat64(0, true),
      widthPx: view.getUint32(8, true),
      heightPx: view.getUint32(12, true),
    };
    const rgba = await take(picture.widthPx * picture.heightPx * 4);
    if (!rgba) throw new Error('the stream of pictures was cut off');
    yield { ...picture, rgba };
  }
}

/** The reader must close it. */
export function toVideoFrame({ rgba, widthPx, heightPx, captureMs }: RawPicture): VideoFrame {
  const timestamp = Math.round(captureMs * 1_000);
  return new VideoFrame(rgba, { format: 'RGBX', codedWidth: widthPx, codedHeight: heightPx, timestamp });
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
