import * as vscode from "vscode";

import type { Provider, ServerStatus } from "../protocol";
import type { Keys } from "./keys";

const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration("reread.review");

/** Leads to a model that reviews: which provider, its key or address, and which of its models. True when it is set up. */
export async function setUpModel(status: ServerStatus, keys: Keys): Promise<boolean> {
  const provider = await chosenProvider(status.providers);
  if (!provider || !(await keyOrAddress(provider, keys))) {
    return false;
  }
  // A program chooses its model itself.
  const model = isProgram(provider) ? "" : await chosenModel(provider);
  if (model === undefined) {
    return false;
  }
  await settings().update("provider", provider.name, vscode.ConfigurationTarget.Global);
  await settings().update("model", model || undefined, vscode.ConfigurationTarget.Global);
  return true;
}

function chosenModel(provider: Provider): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: `${provider.title}: which model?`,
    prompt: provider.model ? `Empty: ${provider.model}` : "The name of the model",
    value: settings().get<string>("provider") === provider.name ? settings().get<string>("model") : "",
    ignoreFocusOut: true,
  });
}

/** True for the provider that starts a program instead of asking an address. */
const isProgram = (provider: Provider): boolean => provider.name === "command";

/** Enters, changes or deletes the key of a provider, and nothing else. */
export async function enterKey(status: ServerStatus, keys: Keys): Promise<void> {
  const provider = await chosenProvider(status.providers.filter(({ keyVariable }) => keyVariable));
  if (provider) {
    await askForKey(provider, keys);
  }
}

async function chosenProvider(providers: readonly Provider[]): Promise<Provider | undefined> {
  const items = providers.map((provider) => ({
    label: provider.title,
    description: provider.hasKey ? "has a key" : "",
    detail: detailOf(provider),
    provider,
  }));
  const choice = await vscode.window.showQuickPick(items, { title: "Whom may Reread ask for reviews?", ignoreFocusOut: true });
  return choice?.provider;
}

function detailOf(provider: Provider): string {
  if (provider.keyVariable) {
    return "Needs a key, which is kept in the editor's secret storage.";
  }
  if (isProgram(provider)) {
    return "A program on this machine, such as claude, codex, gemini or llm.";
  }
  return provider.byClient ? "Needs nothing but your permission." : "A model on this machine or in your network.";
}

async function keyOrAddress(provider: Provider, keys: Keys): Promise<boolean> {
  if (provider.byClient) {
    return true;
  }
  if (provider.keyVariable) {
    return provider.hasKey || askForKey(provider, keys);
  }
  if (isProgram(provider)) {
    return askForProgram(provider);
  }
  const address = await vscode.window.showInputBox({
    title: `${provider.title}: where does it run?`,
    value: settings().get<string>("baseUrl") || "http://127.0.0.1:11434",
    ignoreFocusOut: true,
  });
  if (!address) {
    return false;
  }
  await settings().update("baseUrl", address, vscode.ConfigurationTarget.Global);
  return true;
}

async function askForProgram(provider: Provider): Promise<boolean> {
  const line = await vscode.window.showInputBox({
    title: `${provider.title}: which program?`,
    prompt: "With its arguments, those with spaces in double quotes. It reads the prompt and writes the answer.",
    value: settings().get<string[]>("command", []).map(quoted).join(" "),
    ignoreFocusOut: true,
  });
  const command = line === undefined ? [] : words(line);
  if (command.length === 0) {
    return false;
  }
  await settings().update("command", command, vscode.ConfigurationTarget.Global);
  return true;
}

const quoted = (word: string): string => (/^[^\s"]+$/.test(word) ? word : `"${word.replace(/["\\]/g, "\\$&")}"`);

/** The words of a line; what stands in double quotes is one, with \" and \\ for these characters themselves. */
function words(line: string): string[] {
  const found = line.matchAll(/"((?:[^"\\]|\\.)*)"|[^\s"]+/g);
  return [...found].map(([whole, inside]) => inside?.replace(/\\(["\\])/g, "$1") ?? whole);
}

async function askForKey(provider: Provider, keys: Keys): Promise<boolean> {
  const hadOne = keys.variables.includes(provider.keyVariable);
  const key = await vscode.window.showInputBox({
    title: `${provider.title}: key`,
    prompt: `Kept in the editor's secret storage, given to the server as ${provider.keyVariable}.${hadOne ? " Empty: delete it." : ""}`,
    password: true,
    ignoreFocusOut: true,
  });
  if (key === undefined) {
    return false;
  }
  if (!key.trim()) {
    await keys.forget(provider.keyVariable);
    return false;
  }
  await keys.keep(provider.keyVariable, key.trim());
  return true;
}
