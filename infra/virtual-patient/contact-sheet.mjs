// @ts-check
// Draws every exercise at its peak from the front, at 45° and from the side, and at its start, into one picture:
//   node infra/virtual-patient/contact-sheet.mjs
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser } from '../browser/find.mjs';
import { turned } from './facing.mjs';
import { withRenderer } from './page.mjs';

const COLUMNS = 3;
const CELL = { width: 168, height: 176 };
const target = join(import.meta.dirname, 'contact-sheet.png');

/** Far enough away that hands overhead are in the picture. */
const studio = {
  camera: { distanceM: 3.3, fovDegrees: 39, aimHeightM: 0.98, heightM: 1.1 },
  room: { furnished: false },
};

await withRenderer(findBrowser(), async (page) => {
  /** @type {string[]} */
  const ids = await page.evaluate(() => /** @type {any} */ (globalThis).virtualPatientRenderer.motionIds);
  const rows = ids.map((id) => {
    const peaks = [0, 45, 90].map((degrees) => ({ id, when: 'peak', facing: turned(id, degrees), studio }));
    return { caption: id, stills: [{ id, when: 'start', facing: turned(id, 60), studio }, ...peaks] };
  });
  const png = await page.evaluate(
    ([given, columns, cell]) =>
      /** @type {any} */ (globalThis).virtualPatientRenderer.contactSheet(given, columns, cell.width, cell.height),
    /** @type {const} */ ([rows, COLUMNS, CELL]),
  );
  await writeFile(target, Buffer.from(png, 'base64'));
  console.log(`${target}: ${ids.length} exercises, ${Math.round((png.length * 3) / 4096)} kB`);
});
