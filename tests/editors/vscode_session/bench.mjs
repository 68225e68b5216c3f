// Measures in the page of a real workbench: from a keystroke to its squiggle, and the frames while one types with
// thousands of findings in the tree and the Problems panel. Takes and prints JSON; see `tests/bench/workbench.py`.
import { open } from "./workbench.mjs";

const given = JSON.parse(process.argv[2]);
const workbench = await open(given);
const { page } = workbench;

/** Milliseconds from the event of a key to the frame that shows one squiggle more. */
async function keystrokes() {
  await workbench.openFile(given.file);
  await workbench.focusEditor();
  await workbench.press("Control+End");
  await page.keyboard.type("\nNon = len(__file__)\nknown = 1 == None");
  await workbench.squiggles().last().waitFor();
  await page.keyboard.press("Backspace");
  await workbench.squiggles().first().waitFor({ state: "detached" });
  await page.evaluate(() => {
    const squiggles = () => document.querySelectorAll(".editor-instance .cdr[class*=squiggly-]").length;
    window.times = [];
    let pressed = 0;
    let before = 0;
    addEventListener("keydown", ({ key }) => {
      if (key === "e") {
        pressed = performance.now();
        before = squiggles();
      }
    }, true);
    new MutationObserver(() => {
      if (pressed && squiggles() > before) {
        const began = pressed;
        pressed = 0;
        requestAnimationFrame(() => window.times.push(performance.now() - began));
      }
    }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] });
  });
  for (let number = 1; number <= given.keystrokes; number++) {
    await page.keyboard.press("e");
    await page.waitForFunction((count) => window.times.length >= count, number);
    await page.keyboard.press("Backspace");
    await page.locator(".editor-instance .cdr[class*=squiggly-]").first().waitFor({ state: "detached" });
  }
  return page.evaluate(() => window.times);
}

/** Milliseconds between frames while one types, and the longest task of the page. */
async function frames() {
  await workbench.command("View: Show Reread");
  for (const name of given.many) {
    await workbench.openFile(name);
    await workbench.squiggles().first().waitFor();
  }
  await workbench.problems();
  await page.locator(".badge", { hasText: /\d{4}|\dK/ }).first().waitFor();
  await workbench.focusEditor();
  await workbench.press("Control+Home");
  await page.evaluate(() => {
    window.frames_ = [];
    window.tasks = [];
    new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => window.tasks.push(duration))).observe({ type: "longtask" });
    let last = performance.now();
    const frame = (now) => {
      window.frames_.push(now - last);
      last = now;
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
  await page.keyboard.type("# typing while thousands of findings are shown in tree and panel ", { delay: 60 });
  await page.waitForTimeout(1_000);
  await workbench.screenshot("many");
  const typing = await page.evaluate(() => ({ frames: window.frames_.splice(0), tasks: window.tasks.splice(0) }));
  for (let breaks = 0; breaks < 5; breaks++) {
    await workbench.press("Enter");
    await page.waitForTimeout(400);
  }
  return { ...typing, moving: await page.evaluate(() => window.frames_) };
}

try {
  const result = { times: await keystrokes(), ...(await frames()) };
  console.log(JSON.stringify(result));
} catch (error) {
  await workbench.screenshot("failed");
  process.stderr.write(error.message);
  process.exitCode = 1;
} finally {
  await workbench.close();
}
