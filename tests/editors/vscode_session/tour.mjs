// The views and dialogues of the extension, one after the other, as a person meets them. Takes one argument, JSON (see
// `vscode_tour.py`), and prints as JSON what was to be seen. Its pictures are those of the documentation.
import { open } from "./workbench.mjs";

const given = JSON.parse(process.argv[2]);
const workbench = await open(given);
const { page } = workbench;
const seen = {};

const rows = (view) => page.locator(`.pane:has(.pane-header[aria-label^="${view}"]) .monaco-list-row`);
const dialog = () => page.locator(".monaco-dialog-box");
const pick = (text) => page.locator(".quick-input-list .monaco-list-row", { hasText: text }).first();

/** Chooses by typing from the list with this placeholder or title. */
async function choose(list, text) {
  await page.locator(`.quick-input-widget input[placeholder="${list}"], .quick-input-title:has-text("${list}")`).first().waitFor();
  await page.locator(".quick-input-widget input[type=text]").fill(text);
  // Enter takes what is focused, which is another entry until the list is filtered.
  await page.locator(".quick-input-list .monaco-list-row.focused", { hasText: text }).waitFor();
  await workbench.press("Enter");
}

/** Tells the model on loopback what to do; see `tests/standin`. */
async function model(command) {
  await fetch(`${given.model}/__control__`, { method: "POST", body: JSON.stringify(command) });
}

/** What has the focus in the page of an element after each of these keys. */
async function focused(element, ...keys) {
  const found = [];
  for (const key of keys) {
    await workbench.press(key);
    found.push(await element.evaluate(({ ownerDocument: { activeElement: own } }) => own.ariaLabel ?? own.innerText));
  }
  return found;
}

const told = (text) => page.locator(".statusbar-item", { hasText: text });
const tab = (text) => page.locator(".tab", { hasText: text });

async function picture(name) {
  await page.mouse.move(600, 690);
  await workbench.screenshot(name);
}

async function tree() {
  await workbench.openFile("accounts.py");
  await workbench.squiggles().first().waitFor();
  await workbench.command("View: Show Reread");
  // The data flow is found at the next pause, after the other findings.
  await rows("Findings").filter({ hasText: "py/sql-injection" }).first().waitFor();
  seen.tree = await rows("Findings").allInnerTexts();
  seen.labels = await rows("Findings").evaluateAll((all) => all.map((row) => row.getAttribute("aria-label")));
  await picture("findings");
  await workbench.asking("Reread: Group Findings");
  await choose("Group findings by", "Rule");
  await rows("Findings").filter({ hasText: /^\s*py\/sql-injection/ }).first().waitFor();
  seen.byRule = await rows("Findings").allInnerTexts();
  await workbench.asking("Reread: Group Findings");
  await choose("Group findings by", "File");
  await rows("Findings").filter({ hasText: /^\s*accounts\.py/ }).first().waitFor();
}

async function flow() {
  const finding = rows("Findings").filter({ hasText: "py/sql-injection" }).first();
  await finding.locator(".monaco-tl-twistie").click();
  await rows("Findings").filter({ hasText: /^1\./ }).waitFor();
  seen.steps = await rows("Findings").filter({ hasText: /^\d\./ }).allInnerTexts();
  await workbench.focusEditor();
  await workbench.goTo(10, 14);
  await workbench.command("Reread: Step through the Data Flow: Next");
  await told("Step 1 of 4").waitFor();
  await workbench.press("Control+k", "g", "n");
  await told("Step 2 of 4").waitFor();
  await picture("flow");
  await workbench.press("Control+k", "g", "p");
  await told("Step 1 of 4").waitFor();
  await workbench.press("Escape");
  await told("Step 1 of 4").waitFor({ state: "detached" });
}

async function explain() {
  await workbench.openFile("accounts.py");
  await workbench.goTo(10, 14);
  await workbench.press("Control+k", "g", "e");
  const body = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame").locator("main");
  await body.waitFor();
  seen.explanation = await body.innerText();
  seen.scripts = await body.evaluate(() => document.scripts.length);
  seen.policy = await body.evaluate(() => document.querySelector("meta[http-equiv]").content);
  await picture("explanation");
  seen.explanationRead = await body.ariaSnapshot();
  seen.explanationTitle = await page.locator(".tab.active", { hasText: "py/sql-injection" }).getAttribute("aria-label");
  await workbench.command("View: Close Editors in Other Groups");
}

