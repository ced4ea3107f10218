/** Drags the map by the mouse and counts the frames that the page gets meanwhile. */

/** Frames a second, and the longest gap but for one in twenty, in milliseconds. */
export async function drag(page, { seconds, wide, high, step }) {
  const box = await (await page.$("#map")).boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(() => {
    globalThis.frames = [];
    const tick = (now) => {
      globalThis.frames.push(now);
      requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  });
  const start = performance.now();
  for (let i = 0; performance.now() - start < seconds * 1000; i++) await page.mouse.move(x + wide * Math.sin(i / step), y + high * Math.cos(i / step));
  const frames = await page.evaluate(() => globalThis.frames);
  await page.mouse.up();
  const gaps = frames.slice(1).map((time, i) => time - frames[i]).sort((a, b) => a - b);
  const rate = (frames.length - 1) / ((frames.at(-1) - frames[0]) / 1000);
  return `${rate.toFixed(0)}, slowest of twenty ${(gaps[Math.floor(gaps.length * 0.95)] ?? 0).toFixed(0)} ms`;
}
