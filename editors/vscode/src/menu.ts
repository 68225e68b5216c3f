import * as vscode from "vscode";

import type { ServerStatus } from "./protocol";
import { describe, type Status, type Work } from "./status";

interface Entry extends vscode.QuickPickItem {
  readonly run?: () => unknown;
}

/** The menu behind the item in the status bar: how everything stands, and what can be done about it. */
export async function showMenu(
  status: Status,
  server: { ask<Answer>(method: string, params: unknown): Promise<Answer | undefined>; cancel(work: Work): Promise<void> },
): Promise<void> {
  const known = await server.ask<ServerStatus>("reread/status", {});
  const cancels = status.cancellable.map((work) => ({
    label: `$(stop-circle) Cancel ${describe(work)}`,
    run: () => server.cancel(work),
  }));
  const entries = [...cancels, ...(known ? ofServer(known) : []), ...always(known !== undefined)];
  const title = known ? `Reread ${known.version}` : "Reread: the server does not run";
  const choice = await vscode.window.showQuickPick<Entry>(entries, { title, matchOnDescription: true });
  await choice?.run?.();
}

function ofServer({ findings, folders, spent }: ServerStatus): Entry[] {
  const { index, model, consent } = folders[0]!;
  const cost = spent.cost > 0 ? `, $${spent.cost.toFixed(2)}` : "";
  const paused = index === "paused";
  const pausing: Entry = {
    label: `$(database) Index: ${index}`,
    description: index === "off" ? "" : paused ? "choose to resume" : "choose to pause",
    run: command(paused ? "reread.resumeIndexing" : index === "off" ? "reread.openSettings" : "reread.pauseIndexing"),
  };
  return [
    { label: `$(list-tree) ${findings} findings in open files`, run: command("reread.findings.focus") },
    pausing,
    {
      label: `$(hubot) Model: ${model.available ? `${model.provider}, ${model.name}` : "none"}`,
      description: "choose to change",
      detail: model.available ? undefined : model.message,
      run: command("reread.setUpModel"),
    },
    { label: `$(shield) Consent to send code: ${consent}`, description: "choose to change", run: command("reread.answerConsent") },
    { label: `$(credit-card) Spent today: ${spent.tokens.toLocaleString("en")} tokens${cost}`, run: command("reread.openSettings") },
  ];
}

function always(running: boolean): Entry[] {
  const review: Entry[] = [{ label: "$(checklist) Review before Commit", run: command("reread.reviewBeforeCommit") }];
  const trust: Entry = { label: "$(workspace-untrusted) This folder is not trusted", run: command("workbench.trust.manage") };
  return [
    ...(vscode.workspace.isTrusted ? [] : [trust]),
    { label: "", kind: vscode.QuickPickItemKind.Separator },
    ...(running ? review : []),
    { label: "$(output) Show the Log", run: command("reread.showLogs") },
    { label: "$(debug-restart) Restart the Server", run: command("reread.restart") },
    { label: "$(gear) Settings", run: command("reread.openSettings") },
    { label: "$(mortar-board) Get Started", run: command("reread.gettingStarted") },
  ];
}

function command(name: string): () => Thenable<unknown> {
  return () => vscode.commands.executeCommand(name);
}
