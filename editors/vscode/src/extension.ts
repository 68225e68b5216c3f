import * as vscode from "vscode";

import { Attention } from "./attention";
import { documents } from "./client";
import { FlowWalk } from "./findings/flow";
import { ignoreHere } from "./findings/ignore";
import { Findings } from "./findings/store";
import { FindingsView } from "./findings/view";
import { onInterpreterChange } from "./interpreter";
import { LanguageStatus } from "./languageStatus";
import { showMenu } from "./menu";
import { ConsentDialogue } from "./model/consent";
import { Keys } from "./model/keys";
import { enterKey, setUpModel } from "./model/setup";
import { modelIsThere } from "./model/missing";
import type { ServerStatus } from "./protocol";
import { Publisher } from "./publish";
import { Server } from "./server";
import { Status } from "./status";
import { ExplanationPanel } from "./views/explanation";
import { FixPreview } from "./views/fixPreview";
import { writeCommitMessage } from "./views/commitMessage";
import { Remarks } from "./views/remarks";
import { StagedReview } from "./views/stagedReview";

const restartingSettings = ["reread.path", "reread.interpreter"];

let server: Server | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("Reread", { log: true });
  const attention = new Attention(context.workspaceState);
  const status = new Status(attention);
  const findings = new Findings();
  const publisher = new Publisher(findings, attention);
  const explanation = new ExplanationPanel();
  const preview = new FixPreview();
  const consent = new ConsentDialogue();
  const keys = new Keys(context);
  const running: Server = new Server(context, output, status, keys, {
    publisher,
    attention,
    commands: {
      findings,
      ask: (method, params, onPartial) => running.ask(method, params, onPartial),
      showPage: (page) => explanation.show(page),
      hasModel: () => modelIsThere(running.ask),
    },
    consent: (question) => consent.ask(question),
    fix: async (question) => ({ apply: await preview.ask(question) }),
    stopped: () => {
      publisher.clear();
      consent.clear();
    },
  });
  server = running;
  context.subscriptions.push(
    output,
    attention,
    status,
    findings,
    publisher,
    explanation,
    preview,
    consent,
    new FindingsView(findings, context.workspaceState),
    new FlowWalk(findings),
    new Remarks(findings, running.ask),
    new StagedReview(running.ask),
    new LanguageStatus(documents(context.extension), findings, status),
    consent.onDidChange(() => status.wait(consent.open?.message ?? "")),
    attention.onDidPause(() => void running.settingsChanged()),
    keys.onDidChange(() => void running.restart()),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (restartingSettings.some((setting) => change.affectsConfiguration(setting))) {
        void running.restart();
      }
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void running.restart()),
    vscode.commands.registerCommand("reread.ignoreHere", (node) => ignoreHere(findings, node)),
    vscode.commands.registerCommand("reread.writeCommitMessage", (source) =>
      writeCommitMessage(running.ask, () => modelIsThere(running.ask), source),
    ),
    ...commands(context, running, status, attention, output, keys),
  );
  await running.restart();
  const interpreter = await onInterpreterChange(() => void running.restart());
  if (interpreter) {
    context.subscriptions.push(interpreter);
  }
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}

function commands(
  context: vscode.ExtensionContext,
  running: Server,
  status: Status,
  attention: Attention,
  output: vscode.LogOutputChannel,
  keys: Keys,
): vscode.Disposable[] {
  const withStatus = async (act: (known: ServerStatus) => unknown): Promise<unknown> => {
    const known = await running.ask<ServerStatus>("reread/status", {});
    return known ? act(known) : undefined;
  };
  const walkthrough = `${context.extension.id}#start`;
  const all: Record<string, () => unknown> = {
    "reread.restart": () => running.restart(),
    "reread.showLogs": () => output.show(true),
    "reread.status": () => showMenu(status, running, attention),
    "reread.setUpModel": () => withStatus((known) => setUpModel(known, keys)),
    "reread.enterKey": () => withStatus((known) => enterKey(known, keys)),
    "reread.openSettings": () => vscode.commands.executeCommand("workbench.action.openSettings", `@ext:${context.extension.id}`),
    "reread.gettingStarted": () => vscode.commands.executeCommand("workbench.action.openWalkthrough", walkthrough, false),
    "reread.fixAll": () =>
      vscode.commands.executeCommand("editor.action.sourceAction", { kind: "source.fixAll.reread", apply: "first" }),
  };
  return Object.entries(all).map(([name, run]) => vscode.commands.registerCommand(name, run));
}
