/** The size a frame's page believes to have, and how much smaller it is drawn. CSS pixels. */
export interface FrameFit {
  width: number;
  height: number;
  scale: number;
}

const CONSOLE = { width: 1366, height: 768 };
const PHONE = { width: 390, height: 844 };
const GAP = 24;

/** Fits the therapist's laptop and the patient's phone side by side into a room of `width` × `height`, never enlarged; stacked where the room is narrow. */
export function fitFrames(room: { width: number; height: number }): {
  stacked: boolean;
  therapist: FrameFit;
  patient: FrameFit;
} {
  const stacked = room.width < 760;
  if (stacked) {
    const scale = Math.min(1, room.width / CONSOLE.width);
    return {
      stacked,
      therapist: { ...CONSOLE, scale },
      patient: { ...PHONE, scale: Math.min(1, room.width / PHONE.width) },
    };
  }
  const phoneScale = Math.min(1, room.height / PHONE.height);
  const left = room.width - GAP - PHONE.width * phoneScale;
  const scale = Math.min(1, left / CONSOLE.width, room.height / CONSOLE.height);
  return { stacked, therapist: { ...CONSOLE, scale }, patient: { ...PHONE, scale: phoneScale } };
}
