import * as vscode from "vscode";

import { activeFolder } from "../folders";
import type { Ask, CommitMessage } from "../protocol";

/** What the Git extension offers to others, as far as it is used here. */
interface Repository {
  readonly rootUri: vscode.Uri;
  readonly inputBox: { value: string };
}

interface Git {
  getAPI(version: 1): { repositories: Repository[] };
}

/** Writes a message for what is staged into the box of the Source Control view, where it can be changed. */
export async function writeCommitMessage(
  ask: Ask,
  hasModel: () => Promise<boolean>,
  source?: { rootUri?: vscode.Uri },
): Promise<void> {
  const git = vscode.extensions.getExtension<Git>("vscode.git");
  const { repositories } = (git?.isActive ? git.exports : await git?.activate())?.getAPI(1) ?? { repositories: [] };
  const wanted = (source?.rootUri ?? activeFolder()?.uri)?.toString();
  const repository = repositories.find(({ rootUri }) => rootUri.toString() === wanted) ?? repositories[0];
  if (!repository) {
    void vscode.window.showInformationMessage("Reread: there is no repository to write a message for.");
    return;
  }
  if (!(await hasModel())) {
    return;
  }
  const uri = repository.rootUri.toString();
  const written = await ask<CommitMessage>("reread/commitMessage", { uri });
  if (written?.message) {
    repository.inputBox.value = written.message.trimEnd();
    await vscode.commands.executeCommand("workbench.view.scm");
  }
  if (written?.problem) {
    void vscode.window.showWarningMessage(`Reread: ${written.problem}`);
  }
}
