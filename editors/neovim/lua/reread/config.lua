--- What the plug-in can be told, with its defaults.
local M = {}

--- @class reread.Options
--- @field cmd string[] the command that starts the server
--- @field filetypes string[] the file types it is started for
--- @field root_markers string[] names that mark the root of a project
--- @field settings table sent to the server as its section `reread`, in camelCase, for example `{ run = "on-save" }`
--- @field pages "split"|"float" where explanations and other pages open
--- @field picker "telescope"|"fzf-lua"|"snacks"|"quickfix"|nil what lists findings; by default the first one installed
--- @field autostart boolean start the server when a file of these types is opened
--- @field capabilities table|nil more client capabilities, for example of a completion plug-in
--- @field on_attach function|nil called with (client, buffer)
M.defaults = {
  cmd = { "reread", "server" },
  filetypes = {
    "python", "javascript", "javascriptreact", "typescript", "typescriptreact", "vue", "svelte", "go",
    "java", "c", "cpp", "cs", "cuda", "kotlin", "php", "ruby", "rust", "sh", "bash", "dockerfile", "yaml", "terraform", "hcl",
    "apex", "clojure", "dart", "elixir", "html", "json", "jsonc", "lua", "ocaml", "scala", "solidity", "swift", "xml",
  },
  root_markers = { "reread.toml", ".reread.toml", ".git", "pyproject.toml", "package.json", "go.mod", "pom.xml" },
  settings = {},
  pages = "split",
  autostart = true,
}

M.options = vim.deepcopy(M.defaults)

--- What the server gets in its environment: keys that were entered. They are kept nowhere else.
M.environment = {}

--- The program without what makes a server of it, with other arguments.
function M.program(arguments)
  local command = vim.list_slice(M.options.cmd, 1, math.max(1, #M.options.cmd - 1))
  return vim.list_extend(command, arguments)
end

--- @param options reread.Options|nil
function M.apply(options)
  M.options = vim.tbl_deep_extend("force", vim.deepcopy(M.defaults), options or {})
  -- Lists are replaced as a whole: merged item by item, a shorter command would keep the tail of the default one.
  for _, name in ipairs({ "cmd", "filetypes", "root_markers" }) do
    if options and options[name] then
      M.options[name] = options[name]
    end
  end
end

return M
