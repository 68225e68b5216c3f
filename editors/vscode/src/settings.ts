import * as vscode from "vscode";

type Json = { [key: string]: unknown };

/** The part of `reread.*` that only this extension reads; the server is not told. */
const clientOnly = new Set(["path", "interpreter", "trace.server", "focusOnNewCode"]);

/** All keys below `reread.` that the extension declares, without those that only it reads. */
function serverKeys(extension: vscode.Extension<unknown>): string[] {
  const groups = extension.packageJSON.contributes.configuration as { properties: Json }[];
  return groups
    .flatMap((group) => Object.keys(group.properties))
    .map((key) => key.slice("reread.".length))
    .filter((key) => !clientOnly.has(key));
}

function isSet(configuration: vscode.WorkspaceConfiguration, key: string): boolean {
  const found = configuration.inspect(key);
  return (
    found !== undefined &&
    [
      found.globalValue,
      found.workspaceValue,
      found.workspaceFolderValue,
      found.globalLanguageValue,
      found.workspaceLanguageValue,
      found.workspaceFolderLanguageValue,
    ].some((value) => value !== undefined)
  );
}

/**
 * The settings that a person chose, nested as the server expects them.
 *
 * The defaults are left out on purpose: sent along, they would win over the user's own `config.toml` and over the
 * `reread.toml` of the repository. While Reread is paused, it is switched off whatever they say.
 */
export function chosenSettings(extension: vscode.Extension<unknown>, isPaused: boolean, scope?: vscode.Uri): Json {
  const configuration = vscode.workspace.getConfiguration("reread", scope);
  const chosen: Json = {};
  for (const key of serverKeys(extension).filter((key) => isSet(configuration, key))) {
    const names = key.split(".");
    const last = names.pop()!;
    let section = chosen;
    for (const name of names) {
      section = (section[name] ??= {}) as Json;
    }
    section[last] = configuration.get(key);
  }
  return isPaused ? { ...chosen, enable: false } : chosen;
}
