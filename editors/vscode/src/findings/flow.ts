import * as vscode from "vscode";

import { type Finding, type Findings, findingAt, type Step, stepsOf } from "./store";
import type { StepNode } from "./tree";

/** The data flow that is being stepped through: where one is, drawn into the code. */
export class FlowWalk implements vscode.Disposable {
  private steps: readonly Step[] = [];
  private index = 0;
  private shown: vscode.Disposable | undefined;
  private readonly decoration = vscode.window.createTextEditorDecorationType({
    backgroundColor: new vscode.ThemeColor("editor.rangeHighlightBackground"),
    isWholeLine: true,
    after: { color: new vscode.ThemeColor("editorCodeLens.foreground"), margin: "0 0 0 2em" },
  });
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly findings: Findings) {
    this.subscriptions = [
      this.decoration,
      vscode.commands.registerCommand("reread.goToStep", (node: StepNode) => this.go(node.steps, node.index)),
      vscode.commands.registerCommand("reread.nextStep", (node?: { finding?: Finding }) => this.move(1, node?.finding)),
      vscode.commands.registerCommand("reread.previousStep", () => this.move(-1)),
      vscode.commands.registerCommand("reread.endSteps", () => this.end()),
      vscode.workspace.onDidChangeTextDocument(({ document }) => {
        if (this.steps.some(({ location }) => location.uri.toString() === document.uri.toString())) {
          this.end();
        }
      }),
    ];
  }

  dispose(): void {
    this.subscriptions.forEach((each) => each.dispose());
  }

  /** Starts at the first step of the finding that is meant, else goes on; at the ends it stays. */
  private async move(distance: number, named?: Finding): Promise<void> {
    if (named || this.steps.length === 0) {
      const found = named ?? this.under();
      const steps = found ? stepsOf(found) : [];
      if (steps.length === 0) {
        void vscode.window.showInformationMessage("Reread: the finding here has no data flow to step through.");
        return;
      }
      await this.go(steps, 0);
      return;
    }
    await this.go(this.steps, Math.min(Math.max(this.index + distance, 0), this.steps.length - 1));
  }

  private under(): Finding | undefined {
    const editor = vscode.window.activeTextEditor;
    return editor && findingAt(this.findings.of(editor.document.uri), editor.selection.active);
  }

  private async go(steps: readonly Step[], index: number): Promise<void> {
    this.clear();
    this.steps = steps;
    this.index = index;
    void vscode.commands.executeCommand("setContext", "reread.stepping", true);
    const { location, message } = steps[index]!;
    const line = new vscode.Range(location.range.start, location.range.start);
    const editor = await vscode.window.showTextDocument(location.uri, { selection: line, preview: true });
    editor.revealRange(location.range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    const words = `Step ${index + 1} of ${steps.length}: ${message}`;
    editor.setDecorations(this.decoration, [{ range: line, renderOptions: { after: { contentText: words } } }]);
    this.shown = vscode.window.setStatusBarMessage(`$(git-compare) ${words}`);
  }

  private end(): void {
    this.clear();
    this.steps = [];
    void vscode.commands.executeCommand("setContext", "reread.stepping", false);
  }

  private clear(): void {
    this.shown?.dispose();
    vscode.window.visibleTextEditors.forEach((editor) => editor.setDecorations(this.decoration, []));
  }
}