async function explainNothing() {
  await workbench.openFile("accounts.py");
  await workbench.goTo(1, 1);
  await workbench.command("Reread: Explain the Finding Here");
  const told = workbench.notification("no finding here").first();
  await told.waitFor();
  seen.nothing = await told.innerText();
  await told.getByText("Go to the Next Finding").click();
  await page.locator(".statusbar-item", { hasText: /Ln (10|25)/ }).waitFor();
  await workbench.press("Escape");
}

async function ruleLink() {
  await workbench.openFile("accounts.py");
  await workbench.goTo(10, 14);
  await page.locator(".editor-instance .view-line", { hasText: "db.execute" }).getByText("execute").hover();
  const card = page.locator(".monaco-hover:visible", { hasText: "py/sql-injection", hasNotText: "Loading..." });
  await card.first().waitFor();
  seen.hover = await card.first().innerText();
  await workbench.screenshot("hover");
  await card.first().getByText("py/sql-injection", { exact: true }).first().click();
  const body = page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame").locator("main");
  await body.waitFor();
  seen.rulePage = await body.innerText();
  await workbench.command("View: Close Editors in Other Groups");
}

async function quickFix() {
  await workbench.openFile("accounts.py");
  await workbench.goTo(25, 14);
  seen.fixes = await workbench.quickFixes();
  await workbench.screenshot("fixes");
  await workbench.press("Escape");
}

async function preview() {
  await workbench.command("View: Show Reread");
  const row = rows("Findings").filter({ hasText: "Compare with None" }).first();
  await row.hover();
  await row.locator(".action-label[aria-label^='Preview a Fix'], .action-label[aria-label*='Preview']").first().click();
  await tab("Ctrl+Enter applies").waitFor();
  await page.locator(".diff-editor, .monaco-diff-editor").first().waitFor();
  await page.locator(".monaco-diff-editor .view-line", { hasText: "value is None" }).first().waitFor();
  await picture("preview");
  await workbench.press("Control+Enter");
  await tab("Ctrl+Enter applies").waitFor({ state: "detached" });
  await rows("Findings").filter({ hasText: "Compare with None" }).first().waitFor({ state: "detached" });
  seen.previewed = await page.locator(".editor-instance .view-line", { hasText: "value" }).last().innerText();
}

async function callers() {
  const added = ", rate";
  await workbench.openFile("pricing.py");
  await workbench.goTo(1, 17);
  await page.keyboard.type(added);
  await rows("Findings").filter({ hasText: "rate was added" }).nth(1).waitFor();
  seen.callers = await rows("Findings").allInnerTexts();
  await picture("callers");
  await workbench.focusEditor();
  await workbench.goTo(1, 17 + added.length);
  await workbench.press(...Array(added.length).fill("Backspace"));
  await rows("Findings").filter({ hasText: "orders.py" }).first().waitFor({ state: "detached" });
}

async function lenses() {
  await workbench.openFile("pricing.py");
  const lens = page.locator(".codelens-decoration", { hasText: "Reread:" });
  await lens.first().waitFor();
  seen.lenses = await lens.allInnerTexts();
}

async function withoutModel() {
  await workbench.openFile("pricing.py");
  await workbench.command("Reread: Review This File");
  const told = workbench.notification("no model is set up").first();
  await told.waitFor();
  seen.withoutModel = await told.innerText();
  await picture("no-model");
  await told.getByText("Choose a Model").click();
  await pick("OpenAI").waitFor();
  await picture("providers");
  await choose("Whom may Reread ask", "OpenAI");
  const input = page.locator(".quick-input-widget input");
  await page.locator(".quick-input-widget input[type=password]").waitFor();
  await input.first().fill(given.key);
  await workbench.press("Enter");
  await page.locator(".quick-input-title", { hasText: "which model" }).waitFor();
  await page.locator(".quick-input-widget input[type=text]").fill("gpt-4o-mini");
  await workbench.press("Enter");
  await page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  await workbench.runningFrom("the setting reread.path");
}

