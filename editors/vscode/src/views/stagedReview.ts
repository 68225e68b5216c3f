import * as vscode from "vscode";

import { firstSentence } from "../findings/store";
import { activeFolder } from "../folders";
import type { Ask, StagedFinding, Verdict } from "../protocol";

const verdictIcons: Readonly<Record<Verdict["verdict"], [string, string]>> = {
  passes: ["pass-filled", "testing.iconPassed"],
  findings: ["warning", "list.warningForeground"],
  incomplete: ["question", "list.warningForeground"],
  nothing: ["circle-slash", "descriptionForeground"],
  failed: ["error", "list.errorForeground"],
};

/** "Review before Commit" in the Source Control view: the verdict on what is staged, and what was found in it. */
export class StagedReview implements vscode.TreeDataProvider<Verdict | StagedFinding>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;
  private verdict: Verdict | undefined;
  private readonly view: vscode.TreeView<Verdict | StagedFinding>;
  private readonly command: vscode.Disposable;

  constructor(private readonly ask: Ask) {
    this.view = vscode.window.createTreeView("reread.staged", { treeDataProvider: this });
    this.command = vscode.commands.registerCommand("reread.reviewBeforeCommit", (source?: { rootUri?: vscode.Uri }) =>
      this.review(source?.rootUri),
    );
  }

  getChildren(node?: Verdict | StagedFinding): (Verdict | StagedFinding)[] {
    if (!node) {
      return this.verdict ? [this.verdict] : [];
    }
    return "verdict" in node ? [...node.findings] : [];
  }

  getTreeItem(node: Verdict | StagedFinding): vscode.TreeItem {
    return "verdict" in node ? verdictItem(node) : findingItem(node);
  }

  dispose(): void {
    this.command.dispose();
    this.view.dispose();
    this.changed.dispose();
  }

  private async review(root?: vscode.Uri): Promise<void> {
    await vscode.commands.executeCommand("reread.staged.focus");
    this.view.message = "Reviewing what is staged…";
    try {
      const uri = (root ?? activeFolder()?.uri)?.toString();
      this.verdict = await this.ask<Verdict>("reread/reviewStaged", { uri });
    } finally {
      this.view.message = undefined;
    }
    this.changed.fire(undefined);
    const count = this.verdict?.findings.length ?? 0;
    this.view.badge = count > 0 ? { value: count, tooltip: `${count} in what is staged` } : undefined;
  }
}

function verdictItem({ verdict, message, findings }: Verdict): vscode.TreeItem {
  const { Expanded, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(message, findings.length > 0 ? Expanded : None);
  const [icon, color] = verdictIcons[verdict];
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
  item.tooltip = message;
  item.accessibilityInformation = { label: message };
  return item;
}

function findingItem({ uri, range, rule, message, severity }: StagedFinding): vscode.TreeItem {
  const place = vscode.Uri.parse(uri);
  const item = new vscode.TreeItem(firstSentence(message));
  item.description = `${rule} ${vscode.workspace.asRelativePath(place)}:${range.start.line + 1}`;
  item.iconPath = new vscode.ThemeIcon(severity === 1 ? "error" : severity === 2 ? "warning" : "info");
  item.tooltip = message;
  const { start, end } = range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  item.command = { command: "vscode.open", title: "Go to the Finding", arguments: [place, { selection }] };
  return item;
}
