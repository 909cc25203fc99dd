import type { Browser } from 'playwright-core';
import { inject } from 'vitest';
import { type Meeting, type MeetingOptions, meetAt } from './meeting.ts';

export { type Meeting, named, press, shown } from './meeting.ts';

/** Tom and Ana in an open visit of the product under test. */
export function meet(tomsBrowser: Browser, anasBrowser: Browser, options: MeetingOptions = {}): Promise<Meeting> {
  return meetAt(inject('baseUrl'), tomsBrowser, anasBrowser, options);
}
