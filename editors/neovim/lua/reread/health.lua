--- :checkhealth reread
local M = {}

local health = vim.health or require("health")
--- Neovim before 0.10 has these functions under their former names.
local start, ok = health.start or health.report_start, health.ok or health.report_ok
local warn, failed = health.warn or health.report_warn, health.error or health.report_error

local function check_program(command)
  if vim.fn.executable(command[1]) == 0 then
    failed("there is no program " .. command[1], {
      "install the server: `uv tool install .` in a checkout of Reread",
      "or name it in the option `cmd`; see :help reread-options",
    })
    return
  end
  local said = vim.fn.system(require("reread.config").program({ "--version" }))
  if vim.v.shell_error ~= 0 then
    failed(command[1] .. " does not run: " .. vim.trim(said))
  else
    ok(vim.trim(said) .. " (" .. vim.fn.exepath(command[1]) .. ")")
  end
end

local function check_servers()
  local client, buffers = require("reread.client"), 0
  local roots = {}
  for _, buffer in ipairs(vim.api.nvim_list_bufs()) do
    local server = vim.api.nvim_buf_is_loaded(buffer) and client.of(buffer)
    if server then
      buffers = buffers + 1
      roots[server.id] = server.config.root_dir or "no folder"
    end
  end
  if buffers == 0 then
    warn("the server runs for no open file", { "open a file of one of the types in the option `filetypes`" })
  end
  for _, root in pairs(roots) do
    ok("a server runs in " .. tostring(root))
  end
end

function M.check()
  start("Reread")
  if vim.fn.has("nvim-0.7") == 0 then
    failed("Neovim 0.7 or later is needed")
    return
  end
  check_program(require("reread.config").options.cmd)
  check_servers()
end

return M