async function consent() {
  await workbench.openFile("pricing.py");
  await workbench.squiggles().first().waitFor({ state: "detached" });
  await workbench.command("Reread: Review This File");
  await dialog().waitFor();
  seen.question = await dialog().innerText();
  seen.enter = await page.evaluate(() => document.activeElement.innerText);
  await picture("consent");
  await workbench.press("Escape");
  await dialog().waitFor({ state: "detached" });
  await workbench.status("waits for your answer").waitFor();
  await picture("consent-waiting");
  await workbench.status("waits for your answer").click();
  await dialog().getByText("Allow", { exact: true }).click();
  await workbench.status("waits for your answer").waitFor({ state: "detached" });
}

async function remarks() {
  await workbench.squiggles().first().waitFor();
  await page.locator(".editor-instance .comment-range-glyph[class*=comment-thread]").first().waitFor();
  await workbench.focusEditor();
  await workbench.press("Alt+F9");
  const thread = page.locator(".review-widget").first();
  await thread.waitFor();
  seen.remark = await thread.innerText();
  seen.remarkRead = await thread.ariaSnapshot();
  seen.remarkFocus = await focused(thread, "Shift+Tab", "ArrowRight", "ArrowRight", "ArrowRight", "Tab");
  await page.locator(".codelens-decoration", { hasText: "Reread: reviewed" }).first().waitFor();
  seen.reviewedLenses = await page.locator(".codelens-decoration", { hasText: "Reread:" }).allInnerTexts();
  await picture("remark");
}

const thread = () => page.locator(".review-widget").first();
const panel = () => page.frameLocator("iframe.webview.ready").frameLocator("iframe#active-frame").locator("main");

/** Opens the thread of the remark in a file, and gives it. */
async function remarkIn(file) {
  await workbench.openFile(file);
  if (!(await thread().isVisible())) {
    await page.locator(".editor-instance .comment-range-glyph[class*=comment-thread]").first().waitFor();
    await workbench.focusEditor();
    await workbench.press("Alt+F9");
  }
  await thread().waitFor();
  return thread();
}

/** Writes a reply into a thread and presses one of its buttons. */
async function reply(text, button) {
  const closed = thread().locator(".review-thread-reply-button");
  if (await closed.isVisible()) {
    await closed.click();
  }
  await thread().locator(".comment-form .monaco-editor").click();
  await page.keyboard.type(text);
  await thread().locator(".monaco-button", { hasText: button }).click();
}

async function explainRemark() {
  const remark = await remarkIn("pricing.py");
  await remark.locator(".action-label[aria-label='Explain']").click();
  await panel().getByText("model/division-by-zero").first().waitFor();
  seen.remarkExplained = await panel().innerText();
  await workbench.command("View: Close Editors in Other Groups");
}

async function askInThread() {
  await remarkIn("pricing.py");
  await reply("When are values empty?", "Ask about This");
  await thread().locator(".review-comment", { hasText: "See" }).waitFor();
  seen.asked = await thread().locator(".review-comment").allInnerTexts();
  await picture("remark-asked");
}

async function dismissWithReason() {
  await remarkIn("pricing.py");
  await reply("Nobody calls it without values", "Dismiss with This Reason");
  await page.locator(".review-widget").waitFor({ state: "detached" });
  await workbench.squiggles().first().waitFor({ state: "detached" });
}

async function applyRemark() {
  await workbench.openFile("stock.py");
  await workbench.command("Reread: Review This File");
  const remark = await remarkIn("stock.py");
  await remark.locator(".action-label[aria-label='Apply the Fix']").click();
  await tab("Ctrl+Enter applies").waitFor();
  await page.locator(".monaco-diff-editor .view-line", { hasText: "if parts else 0" }).first().waitFor();
  await workbench.press("Control+Enter");
  await tab("Ctrl+Enter applies").waitFor({ state: "detached" });
  await rows("Findings").filter({ hasText: "stock.py" }).first().waitFor({ state: "detached" });
  await page.locator(".editor-instance .view-line", { hasText: "if parts else 0" }).first().waitFor();
  seen.applied = await page.locator(".editor-instance .view-line", { hasText: "return" }).first().innerText();
}

