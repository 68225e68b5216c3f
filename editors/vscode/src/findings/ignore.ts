import * as vscode from "vscode";

import { type Finding, type Findings, findingAt } from "./store";

/** Ignores a finding by a comment on its line or in its file, by the same actions as the light bulb offers. */
export async function ignoreHere(findings: Findings, node?: { finding?: Finding }): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const finding = node?.finding ?? (editor && findingAt(findings.of(editor.document.uri), editor.selection.active));
  if (!finding) {
    void vscode.window.showInformationMessage("Reread: there is no finding here to ignore.");
    return;
  }
  await vscode.window.showTextDocument(finding.uri, { selection: finding.diagnostic.range });
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    "vscode.executeCodeActionProvider",
    finding.uri,
    finding.diagnostic.range,
    vscode.CodeActionKind.QuickFix.value,
    100,
  );
  const offered = actions.filter(({ title, edit }) => edit && /^Ignore /.test(title) && title.includes(finding.data.rule));
  const choice = await vscode.window.showQuickPick(
    offered.map((action) => ({ label: action.title, action })),
    { title: `Ignore ${finding.data.rule}` },
  );
  if (choice) {
    await vscode.workspace.applyEdit(choice.action.edit!);
  }
}
