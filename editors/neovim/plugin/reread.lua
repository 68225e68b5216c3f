if vim.g.loaded_reread then
  return
end
vim.g.loaded_reread = true

local function define(name, action, options)
  vim.api.nvim_create_user_command(name, action, options or {})
end

local function server_command(name, command, description)
  define(name, function()
    require("reread").run(command)
  end, { desc = description })
end

server_command("RereadExplain", "reread.explain", "Explain the finding under the cursor")
server_command("RereadReview", "reread.reviewFile", "Have the model review this file")
server_command("RereadReviewChanges", "reread.reviewChanges", "Have the model review what is not committed yet")
server_command("RereadContext", "reread.showContext", "Show what the review of this place would see")
server_command("RereadFixWithModel", "reread.fixWithModel", "Have the model fix the finding under the cursor")
server_command("RereadPreviewFix", "reread.previewFix", "Show what the fix of the finding under the cursor would do")
server_command("RereadConsent", "reread.consent", "Change the consent to send code to a model")
server_command("RereadIndex", "reread.index", "Bring the index of the workspace up to date")
server_command("RereadPauseIndexing", "reread.pauseIndexing", "Stop indexing until it is resumed")
server_command("RereadResumeIndexing", "reread.resumeIndexing", "Go on with indexing")
server_command("RereadClearCache", "reread.clearCache", "Forget the answers of the model")
server_command("RereadSetup", "reread.setup", "Install index and model review where they are missing")
server_command("RereadDebug", "reread.printDebugInformation", "Show what the server knows about itself")

define("RereadReviewSelection", function(arguments)
  require("reread").run("reread.reviewSelection", arguments.line1, arguments.line2)
end, { range = true, desc = "Have the model review the selected lines" })
define("RereadFixAll", function()
  require("reread").fix_all()
end, { desc = "Apply all safe fixes of this file" })
define("RereadStart", function()
  require("reread").start()
end, { desc = "Start the server for this file" })
define("RereadRestart", function()
  require("reread").restart()
end, { desc = "Restart the server" })
define("RereadLog", function()
  vim.cmd("split " .. vim.fn.fnameescape(vim.lsp.get_log_path()))
end, { desc = "Show the log of the language servers" })
define("RereadQuickfix", function()
  require("reread.findings").to_quickfix()
end, { desc = "List the findings of all open files" })
define("RereadLocationList", function()
  require("reread.findings").to_location_list()
end, { desc = "List the findings of this file" })

--- `:Reread explain` is `:RereadExplain`: the names without their first word, completed.
local function names(typed)
  local found = {}
  for _, name in ipairs(vim.fn.getcompletion("Reread", "command")) do
    local short = name:sub(#"Reread" + 1):gsub("(%l)(%u)", "%1-%2"):lower()
    if short ~= "" and vim.startswith(short, typed) then
      found[#found + 1] = short
    end
  end
  return found
end

define("Reread", function(arguments)
  for _, name in ipairs(vim.fn.getcompletion("Reread", "command")) do
    if name:sub(#"Reread" + 1):lower() == arguments.args:gsub("-", ""):lower() and name ~= "Reread" then
      vim.cmd((arguments.range > 0 and arguments.line1 .. "," .. arguments.line2 or "") .. name)
      return
    end
  end
  vim.notify("Reread: there is no command " .. arguments.args .. "; one of " .. table.concat(names(""), ", "), vim.log.levels.ERROR)
end, {
  nargs = 1,
  range = true,
  complete = function(typed)
    return names(typed)
  end,
  desc = "Run a command of Reread",
})
