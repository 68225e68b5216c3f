// What a person does with Reread in Visual Studio Code. Takes one argument, JSON (see `vscode.py` above), and prints as JSON
// what was to be seen at each step. When something does not happen in time, a picture "failed" shows the state.
import { readFileSync, writeFileSync } from "node:fs";

import { open } from "./workbench.mjs";

const given = JSON.parse(process.argv[2]);
const workbench = await open(given);
const { page } = workbench;
const seen = {};

/** The process ids of all servers that were started so far; the wrapper in the settings writes them down. */
const started = () => readFileSync(given.pids, "utf8").trim().split("\n").map(Number);

const line = (text) => page.locator(".editor-instance .view-line", { hasText: text });

/** Waits until a problem with this rule is listed at this line, or no problem with it any more. */
async function problemAt(rule, number) {
  await page.locator(".markers-panel .monaco-list-row", { hasText: rule }).getByText(`[Ln ${number},`).waitFor();
}

async function noProblem(rule) {
  await page.locator(".markers-panel .monaco-list-row", { hasText: rule }).first().waitFor({ state: "detached" });
}

/** The place of an element. The editor draws marks anew with each answer, and one that is being replaced has no place. */
async function placeOf(element) {
  for (;;) {
    await element.waitFor();
    const box = await element.boundingBox();
    if (box !== null) return box;
  }
}

async function findings() {
  await workbench.openFile("compare.py");
  await workbench.squiggles().first().waitFor();
  seen.problems = await workbench.problems();
  await workbench.status("Reread").waitFor();
  seen.status = await workbench.status("Reread").innerText();
  await workbench.screenshot("1-findings");
}

async function typing() {
  await workbench.focusEditor();
  await workbench.press("Control+Home");
  await page.keyboard.type("# one line more\n");
  await problemAt("compare-with-none", 3);
  // Taken away and brought back before anybody looked: the same finding at the same place has to be marked again.
  await workbench.goTo(3, 1);
  await workbench.press("Shift+End", "Delete", "Control+z");
  await problemAt("compare-with-none", 3);
  await workbench.squiggles().first().waitFor();
  seen.typed = (await workbench.problems()).find((text) => text.includes("compare-with-none"));
}

async function hover() {
  // The squiggle lies under the text, so the mouse goes to its place and not to it.
  const box = await placeOf(workbench.squiggles().first());
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
  const card = page.locator(".monaco-hover:visible", { hasText: "compare-with-none", hasNotText: "Loading..." });
  await card.first().waitFor();
  seen.hover = await card.first().innerText();
  await workbench.screenshot("2-hover");
  await workbench.press("Escape");
}

async function quickFix() {
  await workbench.goTo(3, 18);
  seen.fixes = await workbench.quickFixes();
  await workbench.screenshot("3-quick-fix");
  await workbench.press("Enter");
  await noProblem("compare-with-none");
  seen.fixed = await line("return").first().innerText();
}

async function explain() {
  await workbench.press("Control+z");
  await problemAt("compare-with-none", 3);
  await workbench.goTo(3, 18);
  await workbench.command("Reread: Explain the Finding Here");
  seen.page = await workbench.preview();
  await workbench.screenshot("4-explain");
  await workbench.command("View: Close Editors in Other Groups");
}

async function fixAll() {
  await workbench.focusEditor();
  await workbench.command("Reread: Apply All Safe Fixes in This File");
  await noProblem("compare-with-none");
  await workbench.press("Control+s");
  await page.locator(".tab.active.dirty").waitFor({ state: "detached" });
}

async function reviewWithoutModel() {
  await workbench.command("Reread: Review This File");
  const told = workbench.notification("no model is set up").first();
  await told.waitFor();
  seen.withoutModel = await told.innerText();
  await workbench.screenshot("5-no-model");
  await workbench.command("Notifications: Clear All Notifications");
}

async function otherLanguages() {
  seen.languages = [];
  for (const name of ["tracking.ts", "courier.go", "LabelArchive.java", "importer.py"]) {
    // What is said about a file goes when it is closed.
    await workbench.command("View: Close All Editors");
    await page.locator(".markers-panel", { hasText: "No problems have been detected" }).waitFor();
    await workbench.openFile(name);
    const header = page.locator(".markers-panel .monaco-list-row").first();
    await header.getByText(name).waitFor();
    seen.languages.push(await header.innerText());
  }
  await workbench.screenshot("6-languages");
}

