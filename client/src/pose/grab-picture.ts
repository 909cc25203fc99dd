/** The picture that a video shows now, to be closed by the caller; null where it has none, as when its track has just ended. `nowMs` becomes its timestamp. */
export async function grabPicture(video: HTMLVideoElement, nowMs: number): Promise<VideoFrame | ImageBitmap | null> {
  try {
    // Taken at once: a bitmap may already be the picture that follows.
    if ('VideoFrame' in globalThis) return new VideoFrame(video, { timestamp: nowMs * 1000 });
    return await createImageBitmap(video);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
