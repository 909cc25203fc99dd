import { expect, test, vi } from 'vitest';
import { pauseMs, supervise } from './supervise.mjs';

/** A process that ends when it is told to. */
function makeChild(pid: number) {
  let end = (_code: number | null) => {};
  const exited = new Promise<number | null>((resolve) => {
    end = resolve;
  });
  return { pid, log: 'x.log', exited, end, stop: vi.fn(async () => end(null)), kill: () => end(null) };
}

function makeService() {
  const children: ReturnType<typeof makeChild>[] = [];
  const lines: string[] = [];
  const start = vi.fn(async () => {
    const child = makeChild(children.length + 1);
    children.push(child);
    return child;
  });
  return { children, lines, start, say: (line: string) => void lines.push(line) };
}

test('a process that dies comes back, and it is said', async () => {
  const { children, lines, start, say } = makeService();
  const supervised = await supervise('The database', start, say);
  children[0]?.end(137);
  await vi.waitFor(() => expect(supervised.current().pid).toBe(2));
  expect(lines).toEqual([
    'The database ended by itself (137; its log is x.log); starting it again',
    'The database is back',
  ]);
  await supervised.stop();
});

test('a process that was stopped stays stopped', async () => {
  const { start, say, lines } = makeService();
  const supervised = await supervise('The server', start, say);
  await supervised.stop();
  expect(start).toHaveBeenCalledTimes(1);
  expect(lines).toEqual([]);
});

test('a stop while it is coming back leaves nothing running', async () => {
  const { children, start, say } = makeService();
  const supervised = await supervise('The server', start, say);
  const again = makeChild(2);
  let come = (_child: typeof again) => {};
  start.mockImplementationOnce(() => new Promise((resolve) => (come = resolve)));
  children[0]?.end(1);
  await vi.waitFor(() => expect(start).toHaveBeenCalledTimes(2));
  const stopped = supervised.stop();
  come(again);
  await stopped;
  expect(again.stop).toHaveBeenCalled();
});

test('a start that fails is tried again', async () => {
  const { children, lines, start, say } = makeService();
  const supervised = await supervise('The video server', start, say);
  start.mockRejectedValueOnce(new Error('no port'));
  children[0]?.end(1);
  await vi.waitFor(() => expect(supervised.current().pid).toBe(2), 3_000);
  expect(lines).toContain('The video server did not start: no port');
  await supervised.stop();
});

test('a first start that fails is the caller’s to handle', async () => {
  await expect(
    supervise(
      'The database',
      () => Promise.reject(new Error('no')),
      () => {},
    ),
  ).rejects.toThrow('no');
});

test('the pauses grow, up to ten seconds', () => {
  expect([1, 2, 3, 6, 7, 50].map(pauseMs)).toEqual([250, 500, 1_000, 8_000, 10_000, 10_000]);
});
