import * as vscode from "vscode";
import {
  type ClientCapabilities,
  CloseAction,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
} from "vscode-languageclient/node";

import type { Attention } from "./attention";
import { type Asked, middlewareOf } from "./commands";
import { provideHover } from "./hover";
import type { Launch } from "./launch";
import { askModel } from "./model/languageModel";
import type { ConsentQuestion, FixQuestion } from "./protocol";
import type { Publisher } from "./publish";
import { levelOf, log } from "./serverLog";
import { chosenSettings } from "./settings";
import type { Status } from "./status";

const schemes = ["file", "untitled"];

/** After so many ends within this time (milliseconds), the server is not started again by itself. */
const mostCrashes = 4;
const crashWindow = 3 * 60_000;

/** What answers questions of the server, and takes in what it finds. */
export interface Answers {
  readonly publisher: Publisher;
  readonly attention: Attention;
  readonly commands: Asked;
  consent(question: ConsentQuestion): Promise<{ allowed: boolean | null }>;
  fix(question: FixQuestion): Promise<{ apply: boolean }>;
  stopped(): void;
}

/** A client that writes its troubles to the log only: what people are told is decided in `extension.ts`. */
class QuietClient extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  protected override fillInitializeParams(params: Parameters<LanguageClient["fillInitializeParams"]>[0]): void {
    super.fillInitializeParams(params);
    const capabilities: ClientCapabilities = params.capabilities;
    capabilities.experimental = { reread: ["askConsent", "confirmFix", "askModel"] };
    // The editor's own preview of an edit begins with every box unticked; ours shows a diff that one key applies.
    delete capabilities.workspace?.workspaceEdit?.changeAnnotationSupport;
  }
}

/** Calls `gaveUp` when the server ended too often. */
export function createClient(
  context: vscode.ExtensionContext,
  launch: Launch,
  output: vscode.LogOutputChannel,
  status: Status,
  answers: Answers,
  gaveUp: () => void,
): LanguageClient {
  const options: LanguageClientOptions = {
    documentSelector: documents(context.extension),
    outputChannel: output,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    synchronize: { configurationSection: "reread" },
    markdown: { isTrusted: false, supportHtml: false },
    stdioOptions: { stdout: log, stderr: log },
    initializationFailedHandler: () => false,
    errorHandler: crashCounter(gaveUp),
    middleware: {
      executeCommand: middlewareOf(answers.commands),
      handleDiagnostics: (uri, diagnostics, next) => answers.publisher.take(uri, diagnostics, next),
      provideHover,
      handleWorkDoneProgress: (token, progress, next) => {
        // Shown in the one item in the status bar, where it can be cancelled too, and not in a second place.
        status.progress(token, progress);
        if (progress.kind === "end") {
          next(token, progress);
        }
      },
      window: { showDocument },
      workspace: {
        // That something changed is all the notification says; the server then asks, and gets what follows below.
        // A server that is being stopped, for a change of its own path for example, need not hear of it.
        didChangeConfiguration: (_, next) => next(undefined).catch((error) => output.debug(String(error))),
        configuration: (parameters, token, next) => {
          const found = next(parameters, token);
          return Array.isArray(found)
            ? parameters.items.map(({ section, scopeUri }, index) =>
                section === "reread"
                  ? chosenSettings(context.extension, answers.attention.isPaused, scopeUri ? vscode.Uri.parse(scopeUri) : undefined)
                  : found[index],
              )
            : found;
        },
      },
    },
  };
  const server = {
    command: launch.command,
    args: [...launch.args],
    // Settings that name commands have the scope "machine": a workspace cannot set them.
    options: {
      env: {
        ...process.env,
        ...launch.environment,
        REREAD_EDITOR_COMMANDS: "1",
        REREAD_LOG_LEVEL: levelOf(output),
        REREAD_RESTRICTED: vscode.workspace.isTrusted ? "0" : "1",
      },
    },
  };
  const client = new QuietClient("reread", "Reread", server, options);
  client.onRequest("reread/askConsent", (question: ConsentQuestion) => answers.consent(question));
  client.onRequest("reread/confirmFix", (question: FixQuestion) => answers.fix(question));
  client.onRequest("reread/askModel", askModel);
  client.onDidChangeState(({ newState }) => {
    void vscode.commands.executeCommand("setContext", "reread.running", newState === State.Running);
    if (newState === State.Stopped) {
      answers.stopped();
    }
    status.update(
      newState === State.Running ? "running" : newState === State.Starting ? "starting" : "stopped",
    );
  });
  return client;
}

/** Files and new documents in the languages that the extension is activated for. */
export function documents(extension: vscode.Extension<unknown>): { scheme: string; language: string }[] {
  const prefix = "onLanguage:";
  const events: string[] = extension.packageJSON.activationEvents;
  const languages = events.filter((event) => event.startsWith(prefix)).map((event) => event.slice(prefix.length));
  return schemes.flatMap((scheme) => languages.map((language) => ({ scheme, language })));
}

function crashCounter(gaveUp: () => void): LanguageClientOptions["errorHandler"] {
  let crashes: number[] = [];
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed: () => {
      const now = Date.now();
      crashes = [...crashes.filter((time) => now - time < crashWindow), now];
      if (crashes.length <= mostCrashes) {
        return { action: CloseAction.Restart, handled: true };
      }
      gaveUp();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}

/** Pages of the server are Markdown, to be read and not edited: they open as a preview beside the code. */
const showDocument: NonNullable<NonNullable<LanguageClientOptions["middleware"]>["window"]>["showDocument"] = async (
  parameters,
  token,
  next,
) => {
  const uri = vscode.Uri.parse(parameters.uri);
  if (parameters.external || uri.scheme !== "file" || !uri.path.endsWith(".md") || parameters.selection) {
    return next(parameters, token);
  }
  await vscode.commands.executeCommand("markdown.showPreviewToSide", uri);
  return { success: true };
};
