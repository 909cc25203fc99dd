// @ts-check
/** @typedef {import('../../client/src/virtual-patient/studio/studio.ts').SomeStudio} SomeStudio */

/**
 * Six people who differ in body, clothes, skin, hair and light; the first is the default figure.
 * @type {Record<string, SomeStudio>}
 */
export const people = {
  default: {},
  'small woman, bob': {
    body: { heightM: 1.62, girth: 0.92, shoulderWidth: 0.9, hipWidth: 1.05, bust: 0.8 },
    clothes: { shirt: '#b8596b', bottoms: '#2d3a4f' },
    skin: '#e3b797',
    hair: { style: 'bob', colour: '#6b3f22' },
  },
  'tall man, shorts': {
    body: { heightM: 1.84, girth: 1.1 },
    clothes: { shirt: '#e0ddd5', bottoms: '#5a5f52', trousers: 'shorts', shoeColour: '#333a44' },
    skin: '#7a4c33',
    hair: { style: 'short', colour: '#1b1512' },
  },
  'heavy man, long sleeves': {
    body: { heightM: 1.7, girth: 1.35, hipWidth: 1.1 },
    clothes: { shirt: '#48577d', bottoms: '#3c3c3c', sleeve: 1.9 },
    skin: '#d9a583',
    hair: { style: 'none', colour: '#777777' },
  },
  'older woman, vest': {
    body: { heightM: 1.58, shoulderWidth: 0.92, bust: 0.5 },
    clothes: { shirt: '#6f8f6a', bottoms: '#4a4150', sleeve: 0.2 },
    skin: '#caa07e',
    hair: { style: 'bun', colour: '#b9b4ad' },
  },
  'slim man, dim light': {
    body: { heightM: 1.76, girth: 0.85, legLength: 1.05 },
    clothes: { shirt: '#c9a24b', bottoms: '#20303a' },
    skin: '#a8704f',
    hair: { style: 'short', colour: '#2a1d14' },
    light: { brightness: 0.5, warmth: 0.9, fromDegrees: -60 },
  },
};
