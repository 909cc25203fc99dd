import { expect, test } from 'vitest';
import { busiestTaskMs } from './busiest-task.mjs';

const main = (pid: number) => ({ name: 'thread_name', pid, tid: 1, args: { name: 'CrRendererMain' } });
const task = (pid: number, tid: number, lastedMs: number, ranMs: number) => ({
  name: 'ThreadControllerImpl::RunTask',
  ...{ pid, tid, dur: lastedMs * 1000, tdur: ranMs * 1000 },
});

test("the task that ran longest on the page's main thread, however long others lasted", () => {
  const worker = task(1, 2, 90, 90);
  const idlePage = task(3, 1, 30, 9);
  expect(
    busiestTaskMs([main(1), main(3), task(1, 1, 200, 4), task(1, 1, 14, 12), worker, idlePage, task(1, 1, 3, 3)]),
  ).toBe(12);
});

test('a trace without a page has no number', () => {
  expect(busiestTaskMs([task(1, 1, 5, 5)])).toBeNaN();
});
