/** Least time from a frame's capture to the stamp that is put on it at encoding; measured 4 ms and more. */
const ENCODE_MS = 4;
const TICKS_PER_MS = 90;
const WRAP = 2 ** 32;
/** About two seconds of video: a sender's clock that is moved is followed after that. */
const WINDOW = 60;

/**
 * Maps the frames of a video to when they were captured, on the sender's clock, ms. The stamp alone trembles with the
 * sender's load; a frame's RTP timestamp (90 kHz, 32 bits, unknown zero) keeps the true distances. So the frame that was
 * stamped with the least delay tells where zero lies.
 */
export function createFrameClock(): (rtpTimestamp: number, stampMs: number) => number {
  const offsets: number[] = [];
  let last: number | null = null;
  let unwrapped = 0;
  return (rtpTimestamp, stampMs) => {
    if (last !== null) {
      const step = (((rtpTimestamp - last) % WRAP) + WRAP) % WRAP;
      unwrapped += step < WRAP / 2 ? step : step - WRAP;
    }
    last = rtpTimestamp;
    const mediaMs = unwrapped / TICKS_PER_MS;
    offsets.push(stampMs - mediaMs);
    if (offsets.length > WINDOW) offsets.shift();
    return mediaMs + Math.min(...offsets) - ENCODE_MS;
  };
}
