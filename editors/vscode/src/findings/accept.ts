import * as vscode from "vscode";

import type { Ask, BaselineChange } from "../protocol";

/** Accepts all findings of a folder as known: what they are is said first, and the person decides. */
export async function acceptFindings(ask: Ask, named?: string): Promise<void> {
  const folder = named ?? (await chosenFolder());
  if (folder === undefined) {
    return;
  }
  const change = await ask<BaselineChange>("reread/acceptFindings", { uri: folder });
  if (!change || change.problem !== undefined) {
    tell(change?.problem);
    return;
  }
  const accept = "Accept";
  const detail = [
    `Not known until now: ${change.added.toLocaleString("en")}. Known, and gone since: ${change.removed.toLocaleString("en")}.`,
    "Known findings are hints, and fail no run. They are kept in .reread/baseline.json, which holds no code; commit it to share it.",
  ].join("\n\n");
  const message = `Accept all ${counted(change.findings)} in ${nameOf(folder)} as known?`;
  if ((await vscode.window.showWarningMessage(message, { modal: true, detail }, accept)) === accept) {
    const written = await ask<BaselineChange>("reread/acceptFindings", { uri: folder, write: true });
    tell(written?.problem ?? (written && `${counted(written.findings)} in ${nameOf(folder)} known from now on`));
  }
}

/** The only folder, else the one that is chosen; "" where none is open: the server says what is missing. */
async function chosenFolder(): Promise<string | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const placeHolder = "Accept the findings of which folder?";
  const folder = folders.length > 1 ? await vscode.window.showWorkspaceFolderPick({ placeHolder }) : folders[0];
  return folder?.uri.toString() ?? (folders.length > 0 ? undefined : "");
}

const nameOf = (folder: string): string =>
  vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(folder))?.name ?? folder;

const counted = (count: number): string => `${count.toLocaleString("en")} finding${count === 1 ? "" : "s"}`;

function tell(message: string | undefined): void {
  if (message) {
    void vscode.window.showInformationMessage(`Reread: ${message}.`);
  }
}
