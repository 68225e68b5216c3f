--- Reread in Neovim: `require("reread").setup()`. See :help reread.
local M = {}

--- Sets the plug-in up, and starts the server for files that are open already unless `autostart` is false.
--- @param options reread.Options|nil
function M.setup(options)
  local config = require("reread.config")
  config.apply(options)
  if config.options.autostart then
    require("reread.client").enable()
  end
end

function M.start()
  require("reread.client").start(0, true)
end

function M.restart()
  require("reread.client").restart()
end

--- Runs a command of the server, for example "reread.reviewFile", for the cursor or for lines (from 1).
function M.run(command, first, last)
  require("reread.commands").run(command, first, last)
end

function M.fix_all()
  require("reread.commands").fix_all()
end

function M.statusline()
  return require("reread.findings").statusline()
end

return M
