import * as vscode from "vscode";

import { type Filter, type Grouping, groupings, noFilter, sourceNames } from "./grouping";
import type { Findings } from "./store";
import { type Count, FindingsTree, type Node } from "./tree";

/** The view "Findings": the tree, its badge, and how it is grouped and filtered, which is kept for each workspace. */
export class FindingsView implements vscode.Disposable {
  private grouping: Grouping;
  private filter: Filter;
  private readonly tree: FindingsTree;
  readonly view: vscode.TreeView<Node>;
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    findings: Findings,
    private readonly state: vscode.Memento,
  ) {
    this.grouping = state.get<Grouping>("findings.grouping", "file");
    this.filter = { ...noFilter, ...state.get<Filter>("findings.filter") };
    this.tree = new FindingsTree(findings, this.grouping, this.filter);
    this.view = vscode.window.createTreeView("reread.findings", { treeDataProvider: this.tree, showCollapseAll: true });
    this.subscriptions = [
      this.tree,
      this.view,
      this.tree.onDidCount((count) => this.count(count)),
      vscode.commands.registerCommand("reread.groupFindings", () => this.chooseGrouping()),
      vscode.commands.registerCommand("reread.filterFindings", () => this.chooseFilter()),
      vscode.commands.registerCommand("reread.clearFilter", () => this.change(this.grouping, noFilter)),
      vscode.window.onDidChangeActiveTextEditor(() => {
        if (this.filter.openFile) {
          this.tree.show(this.grouping, this.filter);
        }
      }),
    ];
    this.setContext();
  }

  dispose(): void {
    this.subscriptions.forEach((each) => each.dispose());
  }

  private async chooseGrouping(): Promise<void> {
    const items = Object.entries(groupings).map(([key, label]) => ({
      label,
      key: key as Grouping,
      description: key === this.grouping ? "current" : "",
    }));
    const choice = await vscode.window.showQuickPick(items, { placeHolder: "Group findings by" });
    if (choice) {
      this.change(choice.key, this.filter);
    }
  }

  private async chooseFilter(): Promise<void> {
    const { severe, unknown, openFile, sources } = this.filter;
    const items: (vscode.QuickPickItem & { key?: keyof Filter; source?: string })[] = [
      { label: "Errors and warnings only", key: "severe", picked: severe },
      { label: "New findings only", key: "unknown", picked: unknown },
      { label: "This file only", key: "openFile", picked: openFile },
      { label: "Sources", kind: vscode.QuickPickItemKind.Separator },
      ...sourceNames.map(([source, label]) => ({ label, source, picked: !sources.includes(source) })),
    ];
    const chosen = await vscode.window.showQuickPick(items, { canPickMany: true, placeHolder: "Show" });
    if (chosen) {
      const has = (key: string): boolean => chosen.some((item) => item.key === key);
      const left = sourceNames.map(([source]) => source).filter((name) => !chosen.some(({ source }) => source === name));
      this.change(this.grouping, { severe: has("severe"), unknown: has("unknown"), openFile: has("openFile"), sources: left });
    }
  }

  private change(grouping: Grouping, filter: Filter): void {
    this.grouping = grouping;
    this.filter = filter;
    void this.state.update("findings.grouping", grouping);
    void this.state.update("findings.filter", filter);
    this.setContext();
    this.tree.show(grouping, filter);
  }

  private setContext(): void {
    const { severe, unknown, openFile, sources } = this.filter;
    const filtered = severe || unknown || openFile || sources.length > 0;
    void vscode.commands.executeCommand("setContext", "reread.filtered", filtered);
  }

  private count({ shown, urgent, all, hidden }: Count): void {
    const tooltip = `${urgent} new error${urgent === 1 ? " or warning" : "s and warnings"}`;
    this.view.badge = urgent > 0 ? { value: urgent, tooltip } : undefined;
    const filtered = shown < all ? `${all - shown} of ${all} findings are filtered out.` : "";
    const known = hidden > 0 ? `${hidden} known finding${hidden === 1 ? " is" : "s are"} hidden.` : "";
    this.view.message = [filtered, known].filter(Boolean).join(" ") || undefined;
  }
}
