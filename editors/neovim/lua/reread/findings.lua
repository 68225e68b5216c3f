--- What Reread found, in lists and in a status line.
local M = {}

local function of(buffer)
  return vim.tbl_filter(function(diagnostic)
    return diagnostic.source == "Reread"
  end, vim.diagnostic.get(buffer))
end

--- Fills the quickfix list with the findings of all buffers, and opens it if there are any.
function M.to_quickfix()
  vim.fn.setqflist({}, " ", { title = "Reread", items = vim.diagnostic.toqflist(of(nil)) })
  vim.cmd("cwindow")
end

--- The same with the findings of this buffer, in the location list of this window.
function M.to_location_list()
  vim.fn.setloclist(0, {}, " ", { title = "Reread", items = vim.diagnostic.toqflist(of(0)) })
  vim.cmd("lwindow")
end

--- For a status line: empty where no server runs, "Reread" without findings, else with their numbers.
function M.statusline()
  if not require("reread.client").of(0) then
    return ""
  end
  local numbers = {}
  for _, diagnostic in ipairs(of(0)) do
    numbers[diagnostic.severity] = (numbers[diagnostic.severity] or 0) + 1
  end
  local text = "Reread"
  for severity, letter in ipairs({ "E", "W", "I", "H" }) do
    if numbers[severity] then
      text = text .. " " .. letter .. numbers[severity]
    end
  end
  return text
end

return M
