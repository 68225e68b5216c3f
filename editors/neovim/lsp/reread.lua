-- For `vim.lsp.enable("reread")` without the plug-in's own setup (Neovim 0.11 and later).
return {
  cmd = { "reread", "server" },
  filetypes = {
    "python", "javascript", "javascriptreact", "typescript", "typescriptreact", "vue", "svelte", "go",
    "java", "c", "cpp", "cs", "cuda", "kotlin", "php", "ruby", "rust", "sh", "bash", "dockerfile", "yaml", "terraform", "hcl",
    "apex", "clojure", "dart", "elixir", "html", "json", "jsonc", "lua", "ocaml", "scala", "solidity", "swift", "xml",
  },
  root_markers = { "reread.toml", ".reread.toml", ".git", "pyproject.toml", "package.json", "go.mod", "pom.xml" },
}
