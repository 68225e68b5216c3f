import * as vscode from "vscode";

import type { Attention } from "./attention";
import type { FolderStatus, ServerStatus } from "./protocol";
import { describe, type Status, type Work } from "./status";

interface Entry extends vscode.QuickPickItem {
  readonly run?: () => unknown;
}

/** The menu behind the item in the status bar: how everything stands, and what can be done about it. */
export async function showMenu(
  status: Status,
  server: { ask<Answer>(method: string, params: unknown): Promise<Answer | undefined>; cancel(work: Work): Promise<void> },
  attention: Attention,
): Promise<void> {
  const known = await server.ask<ServerStatus>("reread/status", {});
  const cancels = status.cancellable.map((work) => ({
    label: `$(stop-circle) Cancel ${describe(work)}`,
    run: () => server.cancel(work),
  }));
  const entries = [...cancels, ...(known ? ofServer(known, attention) : []), ...always(known !== undefined)];
  const title = known ? `Reread ${known.version}` : "Reread: the server does not run";
  const choice = await vscode.window.showQuickPick<Entry>(entries, { title, matchOnDescription: true });
  await choice?.run?.();
}

function ofServer({ findings, folders, spent }: ServerStatus, attention: Attention): Entry[] {
  const cost = spent.cost > 0 ? `, $${spent.cost.toFixed(2)}` : "";
  return [
    { label: `$(list-tree) ${findings} finding${findings === 1 ? "" : "s"} in open files`, run: command("reread.findings.focus") },
    ...ofAttention(attention),
    ...folders.flatMap((folder) => ofFolder(folder, folders.length > 1)),
    ...(folders.length > 1 ? [separator("All folders")] : []),
    { label: `$(credit-card) Spent today: ${spent.tokens.toLocaleString("en")} tokens${cost}`, run: command("reread.openSettings") },
  ];
}

function ofAttention({ isPaused, isOnNewCode }: Attention): Entry[] {
  return [
    isPaused
      ? { label: "$(debug-pause) Analysis: paused", description: "choose to resume", run: command("reread.resume") }
      : { label: "$(eye) Analysis: on", description: "choose to pause", run: command("reread.pause") },
    isOnNewCode
      ? { label: "$(filter-filled) Findings: new ones only", description: "choose to show known ones too", run: command("reread.showKnownFindings") }
      : { label: "$(filter) Findings: new and known", description: "choose to focus on new code", run: command("reread.focusOnNewCode") },
  ];
}

/** Index, model and consent of a folder; under its name where it is one of several. */
function ofFolder({ path, index, model, consent }: FolderStatus, named: boolean): Entry[] {
  const uri = path ? vscode.Uri.file(path) : undefined;
  const folder = uri ? [uri.toString()] : [];
  const paused = index === "paused";
  return [
    ...(named && uri ? [separator(vscode.workspace.getWorkspaceFolder(uri)?.name ?? path)] : []),
    {
      label: `$(database) Index: ${index}`,
      description: index === "off" ? "" : paused ? "choose to resume" : "choose to pause",
      run:
        index === "off"
          ? command("reread.openSettings")
          : command(paused ? "reread.resumeIndexing" : "reread.pauseIndexing", ...folder),
    },
    {
      label: `$(hubot) Model: ${model.available ? `${model.provider}, ${model.name}` : "none"}`,
      description: "choose to change",
      detail: model.available ? undefined : model.message,
      run: command("reread.setUpModel"),
    },
    {
      label: `$(shield) Consent to send code: ${consent}`,
      description: "choose to change",
      run: command("reread.answerConsent", ...folder),
    },
  ];
}

function always(running: boolean): Entry[] {
  const review: Entry[] = [{ label: "$(checklist) Review before Commit", run: command("reread.reviewBeforeCommit") }];
  const trust: Entry = { label: "$(workspace-untrusted) This folder is not trusted", run: command("workbench.trust.manage") };
  return [
    ...(vscode.workspace.isTrusted ? [] : [trust]),
    separator(""),
    ...(running ? review : []),
    { label: "$(output) Show the Log", run: command("reread.showLogs") },
    { label: "$(debug-restart) Restart the Server", run: command("reread.restart") },
    { label: "$(gear) Settings", run: command("reread.openSettings") },
    { label: "$(mortar-board) Get Started", run: command("reread.gettingStarted") },
  ];
}

function separator(label: string): Entry {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function command(name: string, ...args: string[]): () => Thenable<unknown> {
  return () => vscode.commands.executeCommand(name, ...args);
}
