// What a person wants to see: two folders in the menu, known findings and new ones, a pause, and the keys. Takes one
// argument, JSON (see `test_vscode_attention.py`), and prints as JSON what was to be seen.
import { open } from "./workbench.mjs";

const given = JSON.parse(process.argv[2]);
const workbench = await open(given);
const { page } = workbench;
const seen = {};

const entries = page.locator(".quick-input-list .monaco-list-row");
const dialog = page.locator(".monaco-dialog-box");
const rows = page.locator('.pane:has(.pane-header[aria-label^="Findings"]) .monaco-list-row');
const message = page.locator('.pane:has(.pane-header[aria-label^="Findings"]) .message');
const badge = page.locator('.activitybar .action-item:has(.action-label[aria-label^="Reread"]) .badge-content');

async function menu() {
  await workbench.status("Reread").click();
  await entries.filter({ hasText: "Spent today" }).waitFor();
  return entries;
}

async function folders() {
  await workbench.openFile("first.py");
  await workbench.squiggles().first().waitFor();
  seen.menu = await (await menu()).allInnerTexts();
  await workbench.screenshot("folders");
  await entries.filter({ hasText: "Consent to send code" }).nth(1).click();
  await dialog.waitFor();
  seen.question = await dialog.innerText();
  await dialog.getByText("Allow", { exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await workbench.notification("may be sent to openai").first().waitFor();
  seen.answered = await (await menu()).allInnerTexts();
  await workbench.press("Escape");
  await workbench.command("Notifications: Clear All Notifications");
}

async function baseline() {
  await workbench.command("View: Show Reread");
  await rows.filter({ hasText: "Compare with None" }).first().waitFor();
  seen.badgeBefore = await badge.innerText();
  await workbench.asking("Reread: Accept All Findings of Today as Known");
  await entries.filter({ hasText: "one" }).first().click();
  await dialog.waitFor();
  seen.accepting = await dialog.innerText();
  await workbench.screenshot("accepting");
  await dialog.getByText("Accept", { exact: true }).click();
  await workbench.notification("known from now on").first().waitFor();
  await page.locator(".editor-instance .cdr.squiggly-warning").first().waitFor({ state: "detached" });
  await badge.waitFor({ state: "hidden" });
}

async function focus() {
  await workbench.focusEditor();
  await workbench.press("Control+End");
  await page.keyboard.type("\nagain = known == None\n");
  await page.locator(".editor-instance .cdr.squiggly-warning").first().waitFor();
  await rows.nth(2).waitFor();
  seen.all = await workbench.squiggles().count();
  await workbench.press("Control+k", "g", "f");
  await message.filter({ hasText: "hidden" }).waitFor();
  seen.hidden = await message.innerText();
  seen.new = await rows.allInnerTexts();
  seen.problems = await workbench.problems();
  seen.badge = await badge.innerText();
  seen.squiggles = await workbench.squiggles().count();
  await workbench.screenshot("focused");
  seen.focusedMenu = await (await menu()).allInnerTexts();
  await entries.filter({ hasText: "Findings: new ones only" }).click();
  await message.filter({ hasText: "hidden" }).waitFor({ state: "hidden" });
  await rows.nth(2).waitFor();
  seen.again = await workbench.squiggles().count();
}

async function dismissal() {
  await workbench.focusEditor();
  await workbench.goTo(4, 12);
  await workbench.asking("Reread: Dismiss the Finding Here with a Reason");
  await entries.filter({ hasText: "Another reason" }).waitFor();
  seen.reasons = await entries.allInnerTexts();
  await workbench.screenshot("reasons");
  await entries.filter({ hasText: "Another reason" }).click();
  await page.locator(".quick-input-widget input[placeholder^='The reason']").waitFor();
  await page.keyboard.type("It is a test");
  await workbench.press("Enter");
  const told = workbench.notification("dismissed compare-with-none").first();
  await told.waitFor();
  seen.dismissed = await told.innerText();
  await page.locator(".editor-instance .cdr.squiggly-warning").first().waitFor({ state: "detached" });
  await workbench.screenshot("dismissed");
  await told.getByText("Undo").click();
  await page.locator(".editor-instance .cdr.squiggly-warning").first().waitFor();
}

async function pause() {
  await menu();
  await entries.filter({ hasText: "Analysis: on" }).click();
  await workbench.status("paused").waitFor();
  await workbench.squiggles().first().waitFor({ state: "detached" });
  await page.locator(".pane-body .welcome-view-content", { hasText: "Reread is paused" }).waitFor();
  await workbench.screenshot("paused");
  seen.paused = (await (await menu()).allInnerTexts()).join("\n");
  await entries.filter({ hasText: "Analysis: paused" }).click();
  await workbench.squiggles().first().waitFor();
  await workbench.status("paused").waitFor({ state: "detached" });
}

/** All keys that are bound before a person binds any, as the editor prints them. */
async function keys() {
  await workbench.command("Preferences: Open Default Keyboard Shortcuts (JSON)");
  await page.locator(".tab.active", { hasText: "Default Keybindings" }).waitFor();
  await workbench.focusEditor();
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"], { origin: given.url });
  await workbench.press("Control+a", "Control+c");
  await page.waitForFunction(async () => (await navigator.clipboard.readText()).length > 10_000);
  const text = await page.evaluate(() => navigator.clipboard.readText());
  seen.keys = [...text.matchAll(/"key": "([^"]*)",\s*"command": "([^"]*)"/g)].map(([, key, command]) => [key, command]);
}

try {
  for (const step of [folders, baseline, focus, dismissal, pause, keys]) {
    await step();
  }
  console.log(JSON.stringify(seen));
} catch (error) {
  await workbench.screenshot("failed");
  process.stderr.write(`${error.message}\nseen: ${JSON.stringify(seen)}\n`);
  process.exitCode = 1;
} finally {
  await workbench.close();
}
