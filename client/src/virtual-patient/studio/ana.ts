import type { SomeStudio } from './studio.ts';

/** Ana, the patient of the demo and the tests. */
export const ana: SomeStudio = {
  body: { heightM: 1.64, girth: 0.96, shoulderWidth: 0.93, hipWidth: 1.03, bust: 0.6 },
  clothes: { shirt: '#3f7f8c', bottoms: '#39424f' },
  skin: '#cf9a78',
  hair: { style: 'bob', colour: '#4a2f20' },
};