async function ask() {
  await workbench.openFile("orders.py");
  await workbench.goTo(4, 1);
  await workbench.press("Shift+ArrowDown", "Shift+ArrowDown");
  const places = [{ path: "shop/orders.py", quote: "    return total(order.prices)" }];
  const text = JSON.stringify({ places, answer: "It returns what total makes of the prices of the order, and nothing besides. See [1], and the rest follows." });
  await model({ default: { kind: "ask", text, fault: "gate", after: 8 } });
  await workbench.asking("Reread: Ask about This Code");
  await page.locator(".quick-input-title", { hasText: "Ask about the selected code" }).waitFor();
  await page.locator(".quick-input-widget input[type=text]").fill("what does invoice return for an order?");
  await workbench.press("Enter");
  await panel().getByText("It returns").first().waitFor();
  seen.answering = await panel().innerText();
  await model({ release: true, default: {} });
  await panel().locator("a", { hasText: "orders.py" }).first().waitFor();
  seen.answer = await panel().innerText();
  await picture("answer");
  await panel().locator("a", { hasText: "orders.py:5" }).click();
  await page.locator(".statusbar-item", { hasText: "Ln 5, Col 1" }).waitFor();
  await workbench.command("View: Close Editors in Other Groups");
}

async function commitMessage() {
  await workbench.press("Control+Shift+g");
  await workbench.command("Reread: Write the Commit Message");
  const box = page.locator(".scm-editor .view-lines", { hasText: "shell.py" });
  await box.waitFor();
  seen.message = (await box.innerText()).replace(/\u00a0/g, " ");
  await picture("message");
}

async function menu() {
  await workbench.status("Reread").click();
  await pick("Consent to send code").waitFor();
  seen.menu = await page.locator(".quick-input-list .monaco-list-row").allInnerTexts();
  await picture("menu");
  await workbench.press("Escape");
}

async function staged() {
  await workbench.press("Control+Shift+g");
  await page.locator(".action-label[aria-label^='Review before Commit']").first().click();
  await rows("Review before Commit").filter({ hasText: "before you commit" }).first().waitFor();
  await rows("Review before Commit").nth(1).waitFor();
  seen.verdict = await rows("Review before Commit").allInnerTexts();
  await picture("commit");
}

async function walkthrough() {
  await workbench.command("Reread: Get Started");
  await page.locator(".gettingStartedContainer", { hasText: "Get Started with Reread" }).waitFor();
  seen.walkthrough = await page.locator(".gettingStartedContainer .step-title").allInnerTexts();
  await picture("walkthrough");
}

async function log() {
  // A large panel, since only what is seen is in the page.
  await workbench.command("View: Toggle Maximized Panel");
  await workbench.command("Reread: Show the Log");
  const lines = page.locator(".output-view .view-lines, .panel .view-lines").first();
  await lines.getByText("starting").first().waitFor();
  await workbench.press("Control+Home");
  seen.log = (await lines.innerText()).replace(/\s+/g, " ");
  await workbench.screenshot("log");
  await workbench.command("View: Toggle Maximized Panel");
  await workbench.command("View: Close All Editors");
  await workbench.command("View: Hide Panel");
}

async function cache() {
  await workbench.command("Reread: Delete Cached Model Answers");
  const kept = workbench.notification("the index was kept").first();
  await kept.waitFor();
  seen.cache = await kept.innerText();
  await workbench.command("Reread: Delete and Rebuild the Index");
  await dialog().waitFor();
  seen.rebuild = await dialog().innerText();
  await workbench.press("Escape");
}

const steps = {
  tree, flow, explain, explainNothing, ruleLink, quickFix, preview, callers, lenses, withoutModel, consent, remarks, explainRemark, askInThread,
  dismissWithReason, applyRemark, ask, commitMessage, menu, staged, log, cache, walkthrough,
};
const failed = [];
for (const step of given.steps ?? Object.keys(steps)) {
  const begun = Date.now();
  try {
    await steps[step]();
    process.stderr.write(`${step}: ${Date.now() - begun} ms\n`);
  } catch (error) {
    failed.push(step);
    await workbench.screenshot(`failed-${step}`);
    process.stderr.write(`${step} failed: ${error.message}\n`);
    await workbench.press("Escape", "Escape");
  }
}
await workbench.close();
console.log(JSON.stringify(seen));
process.exitCode = failed.length;
