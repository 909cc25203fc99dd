import { expect, test } from 'vitest';
import { parseArguments } from './arguments.mjs';

test('a protocol is measured on one side of the body, with the full model at 30 pictures a second', () => {
  expect(parseArguments(['a.mp4', '--protocol', 'knee-flexion', '--side', 'left'])).toEqual({
    kind: 'measure',
    file: 'a.mp4',
    from: null,
    protocol: 'knee-flexion',
    exercise: null,
    side: 'left',
    model: 'full',
    out: null,
    fps: 30,
    startS: 0,
    endS: null,
  });
});

test('an exercise needs no side, and a part of the file can be chosen', () => {
  const options = parseArguments(['a.mp4', '--exercise', 'squat', '--start', '0.5', '--end', '3', '--live-fps', '6']);
  expect(options).toMatchObject({ exercise: 'squat', side: null, startS: 0.5, endS: 3, fps: 6 });
});

test('a track alone may be written without measuring anything', () => {
  expect(parseArguments(['a.mp4', '--out', 'a.json'])).toMatchObject({ protocol: null, exercise: null, out: 'a.json' });
});

test.each([
  [['--protocol', 'knee-flexion', '--side', 'left'], /no file given/],
  [['a.mp4'], /give --protocol ID or --exercise ID/],
  [['a.mp4', 'b.mp4', '--exercise', 'squat'], /one file at a time/],
  [['a.mp4', '--from', 'a.json', '--exercise', 'squat'], /either a video file or --from/],
  [['a.mp4', '--protocol', 'knee-flexion', '--exercise', 'squat', '--side', 'left'], /either --protocol or --exercise/],
  [['a.mp4', '--protocol', 'knee-flexion'], /needs --side/],
  [['a.mp4', '--protocol', 'knee-flexion', '--side', 'both'], /--side both: must be left or right/],
  [['a.mp4', '--exercise', 'squat', '--model', 'huge'], /--model huge: must be lite or full or heavy/],
  [['a.mp4', '--exercise', 'squat', '--live-fps', 'fast'], /--live-fps fast: not a number/],
  [['a.mp4', '--exercise', 'squat', '--live-fps', '0'], /above 0/],
  [['a.mp4', '--exercise', 'squat', '--start', '-1'], /--start/],
  [['a.mp4', '--exercise', 'squat', '--start', '4', '--end', '2'], /--end 2 is not after --start 4/],
  [['a.mp4', '--exercize', 'squat'], /--exercize/],
])('refuses %j in words', (argv, words) => {
  expect(() => parseArguments(argv)).toThrow(words);
});
