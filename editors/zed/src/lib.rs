//! Tells Zed how to start Reread's server, and which settings to hand it.

use zed_extension_api::{
    self as zed, serde_json, settings::LspSettings, Command, LanguageServerId, Result, Worktree,
};

const NAME: &str = "reread";

struct Reread;

impl zed::Extension for Reread {
    fn new() -> Self {
        Self
    }

    /// The command from the settings (`lsp.reread.binary`), else `reread server` from the search path.
    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &Worktree) -> Result<Command> {
        let binary = LspSettings::for_worktree(NAME, worktree)
            .ok()
            .and_then(|settings| settings.binary);
        let (path, arguments) = match binary {
            Some(binary) => (binary.path, binary.arguments),
            None => (None, None),
        };
        let command = path
            .or_else(|| worktree.which(NAME))
            .ok_or("reread was not found on the PATH: install it, or set lsp.reread.binary.path")?;
        Ok(Command {
            command,
            args: arguments.unwrap_or_else(|| vec!["server".to_string()]),
            env: worktree.shell_env(),
        })
    }

    fn language_server_workspace_configuration(
        &mut self,
        _: &LanguageServerId,
        worktree: &Worktree,
    ) -> Result<Option<serde_json::Value>> {
        let settings = LspSettings::for_worktree(NAME, worktree)
            .ok()
            .and_then(|settings| settings.settings)
            .unwrap_or_default();
        Ok(Some(serde_json::json!({ NAME: settings })))
    }
}

zed::register_extension!(Reread);