async function settings() {
  await workbench.command("Preferences: Open Settings (UI)");
  await page.locator(".settings-editor .settings-tree-container").waitFor();
  await page.keyboard.type("@ext:reread.reread");
  await page.locator(".settings-editor .setting-item").first().waitFor();
  await workbench.screenshot("7-settings");
  await workbench.command("View: Close Editor");
}

async function crash() {
  const before = started();
  await workbench.openFile("compare.py");
  process.kill(before.at(-1), "SIGKILL");
  await page.locator(".markers-panel .monaco-list-row").first().waitFor({ state: "detached" });
  await workbench.focusEditor();
  await workbench.press("Control+End");
  await page.keyboard.type("again = done == None\n");
  await problemAt("compare-with-none", 7);
  seen.startedAfterCrash = started().length - before.length;
  await workbench.press("Control+z");
  await workbench.press("Control+s");
}

/** Tells the model on loopback what to do; see `tests/standin`. */
async function model(command) {
  await fetch(`${given.model}/__control__`, { method: "POST", body: JSON.stringify(command) });
}

async function review() {
  writeFileSync(given.settings, JSON.stringify(given.reviewing));
  await workbench.command("View: Close All Editors");
  await workbench.runningFrom("the setting reread.path");
  await workbench.openFile("mean.py");
  await model({ default: { fault: "hang" } });
  await workbench.command("Reread: Review This File");
  await workbench.status("reviewing").waitFor();
  await model({ wait: { requests: 1 } });
  await workbench.screenshot("10-reviewing");

  await workbench.status("reviewing").click();
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "Cancel Reread: reviewing" }).click();
  await workbench.status("reviewing").waitFor({ state: "detached" });

  await model({ default: {} });
  await workbench.focusEditor();
  await workbench.command("Reread: Review This File");
  await workbench.squiggles().first().waitFor();
  seen.reviewed = (await workbench.problems()).at(-1);
  await workbench.screenshot("11-reviewed");
}

/** The other places where the server is looked for, in turn. */
async function otherOrigins() {
  await workbench.openFile("compare.py");
  for (const [settings, origin] of [
    [{ "reread.interpreter": given.python }, "the setting reread.interpreter"],
    [{}, "PATH"],
  ]) {
    writeFileSync(given.settings, JSON.stringify(settings));
    await workbench.runningFrom(origin);
    await workbench.squiggles().first().waitFor();
  }
}

async function noServer() {
  const working = JSON.stringify({ "reread.interpreter": given.python });
  writeFileSync(given.settings, JSON.stringify({ "reread.path": ["/nonexistent/reread", "server"] }));
  const told = workbench.notification("/nonexistent/reread").first();
  await told.waitFor();
  seen.missing = await told.innerText();
  await workbench.status("stopped").waitFor();
  seen.messages = await page.locator(".notifications-toasts .notification-toast").count();
  await workbench.screenshot("8-no-server");
  await workbench.command("Notifications: Clear All Notifications");
  writeFileSync(given.settings, working);
  await workbench.runningFrom("the setting reread.interpreter");
}

async function log() {
  await workbench.command("Reread: Show the Log");
  const output = page.locator(".output-view .view-lines, .panel .view-lines").first();
  await output.getByText("starting").first().waitFor();
  await workbench.screenshot("9-log");
}

const steps = [
  findings, typing, hover, quickFix, explain, fixAll, reviewWithoutModel, crash, otherLanguages, settings, otherOrigins, noServer, log, review,
];
let step;
try {
  for (step of steps) {
    const begun = Date.now();
    await step();
    process.stderr.write(`${step.name}: ${Date.now() - begun} ms\n`);
  }
  console.log(JSON.stringify(seen));
} catch (error) {
  await workbench.screenshot("failed");
  process.stderr.write(`${step.name} failed: ${error.message}\nseen: ${JSON.stringify(seen)}\n`);
  process.exitCode = 1;
} finally {
  await workbench.close();
}
