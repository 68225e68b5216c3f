// What somebody does who has just installed Reread: from the first finding to the commit. Takes one argument, JSON (see
// `test_vscode_newcomer.py`), and prints as JSON what was to be seen, and how many clicks it took.
import { open } from "./workbench.mjs";

const given = JSON.parse(process.argv[2]);
const workbench = await open(given);
const { page } = workbench;
const seen = { pictures: [] };

const rows = (view) => page.locator(`.pane:has(.pane-header[aria-label^="${view}"]) .monaco-list-row`);
const dialog = page.locator(".monaco-dialog-box");
const input = page.locator(".quick-input-widget input");

// Enter chooses like a click; what is typed, and keys that the documentation names, are not counted.
await page.evaluate(() => {
  window.clicks = 0;
  addEventListener("mousedown", () => window.clicks++, true);
  addEventListener("keydown", ({ key, ctrlKey }) => (window.clicks += key === "Enter" && !ctrlKey ? 1 : 0), true);
});

async function picture(name) {
  seen.pictures.push(name);
  await workbench.screenshot(`newcomer-${seen.pictures.length}-${name}`);
}

async function finding() {
  await page.locator(".explorer-folders-view .monaco-list-row", { hasText: "accounts.py" }).click();
  await workbench.squiggles().first().waitFor();
  await picture("finding");
}

async function fix() {
  await workbench.press("Control+1", "F8");
  await page.locator(".marker-widget").waitFor();
  await workbench.press("Escape");
  await workbench.quickFixes();
  await picture("fixes");
  await workbench.press("Enter");
  await page.locator(".editor-instance .view-line", { hasText: "is None" }).waitFor();
  await workbench.press("Control+s");
}

async function callers() {
  await workbench.press("Control+p");
  await input.first().waitFor();
  await page.keyboard.type("pricing");
  await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: "pricing.py" }).waitFor();
  await workbench.press("Enter");
  await page.locator(".tab.active", { hasText: "pricing.py" }).waitFor();
  await page.locator(".editor-instance .view-line", { hasText: "total" }).first().waitFor();
  await workbench.press("Control+Home", "End", "ArrowLeft", "ArrowLeft");
  await page.keyboard.type(", rate");
  await page.locator(".activitybar .action-label[aria-label^='Reread']").click();
  await rows("Findings").filter({ hasText: /rate was added/ }).nth(1).waitFor();
  seen.callers = await rows("Findings").filter({ hasText: /rate was added/ }).count();
  await picture("callers");
  await workbench.press("Control+1", ...Array(", rate".length).fill("Backspace"));
  await page.locator(".editor-instance .view-line", { hasText: "rate" }).waitFor({ state: "detached" });
}

async function key() {
  await workbench.press("Control+s", "Control+k", "g", "r");
  const told = workbench.notification("no model is set up").first();
  await told.waitFor();
  await picture("no-model");
  await told.getByText("Choose a Model").click();
  await page.locator(".quick-input-list .monaco-list-row", { hasText: "OpenAI" }).first().click();
  await page.locator(".quick-input-widget input[type=password]").waitFor();
  await input.first().fill(given.key);
  await workbench.press("Enter");
  await page.locator(".quick-input-title", { hasText: "which model" }).waitFor();
  await picture("model");
  await workbench.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
}

async function review() {
  await workbench.runningFrom("PATH");
  // The review that was asked for goes on, or is asked for once more where the key restarted the server.
  await dialog.waitFor({ timeout: 8_000 }).catch(() => workbench.press("Control+1", "Control+k", "g", "r"));
  await dialog.waitFor();
  await picture("consent");
  await dialog.getByText("Allow", { exact: true }).click();
  await page.locator(".editor-instance .comment-range-glyph[class*=comment-thread]").first().waitFor();
  // Until the review is over, its remarks may be published anew.
  await page.locator(".codelens-decoration", { hasText: "Reread: reviewed, 1 finding" }).first().waitFor();
  await rows("Findings").filter({ hasText: "Division by the length" }).first().waitFor();
  await workbench.press("Control+1", "Alt+F9");
  const thread = page.locator(".review-widget").first();
  await thread.waitFor();
  await picture("remark");
  await thread.locator(".action-label[aria-label='Apply the Fix']").click();
  await page.locator(".monaco-diff-editor .view-line", { hasText: "if values else" }).first().waitFor();
  await workbench.press("Control+Enter");
  await thread.waitFor({ state: "detached" });
  await page.locator(".tab", { hasText: "Ctrl+Enter applies" }).waitFor({ state: "detached" });
  await page.locator(".editor-instance .view-line", { hasText: "if values else" }).first().waitFor();
  await workbench.press("Control+1", "Control+s");
  await page.locator(".tab.dirty").waitFor({ state: "detached" });
}

async function commit() {
  await workbench.press("Control+Shift+g");
  const changes = page.locator(".scm-view .monaco-list-row", { hasText: /^Changes/ }).last();
  await changes.hover();
  await changes.locator(".action-label[aria-label^='Stage All Changes']").click();
  await page.locator(".scm-view .monaco-list-row", { hasText: "Staged Changes" }).waitFor();
  await workbench.press("Control+k", "g", "c");
  await rows("Review before Commit").filter({ hasText: /Ready to commit|Check before/ }).waitFor();
  seen.verdict = await rows("Review before Commit").first().innerText();
  await picture("verdict");
  await workbench.press("Control+Shift+g");
  await page.keyboard.type("Divide only where there is something");
  await workbench.press("Control+Enter");
  await page.locator(".scm-view .monaco-list-row", { hasText: "Staged Changes" }).waitFor({ state: "detached" });
  await picture("committed");
}

try {
  for (const step of [finding, fix, callers, key, review, commit]) {
    await step();
    process.stderr.write(`${step.name}: ${await page.evaluate(() => window.clicks)} clicks\n`);
  }
  seen.clicks = await page.evaluate(() => window.clicks);
  console.log(JSON.stringify(seen));
} catch (error) {
  await workbench.screenshot("failed");
  process.stderr.write(`${error.message}\nseen: ${JSON.stringify(seen)}\n`);
  process.exitCode = 1;
} finally {
  await workbench.close();
}
