import * as vscode from "vscode";
import type { ExecuteCommandMiddleware } from "vscode-languageclient";

import { acceptFindings } from "./findings/accept";
import { type Finding, type Findings, findingAt, referenceTo } from "./findings/store";
import { type Ask, type Explanation, rangeOf, type Reply } from "./protocol";

/** What commands are answered with. */
export interface Asked {
  readonly findings: Findings;
  readonly ask: Ask;
  showPage(page: string): void;
  /** True when a model can be asked; else the person is led to one, and it is true when they set one up. */
  hasModel(): Promise<boolean>;
}

type Run = NonNullable<ExecuteCommandMiddleware["executeCommand"]>;

const needingModel = new Set(["reread.reviewFile", "reread.reviewSelection", "reread.reviewChanges", "reread.fixWithModel", "reread.suggestTest"]);

/**
 * Commands of the server arrive here from quick fixes and menus, with arguments, and without when a person chose them in
 * the palette. Then they mean the place where the cursor is, and the finding there.
 */
export const middlewareOf =
  (asked: Asked): Run =>
  async (command, args, next) => {
    if (command === "reread.acceptFindings") {
      return acceptFindings(asked.ask, typeof args[0] === "string" ? args[0] : undefined);
    }
    const given = await meaning(asked.findings, command, args);
    if (command === "reread.explain") {
      return explain(asked, given[0]);
    }
    if (command === "reread.ask" && args.length === 0) {
      return question(asked);
    }
    if (needingModel.has(command) && !(await asked.hasModel())) {
      return undefined;
    }
    if (command === "reread.dismiss") {
      return dismiss(given[0], (reference) => next(command, [reference]));
    }
    if (command === "reread.rebuildIndex" && !(await isSure())) {
      return undefined;
    }
    const answer: unknown = await next(command, given);
    if (command === "reread.printDebugInformation") {
      // It is printed to the log, where nobody would look for it.
      await vscode.commands.executeCommand("reread.showLogs");
    }
    return answer;
  };

/** The arguments that the server takes, for all that the editor may give: a file in a menu, an entry of the tree, nothing. */
async function meaning(findings: Findings, command: string, args: unknown[]): Promise<unknown[]> {
  const [first] = args;
  if (first instanceof vscode.Uri && command.startsWith("reread.review")) {
    await vscode.window.showTextDocument(first);
    return [first.toString()];
  }
  const named = (first as { finding?: Finding } | undefined)?.finding;
  if (named) {
    await vscode.workspace.openTextDocument(named.uri);
    return [referenceTo(named)];
  }
  const fromMenu = first instanceof vscode.Uri || (first !== undefined && "lineNumber" in Object(first));
  if (args.length > 0 && !fromMenu) {
    return args;
  }
  const editor = vscode.window.activeTextEditor;
  const line = (first as { lineNumber?: number } | undefined)?.lineNumber;
  return editor ? [here(findings, editor, line)] : [];
}

function here(findings: Findings, { document, selection }: vscode.TextEditor, line?: number): unknown {
  const place = line === undefined ? selection : document.lineAt(line - 1).range;
  const active = line === undefined ? selection.active : place.start;
  const found = findingAt(findings.of(document.uri), active);
  return {
    uri: document.uri.toString(),
    range: rangeOf(place),
    ...found?.data,
  };
}

async function explain(asked: Asked, reference: unknown): Promise<string | undefined> {
  const explanation = await asked.ask<Explanation>("reread/explain", reference ?? {});
  if (explanation?.page) {
    asked.showPage(explanation.page);
    return explanation.page;
  }
  const next = "Go to the Next Finding";
  const message = `Reread: ${explanation?.problem ?? "open a file first"}.`;
  const chosen = await vscode.window.showInformationMessage(message, ...(asked.findings.all().length > 0 ? [next] : []));
  if (chosen === next) {
    await vscode.commands.executeCommand("editor.action.marker.nextInFiles");
  }
  return undefined;
}

/** Asks about the selected code, or about the folder; the page shows the answer while the model writes it. */
async function question(asked: Asked): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const selected = editor && !editor.selection.isEmpty ? { range: rangeOf(editor.selection) } : {};
  const title = selected.range ? "Ask about the selected code" : "Ask about the code of this folder";
  const placeHolder = selected.range ? "What happens when this is empty?" : "Who calls total?";
  const text = await vscode.window.showInputBox({ title, placeHolder });
  if (!text?.trim()) {
    return;
  }
  const uri = editor?.document.uri.toString();
  const show = (reply: Reply): unknown => reply.page && asked.showPage(reply.page);
  const reply = await asked.ask<Reply>("reread/ask", { uri, question: text, ...selected }, show);
  if (reply?.page) {
    asked.showPage(reply.page);
  } else if (reply?.problem && (await asked.hasModel())) {
    void vscode.window.showInformationMessage(`Reread: ${reply.problem}.`);
  }
}

const reasons = ["Not a problem here", "Intended", "Not worth a change"];

async function dismiss(reference: unknown, go: (reference: unknown) => unknown): Promise<unknown> {
  const known = reference as { reason?: string; fingerprint?: string; rule?: string } | undefined;
  if (!known?.fingerprint) {
    return go(reference);
  }
  const reason = known.reason || (await chosenReason());
  if (!reason) {
    return undefined;
  }
  await go({ ...known, reason });
  const undo = "Undo";
  const message = `Reread: dismissed ${known.rule ?? "the finding"} for everyone here: ${reason}`;
  void vscode.window.showInformationMessage(message, undo).then((chosen) => {
    if (chosen === undo) {
      void vscode.commands.executeCommand("reread.undoDismissal");
    }
  });
  return undefined;
}

async function chosenReason(): Promise<string | undefined> {
  const other = "Another reason…";
  const title = "Why is this finding dismissed, for everyone here?";
  const chosen = await vscode.window.showQuickPick([...reasons, other], { title });
  return chosen === other ? vscode.window.showInputBox({ title, placeHolder: "The reason" }) : chosen;
}

async function isSure(): Promise<boolean> {
  const yes = "Delete and Rebuild";
  const detail = "Until it is built again, nothing is known of callers in other files, and reviews have less context.";
  const chosen = await vscode.window.showWarningMessage("Delete the index of this workspace?", { modal: true, detail }, yes);
  return chosen === yes;
}
